import { spawn } from 'node:child_process';

/** The command that opens a file as if it were clicked, by system. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Some openers stay as long as the viewer does: whatever has not failed by then is taken to be open. */
const PATIENCE_MILLISECONDS = 3000;

/** Opens the file in the program that the user has for it; whether that could be done. */
export function openViewer(path: string): Promise<boolean> {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, path], { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => end(true), PATIENCE_MILLISECONDS);
    const end = (isOpen: boolean) => {
      clearTimeout(timer);
      child.unref();
      resolve(isOpen);
    };
    child.once('error', () => end(false));
    child.once('close', (code) => end(code === 0));
  });
}

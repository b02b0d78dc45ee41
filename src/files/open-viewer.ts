import { spawn } from 'node:child_process';

/** The command that opens a file as if it were clicked, by system. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens the file in the program that the user has for it; whether that could be done. */
export function openViewer(path: string): Promise<boolean> {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, path], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
    // Some openers stay as long as the viewer does.
    child.once('spawn', () => setTimeout(() => resolve(true), PATIENCE).unref());
    child.unref();
  });
}

const PATIENCE = 3000;

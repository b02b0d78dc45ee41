import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Files and folders that stand beside another while it is written, and are gone once it is; what a killed process left is swept. */

/** Whatever is older was left behind, whoever made it. */
const STALE_MILLISECONDS = 60_000;

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '');

/** A new name beside the path, which tells whose it is. */
export const temporaryFor = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

/** Takes away the path's temporary files whose process is gone; whatever cannot be taken away stays. */
export const sweepTemporaries = (path: string): Promise<void> => sweep(dirname(path), basename(path));

/** The same for every path in the folder, which is read once. */
export const sweepFolder = (folder: string): Promise<void> => sweep(folder);

const TEMPORARY = /^\.(.+)\.([A-Za-z0-9]*)-(\d+)-[0-9a-f]{12}\.tmp$/;

async function sweep(folder: string, only?: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const [, of, host, pid] = TEMPORARY.exec(name) ?? [];
    if (pid === undefined || (only !== undefined && of !== only)) continue;
    const isGone = (host === HOST && !isRunning(Number(pid))) || (await isStale(join(folder, name)));
    if (isGone) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether a file was last written so long ago that nobody is at it. */
export async function isStale(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > STALE_MILLISECONDS;
}

/** Whether a process of this machine runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { randomBytes } from 'node:crypto';
import { access, constants, link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { problem } from '../problem.ts';
import { ProblemError } from './problem-error.ts';
import { isRunning, isStale, sweepTemporaries, temporaryFor } from './temporary.ts';

/** Changes files that several people may change at once: nobody's part is lost, and a file is never half written. */

/** One file to change, and what it becomes. */
export interface Growth {
  readonly path: string;
  /** The new text; `before` is empty where there is no file yet. */
  readonly grow: (before: string) => string;
}

const WAIT_MILLISECONDS = 15;
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Grows the files one after another, each whole or not at all, while a lock keeps others out. A process that dies in
 * between leaves the files before it grown and those after it as they were, so what others refer to comes first.
 */
export async function growFiles(lock: string, growths: readonly Growth[]): Promise<void> {
  const token = `${process.pid} ${hostname()} ${randomBytes(8).toString('hex')}`;
  await acquire(lock, token);
  try {
    for (const growth of growths) await growOne(growth);
  } catch (error) {
    throw error instanceof ProblemError ? error : unwritable(lock);
  } finally {
    await release(lock, token);
  }
}

async function growOne({ path, grow }: Growth): Promise<void> {
  await sweepTemporaries(path);
  const before = await readText(path).catch(orNothing);
  const after = grow(before);
  if (after === before) return;
  const temporary = temporaryFor(path);
  try {
    const mode = (await stat(path).catch(() => undefined))?.mode ?? 0o666;
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** The text to the last byte, its mark of byte order too; whatever is not UTF-8 or may not be written is refused. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  await access(path, constants.W_OK);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function orNothing({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return '';
  throw new Error(code);
}

async function acquire(lock: string, token: string): Promise<void> {
  const begun = Date.now();
  await sweepTemporaries(lock);
  while (!(await take(lock, token))) {
    await breakIfStale(lock);
    if (Date.now() - begun > PATIENCE_MILLISECONDS) throw busy(lock);
    await new Promise((done) => setTimeout(done, WAIT_MILLISECONDS * (0.5 + Math.random())));
  }
}

/** Whether the lock is ours: it appears with its holder's token in it, or not at all. */
async function take(lock: string, token: string): Promise<boolean> {
  const own = temporaryFor(lock);
  try {
    const handle = await open(own, 'wx');
    await handle.writeFile(token).finally(() => handle.close());
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(lock);
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

async function release(lock: string, token: string): Promise<void> {
  const holder = await readFile(lock, 'utf8').catch(() => '');
  if (holder === token) await unlink(lock).catch(() => undefined);
}

/** Takes away the lock of one who is gone. Should it have become another's in between, that one gets it back. */
async function breakIfStale(lock: string): Promise<void> {
  const holder = await readFile(lock, 'utf8').catch(() => undefined);
  if (holder === undefined || !(await isGone(lock, holder))) return;
  const aside = temporaryFor(lock);
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, lock);
    await unlink(aside);
  } catch {
    // Someone else was quicker.
  }
}

async function isGone(lock: string, holder: string): Promise<boolean> {
  const [pid = '', host = ''] = holder.split(' ');
  if (host === hostname()) return !isRunning(Number(pid));
  return isStale(lock);
}

const unwritable = (path: string) => {
  const hint = 'Check the folder: that it exists, has room, and that you may write in it.';
  const place = { file: dirname(path), line: 1, column: 1 };
  return new ProblemError([problem('file-unreadable', place, 'nothing can be written down here', hint)]);
};

const busy = (lock: string) => {
  const hint = `Try again in a moment. If nobody else is at it, delete ${lock}.`;
  const place = { file: dirname(lock), line: 1, column: 1 };
  return new ProblemError([problem('file-unreadable', place, 'someone else is writing here', hint)]);
};

import { closeSync, fsync, linkSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { problem } from '../problem.ts';
import { ProblemError } from './problem-error.ts';
import { sweepTemporaries, temporaryFor } from './temporary.ts';

/** What a file is to hold: all of it, or piece by piece. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes the whole file or nothing, readable by its owner alone. Where a file of that name stands it is refused unless
 * `force` is given.
 */
export async function writeWhole(path: string, content: Content, force: boolean): Promise<void> {
  await sweepTemporaries(path);
  await writeUnswept(path, content, force);
}

/** The same for one of many files in a folder that was swept as a whole. */
export async function writeUnswept(path: string, content: Content, force: boolean): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    await writeNew(temporary, content);
    // A hard link fails where the name is taken, even if it was taken a moment ago.
    if (force) renameSync(temporary, path);
    else linkSync(temporary, path);
  } catch (error) {
    // What goes wrong in making a piece is not about the file.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ProblemError([writeProblem(path, error as NodeJS.ErrnoException)]);
  } finally {
    remove(temporary);
  }
}

/** Waits for the disk, and meanwhile others may go on: the one step in which that is worth another thread. */
const synchronise = promisify(fsync);

async function writeNew(path: string, content: Content): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  try {
    const isWhole = typeof content !== 'object' || content instanceof Uint8Array;
    for await (const piece of isWhole ? [content] : content) writeFileSync(file, piece);
    await synchronise(file);
  } finally {
    closeSync(file);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was renamed or never made; one that cannot be taken away is swept later.
  }
}

function writeProblem(path: string, { code }: NodeJS.ErrnoException) {
  const at = { file: path, line: 1, column: 1 };
  return code === 'EEXIST'
    ? problem(
        'output-exists',
        at,
        'a file of this name is already there',
        'Choose another name, or add --force to replace it.',
      )
    : problem(
        'file-unreadable',
        at,
        'the file cannot be written here',
        'Check the folder: that it exists, has room, and that you may write in it.',
      );
}

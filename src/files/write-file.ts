import { link, open, rename, unlink, writeFile } from 'node:fs/promises';
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
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A hard link fails where the name is taken, even if it was taken a moment ago.
    if (force) await rename(temporary, path);
    else await link(temporary, path);
  } catch (error) {
    // What goes wrong in making a piece is not about the file.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ProblemError([writeProblem(path, error as NodeJS.ErrnoException)]);
  } finally {
    await unlink(temporary).catch(() => undefined);
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

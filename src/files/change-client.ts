import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { problem, type Result } from '../problem.ts';
import { growFiles } from './grow-file.ts';
import { ProblemError } from './problem-error.ts';
import { MOST_CLIENT_BYTES } from './read-client.ts';

/**
 * Writes the client file anew as `change` makes it of the text that stands there now, whole or not at all, while others
 * wait; throws what keeps it from being written. A link is followed, and the file keeps who may read it.
 */
export async function changeClient(path: string, change: (text: string) => Result<string>): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const grow = (before: string) => {
    const { value, problems } = change(before);
    if (value === undefined) throw new ProblemError(problems);
    if (Buffer.byteLength(value) > MOST_CLIENT_BYTES) throw new ProblemError([tooLarge(path)]);
    return value;
  };
  await growFiles(join(dirname(real), `.${basename(real)}.lock`), [{ path: real, grow }]);
}

const tooLarge = (file: string) =>
  problem(
    'file-too-large',
    { file, line: 1, column: 1 },
    'the file would grow larger than can be read again',
    'Check that it is the right file.',
  );

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Problem, problem } from '../problem.ts';
import { decodeText } from './decode.ts';

/** The size of the largest client file that is read. */
export const MOST_CLIENT_BYTES = 262_144;

/** The text of a client file or of standard input (`-`), with the name it goes by in problems. */
export async function readClientText(
  path: string,
  stdin: () => Promise<Uint8Array>,
): Promise<{ text: string; file: string; problems: Problem[] }> {
  const file = path === '-' ? 'standard input' : path;
  try {
    const bytes = path === '-' ? await stdin() : readAtMost(path, MOST_CLIENT_BYTES + 1);
    return { file, ...decodeText(bytes, file, MOST_CLIENT_BYTES) };
  } catch (error) {
    const at = { file, line: 1, column: 1 };
    return {
      text: '',
      file,
      problems: [
        problem(
          'file-unreadable',
          at,
          REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'the file cannot be read',
          'Give the path of a client file, such as client.yaml.',
        ),
      ],
    };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'you may not open this file',
};

/** Without another thread: a small file is read sooner than one is asked. */
function readAtMost(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // What is no ordinary file has no size.
    const buffer = Buffer.alloc(stats.size > 0 ? Math.min(stats.size + 1, most) : most);
    let length = 0;
    for (let read = 1; read > 0 && length < buffer.length; length += read)
      read = readSync(file, buffer, length, buffer.length - length, null);
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

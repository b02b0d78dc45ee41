import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Problem, problem } from '../problem.ts';

/** A file that goes into letters, by its path in the practice folder, or what is wrong with it. */
export interface Attachment {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a file inside the folder; one outside, by whatever way, is refused, and so is one of more bytes than wanted. */
export async function readAttachment(folder: string, path: string, mostBytes: number): Promise<Attachment> {
  const refuse = (code: Problem['code'], message: string, hint: string): Attachment => {
    return {
      path,
      bytes: undefined,
      problems: [problem(code, { file: path, line: 1, column: 1 }, message, hint)],
    };
  };
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!real.startsWith(`${root}${sep}`))
      return refuse(
        'folder-link',
        'this is outside the practice folder',
        'Put the file itself into the folder.',
      );
    const bytes = await readUpTo(real, mostBytes);
    return bytes === undefined
      ? refuse('file-too-large', 'this file is too large', `Make it smaller: at most ${mostBytes / 1024} kB.`)
      : { path, bytes, problems: [] };
  } catch {
    const hint = 'Check its path in practice.yaml, and who may open it.';
    return refuse('file-unreadable', 'this file cannot be read', hint);
  }
}

async function readUpTo(path: string, mostBytes: number): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('no file');
    return stats.size > mostBytes ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../problem.ts';
import type { FontFiles } from '../render/pdf-faces.ts';
import { ProblemError } from './problem-error.ts';

/** The two font files of a letter, from the folder the build put them in; throws a problem where they are not there. */
export async function readFonts(folder: string): Promise<FontFiles> {
  const [regular, semibold] = await Promise.all([
    readFont(folder, 'Inter_400Regular.ttf'),
    readFont(folder, 'Inter_600SemiBold.ttf'),
  ]);
  return { regular, semibold };
}

async function readFont(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch {
    const place = { file: join(folder, name), line: 1, column: 1 };
    const hint = 'Install closewell again, or write the letter as .html, .md or .txt.';
    throw new ProblemError([problem('file-unreadable', place, 'a font of the letter cannot be read', hint)]);
  }
}

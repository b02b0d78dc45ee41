import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFiles } from '../render/pdf-faces.ts';

/** The two font files of a letter, from the folder the build put them in. */
export async function readFonts(folder: string): Promise<FontFiles> {
  const [regular, semibold] = await Promise.all([
    readFile(join(folder, 'Inter_400Regular.ttf')),
    readFile(join(folder, 'Inter_600SemiBold.ttf')),
  ]);
  return { regular, semibold };
}

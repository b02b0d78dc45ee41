import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { problem } from '../problem.ts';
import { FAMILIES, type Family, type FamilyName } from '../render/font-families.ts';
import type { FontFiles, Weights } from '../render/pdf-faces.ts';
import { ProblemError } from './problem-error.ts';

/** Gives the fonts for letters that ask for certain families; those that are not installed are left out. */
export type FontReader = (families: readonly FamilyName[]) => Promise<FontFiles>;

/**
 * Reads fonts when they are asked for, each file once: from the folder the build put them in, or from their package,
 * if it is installed beside this one. Throws a problem where Inter is not there.
 */
export function openFonts(folder: string): FontReader {
  const read = new Map<string, Promise<Weights<Uint8Array> | undefined>>();
  const filesOf = (family: Source) => {
    const files = read.get(family.file) ?? readWeights(folder, family);
    read.set(family.file, files);
    return files;
  };
  return async (families) => {
    const inter = await filesOf(INTER);
    if (inter === undefined) throw new ProblemError([unreadable(folder)]);
    const asked = FAMILIES.filter(({ name }) => families.includes(name));
    const others = await Promise.all(asked.map(async (family) => [family.name, await filesOf(family)]));
    return { ...inter, others: Object.fromEntries(others.filter(([, files]) => files !== undefined)) };
  };
}

type Source = Pick<Family, 'file'> & Partial<Pick<Family, 'package'>>;

/** Never looked for in packages: without it the program is broken. */
const INTER: Source = { file: 'Inter' };

async function readWeights(folder: string, family: Source): Promise<Weights<Uint8Array> | undefined> {
  try {
    const [regular, semibold] = await Promise.all([
      readFont(folder, family, '400Regular'),
      readFont(folder, family, '600SemiBold'),
    ]);
    return { regular, semibold };
  } catch {
    return undefined;
  }
}

async function readFont(folder: string, family: Source, weight: string): Promise<Uint8Array> {
  const file = `${family.file}_${weight}.ttf`;
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    if (family.package === undefined) throw error;
    const { resolve } = createRequire(join(folder, file));
    return readFile(resolve(`${family.package}/${weight}/${file}`));
  }
}

function unreadable(folder: string) {
  const place = { file: join(folder, 'Inter_400Regular.ttf'), line: 1, column: 1 };
  const hint = 'Install closewell again, or write the letter as .html, .md or .txt.';
  return problem('file-unreadable', place, 'a font of the letter cannot be read', hint);
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { problem } from '../problem.ts';
import { bothOf, FAMILIES, type Family, type FamilyName } from '../render/font-families.ts';
import type { FontFiles, Weights } from '../render/pdf-faces.ts';
import { ProblemError } from './problem-error.ts';

/** Gives the fonts for letters that ask for certain families; those that are not installed are left out. */
export type FontReader = (families: readonly FamilyName[]) => Promise<FontFiles>;

/**
 * Reads fonts when they are asked for, each file once: from the folder the build put them in, or from their package,
 * if it is installed beside this one. Throws a problem where Inter is not there.
 */
export function openFonts(folder: string): FontReader {
  const read = new Map<string, Promise<Uint8Array | undefined>>();
  const readOnce = (path: string, family?: Family) => {
    const file = read.get(path) ?? readFont(folder, path, family);
    read.set(path, file);
    return file;
  };
  const readBoth = async (files: Weights<string>, family?: Family) => {
    const [regular, semibold] = await Promise.all([
      readOnce(files.regular, family),
      readOnce(files.semibold, family),
    ]);
    return regular && semibold && { regular, semibold };
  };
  return async (families) => {
    const [inter, stock] = await Promise.all([readBoth(INTER), readBoth(STOCK)]);
    if (inter === undefined) throw new ProblemError([unreadable(folder)]);
    const asked = FAMILIES.filter(({ name }) => families.includes(name));
    const others = await Promise.all(asked.map((family) => readBoth(family.files, family)));
    const found = asked.map(({ name }, index) => [name, others[index]] as const);
    return {
      ...inter,
      ...(stock && { stock }),
      others: Object.fromEntries(found.filter(([, files]) => files !== undefined)),
    };
  };
}

/** Never looked for in packages: without it the program is broken. */
const INTER = bothOf('Inter');

/** Beside each, what the build has made of it. */
const STOCK = { regular: `${INTER.regular}.stock`, semibold: `${INTER.semibold}.stock` };

/** The bytes of a font, undefined where it is not there. */
async function readFont(folder: string, path: string, family?: Family): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, basename(path)));
  } catch {
    return family && readPackaged(folder, `${family.package}/${path}`);
  }
}

async function readPackaged(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(createRequire(join(folder, 'fonts')).resolve(path));
  } catch {
    return undefined;
  }
}

function unreadable(folder: string) {
  const place = { file: join(folder, basename(INTER.regular)), line: 1, column: 1 };
  const hint = 'Install closewell again, or write the letter as .html, .md or .txt.';
  return problem('file-unreadable', place, 'a font of the letter cannot be read', hint);
}

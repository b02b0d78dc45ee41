import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { digestOf } from '../library/digest.ts';
import { growFiles } from './grow-file.ts';
import { LOCK } from './record-sitting.ts';

/** Saves wording that several people may edit at once: nothing is replaced that its writer has not seen. */

/** A text for a file of the folder, and the digest of the text it was made from; null where there was no file. */
export interface Edition {
  readonly path: string;
  readonly text: string;
  readonly basedOn: string | null;
}

/** What stands in a file that was changed meanwhile. */
export interface Standing {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/**
 * Saves all of the texts, each file whole, or none of them: then what stands in the files that were changed meanwhile is
 * given back. A process that dies in between leaves each file as it was or as it was to be.
 */
export async function saveWording(folder: string, editions: readonly Edition[]): Promise<Standing[]> {
  for (const { path } of editions) await makeFolder(folder, dirname(path));
  const changed: Standing[] = [];
  const looks = editions.map(({ path, basedOn }) => ({
    path: join(folder, path),
    grow: (before: string) => {
      const text = before.replace(/^\ufeff/, '');
      if (!isBasis(basedOn, text)) changed.push({ path, text, digest: digestOf(text) });
      return before;
    },
  }));
  const writes = editions.map(({ path, text }) => ({
    path: join(folder, path),
    grow: (before: string) => (changed.length > 0 ? before : text),
  }));
  await growFiles(join(folder, LOCK), [...looks, ...writes]);
  return changed;
}

const isBasis = (basedOn: string | null, text: string) =>
  basedOn === null ? text === '' : basedOn === digestOf(text);

/** A section that has no folder yet gets one; one that is a link to another place is refused. */
async function makeFolder(folder: string, path: string): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
  if (!real.startsWith(`${root}${sep}`)) throw new Error('outside');
}

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Kept, keepRules, recallRules } from '../library/compile-rules.ts';
import type { SourceFile } from '../library/front-matter.ts';
import type { Library } from '../library/library.ts';

/** A library loaded ahead, when the program was built; used only while the wording is the same to the letter. */

interface Prebuilt {
  readonly digest: string;
  readonly library: Library;
  readonly rules: Kept;
}

/** SHA-256 over the paths and texts of the files, which are sorted by path. */
function digestOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text.length}\0${text}`);
  return hash.digest('hex');
}

/** The library that was built from exactly these files; undefined where there is none. */
export async function readPrebuilt(path: string, files: readonly SourceFile[]): Promise<Library | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { digest, library, rules } = JSON.parse(text) as Prebuilt;
  if (digest !== digestOf(files)) return undefined;
  recallRules(library.rules, rules);
  return library;
}

/** Writes the library beside the built program. */
export async function writePrebuilt(
  path: string,
  files: readonly SourceFile[],
  library: Library,
): Promise<void> {
  const rules = keepRules(library.rules);
  await writeFile(path, JSON.stringify({ digest: digestOf(files), library, rules } satisfies Prebuilt));
}

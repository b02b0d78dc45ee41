import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from '../../src/library/front-matter.ts';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

/** The sample practice as it is shipped, and the folder it stands in. */

export const ROOT = new URL('../../', import.meta.url);

const listPaths = (folder: string) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|yaml)$/.test(path))
    .map((path) => `${folder}/${path}`);

export const shippedFiles: readonly SourceFile[] = [
  'practice.yaml',
  ...listPaths('templates'),
  ...listPaths('snippets'),
].map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));

export const shipped = loadLibrary(shippedFiles);

/** The shipped library; its own test says that it loads. */
export const shippedLibrary = shipped.value as Library;

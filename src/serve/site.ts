import { createHash } from 'node:crypto';
import type { PageData } from '../library/page-data.ts';
import { headerFiles } from './header-files.ts';
import { pageBeside } from './page-html.ts';
import { singleFile } from './single-file.ts';

/** A published page as files: a folder for any server, with the one file for those who have none in it. */

/** The file that works by a double click. */
export const SINGLE_FILE = 'closewell.html';
/** The list of all files with their checksums, in the form that `sha256sum -c` reads. */
export const CHECKSUMS = 'SHA256SUMS';

/** What the one file holds: with the fonts of the other scripts it would be larger than mail takes. */
const OWN_FONT = /^Inter_.*\.ttf$/;

/** What was built of the page, and the fonts, by name. */
export interface Built {
  readonly page: ReadonlyMap<string, Uint8Array>;
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** Every file of the site by its path; the checksums come last. */
export function siteFiles(data: PageData, { page, fonts }: Built): ReadonlyMap<string, string | Uint8Array> {
  const text = (name: string) => new TextDecoder().decode(page.get(name));
  const letterFonts = [...fonts].filter(([name]) => OWN_FONT.test(name));
  const sent = [...fonts].filter(([name]) => /\.(?:ttf|txt)$/.test(name));
  const single = singleFile({
    data,
    script: text('single.js'),
    style: text('page.css'),
    icon: text('icon.svg'),
    fonts: new Map(letterFonts),
  });
  const files = new Map<string, string | Uint8Array>([
    ...[...page].filter(([name]) => !name.startsWith('single.')),
    ...sent.map(([name, bytes]) => [`fonts/${name}`, bytes] as const),
    ...headerFiles(SINGLE_FILE),
    ['wording.json', JSON.stringify(data)],
    ['index.html', pageBeside('folder')],
    [SINGLE_FILE, single],
  ]);
  return files.set(CHECKSUMS, checksumsOf(files));
}

const checksumsOf = (files: ReadonlyMap<string, string | Uint8Array>) =>
  [...files]
    .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .join('');

/** The paths that a list of checksums names. */
export const listedIn = (checksums: string): string[] =>
  [...checksums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, path = '']) => path);

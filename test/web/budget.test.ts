import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildWeb } from '../../scripts/build-web.js';
import { readPicture } from '../../src/cli/pdf.ts';
import { readLibrary } from '../../src/files/read-library.ts';
import { readPageData } from '../../src/files/read-page-data.ts';
import { readPageFiles } from '../../src/files/read-page-files.ts';
import { pageBeside } from '../../src/serve/page-html.ts';
import { SINGLE_FILE, siteFiles } from '../../src/serve/site.ts';
import { openFolder, openFonts, SAMPLE } from '../cli/world.ts';

/** How much a browser has to load, by the build itself. */

test('the page starts with at most 100 kB, compressed; YAML, the PDF and the editor come when they are used', async () => {
  const folder = await openFolder();
  const { outputs } = await buildWeb(folder);
  const modules = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const first = new Set<string>();
  const load = (name: string) => {
    if (first.has(name)) return;
    first.add(name);
    for (const { kind, path } of modules.get(name)?.imports ?? [])
      if (kind === 'import-statement') load(basename(path));
  };
  load('page.js');
  const contents = await Promise.all([...first, 'page.css'].map((name) => readFile(join(folder, name))));
  const sizes = [...contents, pageBeside('folder')].map((content) => gzipSync(content, { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(100_000);
  const inputs = [...first].flatMap((name) => Object.keys(modules.get(name)?.inputs ?? {}));
  expect(inputs.filter((path) => /node_modules\/(?:yaml|pdfkit|@codemirror)\//.test(path))).toEqual([]);
  expect(inputs.filter((path) => path.includes('node_modules/preact/'))).not.toEqual([]);
});

test('the one file has at most 3 MB, with the sample practice and the fonts in it', async () => {
  const folder = await openFolder();
  await buildWeb(folder);
  const { value: library } = await readLibrary(SAMPLE, SAMPLE);
  if (library === undefined) throw new Error('the sample does not load');
  const today = '2026-11-23';
  const { value } = await readPageData({ folder: SAMPLE, library, version: '0.0.0', today, readPicture });
  const built = { page: await readPageFiles(folder), fonts: await readPageFiles(await openFonts()) };
  const single = String(siteFiles(value, built).get(SINGLE_FILE));
  expect(Buffer.byteLength(single)).toBeLessThanOrEqual(3_000_000);
});

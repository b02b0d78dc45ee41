import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { countPages, extractStructure, extractText, listWords, readObjects } from '../render/pdf-tools.ts';
import { clientText, home, mobile, sam } from '../support/client-file.ts';
import { copyFonts, run } from './world.ts';

/** All letters of a run in one PDF for the printer. */

const living = (name: string, town: string, changes: object = {}) => ({
  recipients: [
    {
      ...sam,
      ...changes,
      contactPoints: [mobile, { ...home, askFor: name, address: ['12 Elm Street', town] }],
    },
  ],
});
const portal = {
  label: 'portal',
  portal: 'client portal',
  askFor: 'Sam',
  level: 'private',
  confirmedOn: '2026-05-12',
};
const CLIENTS = {
  'a.yaml': clientText({ id: 'c-1', ...living('Ada Moss', 'Chicago, IL 60640') }),
  'b.yaml': clientText({ id: 'c-2', ...living('Bo Łącki', 'Chicago, IL 60601') }),
  'c.yaml': clientText({ id: 'c-3', ...living('Cleo Park', 'Chicago') }),
  'd.yaml': clientText({ id: 'c-4', ...living('Dee Roy', 'Chicago, IL 60622', { largePrint: true }) }),
  'e.yaml': clientText({ id: 'c-5', recipients: [{ ...sam, contactPoints: [mobile, portal] }] }),
};

const base = await mkdtemp(join(tmpdir(), 'closewell-'));
afterAll(() => rm(base, { recursive: true, force: true }));
const [clients, fontFolder] = [join(base, 'clients'), join(base, 'fonts')];
await mkdir(clients);
for (const [name, text] of Object.entries(CLIENTS)) await writeFile(join(clients, name), text);
await copyFonts(fontFolder);

async function print(name: string) {
  const [out, file] = [join(base, name), join(base, `${name}.pdf`)];
  const argv = [clients, '-o', out, '--kind', 'closing', '--on', '2026-11-23', '--print-file', file];
  const ran = await run(['letter', ...argv], { fontFolder });
  return { ...ran, out, pdf: new Uint8Array(await readFile(file)) };
}

const { exit, err, out: printed, pdf } = await print('first');
const words = listWords(pdf);
const pagesOf = (name: string) => words.filter(({ text }) => text === name).map(({ page }) => page);

test('letters are sorted by postcode, each on the front of a sheet, and so is what follows a cover', () => {
  expect({ exit, err }).toMatchObject({ exit: 0, err: expect.stringContaining('4 letters to print') });
  // On the cover the name is the post's; in the letter it stands a second time.
  expect([pagesOf('Łącki'), pagesOf('Roy'), pagesOf('Moss'), pagesOf('Park')]).toEqual([
    [1],
    [3, 5],
    [7],
    [9],
  ]);
  expect(countPages(pdf)).toBe(9);
});

test('blank backs are blank', () => {
  const full = new Set(words.map(({ page }) => page));
  expect([2, 4, 8].filter((page) => full.has(page))).toEqual([]);
});

test('each letter is a part of one document, and says what its own PDF says', async () => {
  const structure = extractStructure(pdf);
  expect(structure.match(/^Document/gm)).toHaveLength(1);
  const parts = structure.split(/^ {2}Part/m).slice(1);
  const own = await Promise.all(
    [2, 4, 1, 3].map((id) => readFile(join(printed, `c-${id}-1-2026-11-23.pdf`))),
  );
  const bare = (text: string) => text.replace(/^ +/gm, '').trim();
  expect(parts.map(bare)).toEqual(own.map((one) => bare(extractStructure(one).replace('Document', ''))));
  expect(extractText(pdf)).toContain('Bo Łącki');
});

test('it keeps the rules of PDF/UA-1 that a program can judge', async () => {
  expect(checkTagged(await parsePdf(pdf)).faults).toEqual([]);
});

test('what the file says about itself names nobody', () => {
  const { trailer, all, get, text } = readObjects(pdf);
  const metadata = all.find((one) => one['/Type'] === '/Metadata');
  expect(metadata).toBeDefined();
  const root = get(trailer['/Root']);
  const told = `${JSON.stringify(get(trailer['/Info']))}${text(root['/Metadata'])}`;
  expect(told).toContain('2026-11-23');
  expect(['Moss', 'Ada', 'c-1'].filter((name) => told.includes(name))).toEqual([]);
});

test('the same letters give the same bytes', async () => {
  expect((await print('second')).pdf).toEqual(pdf);
});

test.each([[['--print-file', 'print.txt']], [['--print-file', 'print.pdf', '-']]])(
  'with %j is wrong usage',
  async (flags) => {
    expect((await run(['letter', 'a.yaml', '-o', 'out', ...flags])).exit).toBe(2);
  },
);

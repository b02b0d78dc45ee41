import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_PNG } from '../picture/sample-images.ts';
import { clientText } from '../support/client-file.ts';
import { openFolder, openFonts, openPractice, run, stdin } from './world.ts';

const STATIONERY = `
delivery: Personal and confidential
logo: { file: pictures/logo.png, alternative: A willow }
enclosures:
  - { says: "Enclosure: help in other languages", file: enclosures/help.md }
`;

/** A practice with a logo and an enclosure; `files` go into its folder after that. */
async function practiceWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await openPractice({
    'practice.yaml': (text) => text.replace(/^policy:/m, `${STATIONERY}\npolicy:`),
  });
  for (const name of ['pictures', 'enclosures']) await mkdir(join(folder, name));
  const all = { 'pictures/logo.png': SMALL_PNG, 'enclosures/help.md': '# Help\n\nIt is free.\n', ...files };
  for (const [path, content] of Object.entries(all)) await writeFile(join(folder, path), content);
  return folder;
}

async function write(folder: string, name: string, ...flags: string[]) {
  const path = join(await openFolder(), name);
  const io = { ...stdin(clientText()), fontFolder: await openFonts() };
  const ran = await run(['letter', '-', '--practice', folder, '-o', path, ...flags], io);
  return { ...ran, text: await readFile(path, 'latin1').catch(() => undefined) };
}

test('delivery line, enclosure and its text are in the letter as text', async () => {
  const { out, err } = await run(['letter', '-', '--practice', await practiceWith()], stdin(clientText()));
  expect(err).not.toContain('error');
  expect(out).toMatch(
    /\nPersonal and confidential\n[\s\S]*\nEnclosure: help in other languages\n\nHelp\n\nIt is free\.\n$/,
  );
});

test('the logo is in the PDF as a figure with its words', async () => {
  const { exit, text } = await write(await practiceWith(), 'letter.pdf');
  expect(exit).toBe(0);
  expect(text).toContain('/Alt (A willow)');
});

test.each([
  ['pictures/logo.png', 'not a picture', 'picture-unusable'],
  ['pictures/logo.png', new Uint8Array(200_000), 'file-too-large'],
  ['enclosures/help.md', '<b>Help</b>\n', 'wording-form'],
  ['enclosures/help.md', new Uint8Array([0xff, 0xfe, 0, 1]), 'file-not-text'],
])('%s that is no good is named, and nothing is written', async (path, content, code) => {
  const { exit, places, text } = await write(await practiceWith({ [path]: content }), 'letter.pdf');
  expect({ exit, text }).toEqual({ exit: 1, text: undefined });
  expect(places).toContain(`${path}:1:1 ${code}`);
});

test('a logo that is no good stops no letter that does not show it', async () => {
  const { exit } = await write(await practiceWith({ 'pictures/logo.png': 'no picture' }), 'letter.txt');
  expect(exit).toBe(0);
});

test('paper, envelope and large print can be said for one letter', async () => {
  const folder = await practiceWith();
  const sizes = async (...flags: string[]) =>
    [...((await write(folder, 'letter.pdf', ...flags)).text ?? '').matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(
      (box) => box[1],
    );
  expect(await sizes('--paper', 'a4')).toEqual(['0 0 595.28 841.89', '0 0 595.28 841.89']);
  expect(await sizes('--envelope', 'none')).toEqual(['0 0 612 792', '0 0 612 792']);
  expect((await sizes('--large-print')).length).toBeGreaterThan(3);
  expect((await write(folder, 'letter.pdf', '--paper', 'a5')).exit).toBe(2);
});

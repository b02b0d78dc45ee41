import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { openDrafts } from './wording.ts';
import { listAll, openFolder, openFonts, run, stdin } from './world.ts';

const io = stdin(clientText());

describe('what is not approved is marked in every output', () => {
  test.each(['.txt', '.md', '.html'])('of a letter as %s', async (ending) => {
    const path = join(await openFolder(), `letter${ending}`);
    const { exit } = await run(['letter', '-', '--practice', await openDrafts(), '-o', path], io);
    expect(exit).toBe(0);
    expect(await readFile(path, 'utf8')).toMatch(/SAMPLE[\s\S]{0,20}DRAFT/);
  });

  test('of a letter as PDF, which is another without the mark', async () => {
    const folder = await openFolder();
    const write = async (name: string, practice: readonly string[]) => {
      const fontFolder = await openFonts();
      await run(['letter', '-', '-o', join(folder, name), ...practice], { ...io, fontFolder });
      return readFile(join(folder, name));
    };
    const plain = await write('plain.pdf', []);
    const marked = await write('marked.pdf', ['--practice', await openDrafts()]);
    expect(marked.equals(plain)).toBe(false);
  });

  test('of a letter and a call sheet as JSON', async () => {
    const folder = await openDrafts();
    const letter = JSON.parse((await run(['letter', '-', '--json', '--practice', folder], io)).out);
    expect(letter.letters[0].message.marks).toEqual(['SAMPLE', 'DRAFT']);
    const sheet = JSON.parse((await run(['script', '-', '--json', '--practice', folder], io)).out);
    expect(sheet.sheets[0].messages.voicemail.marks).toEqual(['SAMPLE', 'DRAFT']);
  });

  test('of a call sheet', async () => {
    const { out } = await run(['script', '-', '--practice', await openDrafts()], io);
    expect(out).toMatch(/^SAMPLE · DRAFT · First call/);
  });

  test('also for a day in the past, once the review is long due', async () => {
    const now = () => new Date('2028-01-10T18:00:00Z');
    const { out } = await run(['letter', '-', '--on', '2026-11-23'], { ...io, now });
    expect(out).toMatch(/^SAMPLE\n\nDRAFT\n/);
  });
});

describe('--strict', () => {
  test('hands out what is approved', async () => {
    expect((await run(['letter', '-', '--strict'], io)).exit).toBe(0);
    expect((await run(['script', '-', '--strict'], io)).exit).toBe(0);
  });

  test('refuses what is not, with the ids, and writes nothing', async () => {
    const [practice, folder] = [await openDrafts(), await openFolder()];
    const path = join(folder, 'letter.txt');
    const { exit, out, err } = await run(['letter', '-', '--strict', '--practice', practice, '-o', path], io);
    expect({ exit, out, files: await listAll(folder) }).toEqual({ exit: 4, out: '', files: [] });
    expect(err).toContain('templates/letter-closing, greeting/letter');
    expect((await run(['script', '-', '--strict', '--practice', practice], io)).exit).toBe(4);
  });
});

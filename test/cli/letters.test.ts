import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractText } from '../render/pdf-tools.ts';
import { adult, clientText, couple, okafors, sam } from '../support/client-file.ts';
import { openFolder, openFonts, run } from './world.ts';

/** Letters to several clients at once. */

const ON = ['--on', '2026-11-23'];
const withFonts = async () => ({ fontFolder: await openFonts() });
/** Told by voicemail that the file closes, and owed the letter. */
const DUE = {
  outreach: [
    { on: '2026-11-02', to: 'mobile', outcome: 'voicemail-left', level: 'detailed', step: 'first-call' },
    { on: '2026-11-10', to: 'mobile', outcome: 'mailbox-full', step: 'final-call' },
    { on: '2026-11-11', to: 'mobile', outcome: 'mailbox-full', step: 'final-call' },
  ],
};

async function clients(all: Readonly<Record<string, string>>): Promise<string> {
  const folder = await openFolder();
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return folder;
}

describe('closewell letter for several clients', () => {
  test('writes those that are due, named by id, recipient and day, and says why there is no other', async () => {
    const folder = await clients({
      'a.yaml': clientText({ id: 'c-1', ...DUE }),
      'b.yaml': clientText({ id: 'c-2' }),
      'c.yaml': clientText({ id: 'c-3', consultFirst: 'risk' }),
    });
    const out = join(folder, 'out');
    const { exit, err } = await run(['letter', folder, '-o', out, ...ON], await withFonts());
    expect({ exit, files: await readdir(out) }).toEqual({ exit: 0, files: ['c-1-1-2026-11-23.pdf'] });
    expect(err).toContain('c-2/1: no letter is due. Next: first call.');
    expect(err).toContain('c-3/1: no letter is due. Next: consult first.');
    expect(err).not.toContain('Okafor');
  });

  test('a kind that is asked for goes to each person of each case', async () => {
    const folder = await clients({
      'a.yaml': clientText({ id: 'c-1' }),
      'b.yaml': clientText({ id: 'c-2' }, couple),
    });
    const out = join(folder, 'out');
    const argv = [join(folder, 'a.yaml'), join(folder, 'b.yaml'), '-o', out, '--kind', 'caring', ...ON];
    expect((await run(['letter', ...argv], await withFonts())).exit).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      'c-1-1-2026-11-23.pdf',
      'c-2-1-2026-11-23.pdf',
      'c-2-2-2026-11-23.pdf',
    ]);
  });

  test('a file that cannot be read, and a letter that is there already, stop nothing else', async () => {
    const folder = await clients({
      'a.yaml': 'kind: [',
      'b.yaml': clientText({ id: 'c-1' }),
      'c.yaml': clientText({ id: 'c-2' }),
    });
    const out = await openFolder();
    await writeFile(join(out, 'c-1-1-2026-11-23.pdf'), 'there');
    const { exit, codes } = await run(
      ['letter', folder, '-o', out, '--kind', 'caring', ...ON],
      await withFonts(),
    );
    expect({ exit, codes: [...codes].sort() }).toEqual({ exit: 1, codes: ['output-exists', 'yaml-syntax'] });
    expect((await readdir(out)).sort()).toEqual(['c-1-1-2026-11-23.pdf', 'c-2-1-2026-11-23.pdf']);
  });

  test.each([
    [['--json']],
    [['--from', 'edited.md']],
    [['--kind', 'angry']],
    [['--check']],
    [['--protect']],
    [['--preview']],
  ])('with %j is wrong usage', async (flags) => {
    const folder = await clients({ 'a.yaml': clientText({}, adult) });
    expect((await run(['letter', folder, '-o', join(folder, 'out'), ...flags])).exit).toBe(2);
  });

  test('without a folder to write to is wrong usage', async () => {
    const folder = await clients({ 'a.yaml': clientText({}, adult) });
    expect((await run(['letter', folder])).exit).toBe(2);
  });
});

test('partners who agreed to it get one file together, and those who did not get one each', async () => {
  const jointLetter = { agreedOn: '2026-05-12' };
  const folder = await clients({
    'a.yaml': clientText({ id: 'c-1', jointLetter }, okafors),
    'b.yaml': clientText({ id: 'c-2' }, okafors),
  });
  const out = join(folder, 'out');
  await run(['letter', folder, '-o', out, '--kind', 'closing', ...ON], await withFonts());
  expect((await readdir(out)).sort()).toEqual([
    'c-1-both-2026-11-23.pdf',
    'c-2-1-2026-11-23.pdf',
    'c-2-2-2026-11-23.pdf',
  ]);
});

test.each([[[]], [['--force']]])(
  'of two files with one id the first is written, and the other told, with %j',
  async (flags) => {
    const folder = await clients({
      'a.yaml': clientText({ id: 'c-1' }),
      'b.yaml': clientText({ id: 'c-1', recipients: [{ ...sam, called: 'Bo' }] }),
    });
    const out = join(folder, 'out');
    const argv = ['letter', folder, '-o', out, '--kind', 'caring', ...ON, ...flags];
    const { exit, places } = await run(argv, await withFonts());
    expect({ exit, places }).toEqual({
      exit: 1,
      places: [`${join(folder, 'b.yaml')}:1:1 output-exists`],
    });
    expect(await readdir(out)).toEqual(['c-1-1-2026-11-23.pdf']);
    expect(extractText(await readFile(join(out, 'c-1-1-2026-11-23.pdf')))).toContain('Dear Sam');
  },
);

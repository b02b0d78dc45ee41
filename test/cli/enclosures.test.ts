import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { statusOf } from './wording.ts';
import { openPractice, run, stdin } from './world.ts';

/** What goes along with a letter is read by the client, so it is under approval like the letter. */

const ID = 'enclosures/help';
const LINE = 'Enclosure: help in other languages';

async function practiceWith(text: string, name = 'help.md'): Promise<string> {
  const entry = `enclosures:\n  - { says: "${LINE}", file: enclosures/${name} }\n`;
  const folder = await openPractice({
    'practice.yaml': (before) => before.replace(/^policy:/m, `${entry}policy:`),
  });
  await mkdir(join(folder, 'enclosures'));
  await writeFile(join(folder, 'enclosures', name), text);
  return folder;
}

const letter = (folder: string, ...flags: string[]) =>
  run(['letter', '-', '--practice', folder, ...flags], stdin(clientText()));
const approve = (folder: string) => run(['approve', '--by', 'Ruth', '--yes', '--practice', folder]);

test('a letter with a text that nobody approved is marked, and --strict refuses it', async () => {
  const folder = await practiceWith('It is free.\n');
  expect((await letter(folder)).out).toMatch(/^SAMPLE\n\nDRAFT\n/);
  expect(await letter(folder, '--strict')).toMatchObject({ exit: 4, err: expect.stringContaining(ID) });
  expect((await letter(folder, '--kind', 'outreach', '--strict')).exit).toBe(4);
});

test('what is approved is shown as it stands, and an edit makes it changed again', async () => {
  const folder = await practiceWith('It is free.\n');
  expect((await approve(folder)).out).toContain(`${ID}, as it stands:\n    It is free.\n`);
  expect((await letter(folder)).out).toMatch(/^SAMPLE\n\nWillow/);
  await writeFile(join(folder, `${ID}.md`), 'It is free.\r\n');
  expect((await letter(folder)).out).toMatch(/^SAMPLE\n\nWillow/);
  await writeFile(join(folder, `${ID}.md`), 'It costs a little.\n');
  expect((await statusOf(folder)).items).toMatchObject([{ id: ID, state: 'changed' }]);
  expect((await run(['diff', ID, '--practice', folder])).out).toContain('[-is free');
  expect((await letter(folder, '--strict')).exit).toBe(4);
});

test('what is withdrawn goes along no more, neither the line nor the page', async () => {
  const folder = await practiceWith('It is free.\n');
  await approve(folder);
  await run(['withdraw', ID, '--by', 'Ruth', '--because', 'out of date', '--practice', folder]);
  const { out } = await letter(folder, '--strict');
  expect(out).toContain('Dear Sam');
  expect(out).not.toContain(LINE);
  expect(out).not.toContain('It is free');
});

test('it keeps to the rules of tone, at its place; one in another language is passed over', async () => {
  const text = '# Help\n\nYou failed to call us back.\n';
  expect((await run(['check', '--practice', await practiceWith(text)])).places).toContain(
    `${ID}.md:3:1 tone-refused`,
  );
  const spanish = await practiceWith(text, 'help.es.md');
  expect((await run(['check', '--practice', spanish])).codes).not.toContain('tone-refused');
});

test('one that is not there is named where the practice names it', async () => {
  const folder = await practiceWith('It is free.\n', 'other.md');
  const edit = await openPractice({
    'practice.yaml': (before) =>
      before.replace(/^policy:/m, `enclosures:\n  - { says: "${LINE}", file: ${ID}.md }\npolicy:`),
  });
  expect((await run(['check', '--practice', edit])).codes).toContain('file-unreadable');
  expect((await run(['check', '--practice', folder])).codes).not.toContain('file-unreadable');
});

test('a language that there is not is told, in its words and in its name', async () => {
  const told = async (text: string, name?: string) =>
    (await run(['check', '--practice', await practiceWith(text, name)])).places.filter((place) =>
      place.startsWith('enclosures/'),
    );
  expect(await told('Help\n\nIt is free. [Es gratis.](lang:sp)\n')).toEqual([`${ID}.md:3:13 wording-form`]);
  expect(await told('Es gratis.\n', 'help.spanish.md')).toEqual([
    'enclosures/help.spanish.md:1:1 wording-form',
  ]);
  expect(await told('It is free. [Es gratis.](lang:es)\n')).toEqual([]);
});

import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adult, clientText, couple } from '../support/client-file.ts';
import { listAll, openFolder, openFonts, run, stdin, write } from './world.ts';

/** A client for whom the closing letter is decided, though the ladder would wait. */
const due = (changes: object = {}, client: object = adult) =>
  clientText({ overrule: { early: 'agreed in supervision' }, ...changes }, client);
const NOTHING = (text: string) => text;
const SOFTER = (text: string) => text.replace('I wish you well.', 'Take good care of yourself.');
const WRONG_NUMBER = (text: string) => text.replace('312-555-0141', '312-555-0114');

/** A text that a command prints, after an edit, in a file. */
async function edited(argv: readonly string[], edit: (text: string) => string, name = 'edited.txt') {
  const folder = await openFolder();
  const path = join(folder, name);
  if (extname(name) === '.md') await run([...argv, '-o', path], stdin(due()));
  else await writeFile(path, (await run(argv, stdin(due()))).out);
  await writeFile(path, edit(await readFile(path, 'utf8')));
  return path;
}
const recheck = (path: string, ...flags: string[]) => run(['recheck', '-', path, ...flags], stdin(due()));
const jsonOf = async (path: string, ...flags: string[]) =>
  JSON.parse((await recheck(path, '--json', ...flags)).out);

describe('closewell recheck', () => {
  test('has nothing to say about a letter that nobody edited', async () => {
    const { exit, out, err } = await recheck(await edited(['letter', '-'], NOTHING));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Closing letter: Sam Okafor · 2026-11-23\n\nAs approved: /);
  });

  test('shows what was altered word by word, asks for a confirmation, and ends with 0', async () => {
    const { exit, out, err } = await recheck(await edited(['letter', '-'], SOFTER));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('Thanks and good wishes: altered, please confirm');
    expect(out).toContain('[-I wish you well.-] {+Take good care of yourself.+}');
    expect(out).toMatch(/Please confirm .*: Thanks and good wishes\.\n$/s);
  });

  test('ends with 1 where an error stands, named at its place in the edited file', async () => {
    const path = await edited(['letter', '-'], WRONG_NUMBER);
    const { exit, places } = await recheck(path);
    const line = (await readFile(path, 'utf8')).split('\n').findIndex((one) => one.includes('0114'));
    expect({ exit, places }).toEqual({
      exit: 1,
      places: [expect.stringMatching(new RegExp(`${path}:${line + 1}:\\d+ number-changed`))],
    });
  });

  test.each([
    [['letter', '-'], 'letter-closing'],
    [['letter', '-', '--kind', 'outreach'], 'letter-outreach'],
    [['letter', '-', '--kind', 'caring'], 'caring-contact'],
    [['script', '-', '--call', 'first'], 'voicemail-first-detailed'],
    [['script', '-', '--call', 'final'], 'voicemail-final-detailed'],
  ])('finds out from the text that it was %j', async (argv, template) => {
    const found = await jsonOf(await edited(argv, SOFTER));
    expect({ template: found.template, recipient: found.recipient }).toEqual({
      template,
      recipient: 'Sam Okafor',
    });
  });

  test('finds out whose of a couple it was', async () => {
    const text = (await run(['letter', '-', '--recipient', '2'], stdin(due({}, couple)))).out;
    const argv = ['recheck', '-', await write('edited.txt', text), '--json'];
    expect(JSON.parse((await run(argv, stdin(due({}, couple)))).out).recipient).toBe('Bo Lindqvist');
  });

  test('asks which message it was where that is not clear, and takes the answer', async () => {
    const path = await write('edited.txt', 'Hello Sam, see you some day.\n');
    const { exit, out, err } = await recheck(path);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('--kind or --call');
    expect((await jsonOf(path, '--kind', 'caring')).template).toBe('caring-contact');
  });

  test('has these keys as JSON', async () => {
    const found = await jsonOf(await edited(['letter', '-'], SOFTER));
    expect(found).toMatchObject({
      on: '2026-11-23',
      step: 'closing-letter',
      channel: 'letter',
      level: 'private',
      changes: [{ section: 'gratitude', kind: 'altered' }],
      own: [],
      problems: [],
    });
    expect(found.sections.find(({ section }: { section: string }) => section === 'gratitude')).toStrictEqual({
      section: 'gratitude',
      kind: 'altered',
      rule: 'marked',
      confirm: true,
      moved: false,
      rewritten: false,
      altered: [
        {
          approved: 'I wish you well.',
          changes: [
            { kind: 'removed', words: ['I ', 'wish ', 'you ', 'well.'] },
            { kind: 'added', words: expect.any(Array) },
          ],
        },
      ],
    });
  });

  test.each([
    [['--kind', 'sharp'], 2],
    [['--call', 'third'], 2],
  ])('does not know %j', async (flags, exit) => {
    expect((await recheck(await write('edited.txt', 'x'), ...flags)).exit).toBe(exit);
  });

  test('reads no file that is not there, and is no way round a refusal', async () => {
    const path = await write('edited.txt', 'x');
    expect((await recheck('nowhere.txt')).exit).toBe(3);
    const refused = await run(['recheck', '-', path], stdin(due({ consultFirst: 'risk' })));
    expect({ exit: refused.exit, out: refused.out }).toEqual({ exit: 4, out: '' });
    expect((await run(['recheck', '-', '-'], stdin(due()))).exit).toBe(2);
  });
});

describe('closewell letter --from', () => {
  const letterFrom = (path: string, ...flags: string[]) =>
    run(['letter', '-', '--from', path, ...flags], stdin(due()));

  test.each(['edited.md', 'edited.txt'])('%s without an edit is the letter as it was', async (name) => {
    const { out } = await run(['letter', '-'], stdin(due()));
    const made = await letterFrom(await edited(['letter', '-'], NOTHING, name));
    expect(made).toMatchObject({ exit: 0, out, err: '' });
  });

  test.each(['edited.md', 'edited.txt'])(
    '%s prints the edited words, and says beside it what was changed',
    async (name) => {
      const { exit, out, err } = await letterFrom(await edited(['letter', '-'], SOFTER, name));
      expect(exit).toBe(0);
      expect(out).toContain('Take good care of yourself.');
      expect(out).not.toContain('then edited');
      expect(err).toBe('approved, then edited: gratitude altered\nPlease confirm: gratitude\n');
    },
  );

  test.each(['letter.pdf', 'letter.html', 'letter.docx', 'letter.md', 'letter.txt'])(
    'writes %s',
    async (name) => {
      const path = join(await openFolder(), name);
      const from = await edited(['letter', '-'], SOFTER, 'edited.md');
      const made = await run(['letter', '-', '--from', from, '-o', path], {
        ...stdin(due()),
        fontFolder: await openFonts(),
      });
      expect({ exit: made.exit, out: made.out }).toEqual({ exit: 0, out: '' });
      expect((await readFile(path, 'latin1')).length).toBeGreaterThan(500);
    },
  );

  test('keeps the Markdown that was typed', async () => {
    const bold = (text: string) =>
      text.replace('I wish you well.', 'I wish you **very** well.\n\n- one\n- two');
    const path = join(await openFolder(), 'letter.html');
    await letterFrom(await edited(['letter', '-'], bold, 'edited.md'), '-o', path);
    expect(await readFile(path, 'utf8')).toMatch(/<strong>very<\/strong>[\s\S]*<li>/);
  });

  test('in plain text takes every sign literally', async () => {
    const stars = (text: string) =>
      text.replace('I wish you well.', 'I wish you **very** well, <b>Sam</b> & all.');
    const { out } = await letterFrom(await edited(['letter', '-'], stars));
    expect(out).toContain('I wish you **very** well, <b>Sam</b> & all.');
  });

  test.each([
    ['an error in the text', WRONG_NUMBER, 'number-changed'],
    [
      'HTML',
      (text: string) => text.replace('I wish you well.', '\n\n<b>I wish you well.</b>'),
      'wording-form',
    ],
    ['a table', (text: string) => `${text}\n| a | b |\n|---|---|\n| c | d |\n`, 'wording-form'],
  ])('writes nothing with %s', async (_, edit, code) => {
    const folder = await openFolder();
    const from = await edited(['letter', '-'], edit, 'edited.md');
    const { exit, codes, out } = await letterFrom(from, '-o', join(folder, 'letter.txt'));
    expect({ exit, codes: [...new Set(codes)], out, written: await listAll(folder) }).toEqual({
      exit: 1,
      codes: [code],
      out: '',
      written: [],
    });
  });

  test('names the line on which the HTML stands', async () => {
    const from = await edited(
      ['letter', '-'],
      (text) => text.replace('I wish you', '<i>I</i> wish you'),
      'edited.md',
    );
    const lines = (await readFile(from, 'utf8')).split('\n');
    const line = lines.findIndex((one) => one.includes('<i>'));
    const column = (lines[line] ?? '').indexOf('<i>') + 1;
    expect((await letterFrom(from)).places[0]).toBe(`${from}:${line + 1}:${column} wording-form`);
  });

  test('as JSON has the mark and the changes', async () => {
    const made = JSON.parse((await letterFrom(await edited(['letter', '-'], SOFTER), '--json')).out);
    expect(made).toMatchObject({
      marks: ['SAMPLE', 'approved, then edited'],
      changes: [{ section: 'gratitude', kind: 'altered' }],
      text: expect.stringContaining('Take good care'),
    });
  });
});

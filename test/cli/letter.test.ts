import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adult, okafors as couple, home, mobile, sam, textOf } from '../support/client-file.ts';
import { listAll, openFolder, openFonts, run, stdin, TODAY } from './world.ts';

/** A client for whom any letter is in time. */
const clientText = (overrides: object = {}, client: object = adult) =>
  textOf({ ...client, ...overrides, overrule: { early: 'agreed in supervision' } });

const letter = (text: string, ...flags: string[]) => run(['letter', '-', ...flags], stdin(text));
const letters = async (text: string, ...flags: string[]) =>
  JSON.parse((await letter(text, '--json', ...flags)).out);
const withHome = (overrides: object, rest: object = {}) =>
  clientText({ recipients: [{ ...sam, contactPoints: [{ ...home, ...overrides }], ...rest }] });

describe('without -o', () => {
  test('the closing letter goes to standard output as text, and nothing to standard error', async () => {
    const { exit, out, err } = await letter(clientText());
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^SAMPLE\n\nWillow Street Practice\n/);
    expect(out).toContain('\nDear Sam,\n');
    expect(out).toMatch(/[^\n]\n$/);
  });

  test('the letters of a couple stand apart by a form feed', async () => {
    const { out } = await letter(clientText({}, couple));
    expect(out.split('\n\f\n').map((one) => /Dear (\w+),/.exec(one)?.[1])).toEqual(['Sam', 'Robin']);
  });

  test('what is refused prints nothing, says why on standard error and ends with 4', async () => {
    const { exit, out, err } = await letter(clientText({ consultFirst: 'mandate' }));
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toContain('Ruth Adeyemi');
  });

  test('of two letters the one that may be written is printed, and the exit code is 0', async () => {
    const recipients = [
      { ...sam, role: 'partner', contactPoints: [{ ...home, level: 'none' }] },
      couple.recipients[1],
    ];
    const { exit, out, err } = await letter(clientText({ recipients }, couple));
    expect(exit).toBe(0);
    expect(out).toContain('Dear Robin,');
    expect(out).not.toContain('Sam');
    expect(err).toMatch(/^No letter: /);
  });

  test('a missing fact is asked for at its place, and nothing is printed', async () => {
    const { exit, out, places } = await letter(
      clientText({ shared: { progress: 'say no at work', supports: ['x'] } }),
    );
    expect({ out, places }).toEqual({ out: '', places: ['standard input:9:5 fact-missing'] });
    expect(exit).not.toBe(0);
  });
});

describe('--json', () => {
  test('has exactly these keys', async () => {
    expect(await letters(clientText())).toStrictEqual({
      on: TODAY,
      letters: [
        {
          step: 'closing-letter',
          recipient: 'Sam Okafor',
          address: { label: 'home', level: 'private' },
          message: {
            template: 'letter-closing',
            level: 'private',
            marks: ['SAMPLE'],
            sections: expect.any(Array),
            text: expect.any(String),
            seconds: { low: expect.any(Number), high: expect.any(Number) },
          },
        },
      ],
      problems: [],
    });
  });

  test('has a refusal with its reason, and no address where there is none', async () => {
    const { letters: made } = await letters(
      clientText({ recipients: [{ ...sam, contactPoints: [mobile] }] }),
    );
    expect(made).toStrictEqual([
      {
        recipient: 'Sam Okafor',
        step: 'closing-letter',
        address: null,
        message: { refused: 'nothing-allowed', reason: expect.any(String) },
      },
    ]);
  });
});

describe('--kind', () => {
  test.each([
    ['outreach', 'outreach-letter'],
    ['closing', 'closing-letter'],
    ['caring', 'caring-contact'],
  ])('%s is the step %s', async (kind, step) => {
    const { letters: written } = await letters(clientText(), '--kind', kind);
    expect({ made: written[0].step, refused: written[0].message.refused }).toEqual({
      made: step,
      refused: undefined,
    });
  });
});

describe('--to, --level and --recipient', () => {
  const two = clientText({
    recipients: [{ ...sam, contactPoints: [home, { ...home, label: 'parents', level: 'neutral' }] }],
  });

  test('the labelled address is written to', async () => {
    const { letters: made } = await letters(two, '--kind', 'outreach', '--to', 'parents');
    expect(made[0]).toMatchObject({
      address: { label: 'parents', level: 'minimal' },
      message: { level: 'minimal' },
    });
  });

  test('less is said where less is asked for', async () => {
    const { letters: made } = await letters(clientText(), '--kind', 'outreach', '--level', 'minimal');
    expect(made[0].message.level).toBe('minimal');
  });

  test('a letter to an address for neutral mail says nothing of closing', async () => {
    const { letters: made } = await letters(withHome({ level: 'neutral' }));
    const said = made[0].message.sections.map(({ section }: { section: string }) => section);
    expect(made[0].message.level).toBe('minimal');
    expect(said).not.toContain('closing-notice');
  });

  test('one partner is written to', async () => {
    const { letters: made } = await letters(clientText({}, couple), '--recipient', '2');
    expect(made.map(({ recipient }: { recipient: string }) => recipient)).toEqual(['Robin Okafor']);
  });
});

describe('-o', () => {
  test.each([
    ['letter.txt', /^SAMPLE\n\nWillow/],
    ['letter.md', /SAMPLE[\s\S]*Dear Sam,/],
    ['letter.html', /^<!doctype html>[\s\S]*Dear <bdi>Sam<\/bdi>,/],
    ['letter.pdf', /^%PDF-1\.7/],
  ])('%s is written, for its owner alone, and standard output stays empty', async (name, content) => {
    const folder = await openFolder();
    const fontFolder = await openFonts();
    const path = join(folder, name);
    const { exit, out, err } = await run(['letter', '-', '-o', path], { ...stdin(clientText()), fontFolder });
    expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: `Written: ${path}\n` });
    expect(await readFile(path, 'latin1')).toMatch(content);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await listAll(folder)).toEqual([name]);
  });

  test('the ending may be in capitals', async () => {
    const path = join(await openFolder(), 'LETTER.TXT');
    expect((await letter(clientText(), '-o', path)).exit).toBe(0);
  });

  test('with --json both are made', async () => {
    const path = join(await openFolder(), 'letter.txt');
    const { exit, out } = await letter(clientText(), '-o', path, '--json');
    expect({ exit, step: JSON.parse(out).letters[0].step }).toEqual({ exit: 0, step: 'closing-letter' });
    expect(await readFile(path, 'utf8')).toContain('Dear Sam,');
  });

  test('a file that is there stays as it is without --force', async () => {
    const folder = await openFolder();
    const path = join(folder, 'letter.txt');
    await writeFile(path, 'mine');
    const { exit, codes } = await letter(clientText(), '-o', path);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['output-exists'] });
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect(await listAll(folder)).toEqual(['letter.txt']);
  });

  test('with --force it is replaced, and the new file has the mode of a new one', async () => {
    const path = join(await openFolder(), 'letter.txt');
    await writeFile(path, 'mine', { mode: 0o644 });
    const { exit } = await letter(clientText(), '-o', path, '--force');
    expect(exit).toBe(0);
    expect(await readFile(path, 'utf8')).toContain('Dear Sam,');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['a refusal', clientText({ consultFirst: 'risk' })],
    ['a missing fact', clientText({ shared: undefined })],
    ['a client with an error', clientText({ kind: 'grown-up' })],
    ['a couple', clientText({}, couple)],
  ])('%s writes nothing', async (_, text) => {
    const folder = await openFolder();
    const { exit } = await letter(text, '-o', join(folder, 'letter.txt'));
    expect(exit).not.toBe(0);
    expect(await listAll(folder)).toEqual([]);
  });

  test('an unknown variant writes nothing', async () => {
    const folder = await openFolder();
    const flags = ['-o', join(folder, 'letter.txt'), '--use', 'open-door=ajar'];
    const { exit, codes } = await letter(clientText(), ...flags);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['snippet-unknown'] });
    expect(await listAll(folder)).toEqual([]);
  });

  test('a letter with a character that no font has writes no PDF', async () => {
    const folder = await openFolder();
    const text = clientText({ recipients: [{ ...sam, called: 'Sam \u{1f33b}' }] });
    const io = { ...stdin(text), fontFolder: await openFonts() };
    const { exit, codes } = await run(['letter', '-', '-o', join(folder, 'letter.pdf')], io);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['letter-glyph-missing'] });
    expect(await listAll(folder)).toEqual([]);
  });

  test('fonts that are not there are one problem, and nothing is written', async () => {
    const folder = await openFolder();
    const { exit, codes } = await letter(clientText(), '-o', join(folder, 'letter.pdf'));
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['file-unreadable'] });
    expect(await listAll(folder)).toEqual([]);
  });

  test('each partner gets a file of their own', async () => {
    const path = join(await openFolder(), 'letter.txt');
    const { exit } = await letter(clientText({}, couple), '-o', path, '--recipient', '2');
    expect(exit).toBe(0);
    expect(await readFile(path, 'utf8')).not.toContain('Sam');
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adult, home, minor, okafors, sam, textOf } from '../support/client-file.ts';
import { listAll, openFolder, openFonts, openPractice, run, stdin, write } from './world.ts';

const early = { overrule: { early: 'agreed in supervision' } };

describe('either safety flag stops every command for both partners', () => {
  const [first, second] = okafors.recipients as [object, object];
  const flag = { safety: { checkedOn: '2026-05-12', flag: true } };
  const flagged = textOf({ ...okafors, recipients: [first, { ...second, ...flag }] });

  test.each([
    ['script', '-'],
    ['script', '-', '--call', 'first', '--recipient', '1'],
    ['letter', '-'],
    ['letter', '-', '--kind', 'caring', '--recipient', '1'],
  ])('%s %s %s %s', async (...argv) => {
    const { exit, out, err } = await run(argv, stdin(flagged));
    expect(exit).toBe(4);
    expect(`${out} ${err}`.replace(/\s+/g, ' ')).toContain('Call Ruth Adeyemi');
    expect(out + err).not.toMatch(/Dear|close on|312-555-014/);
  });

  test.each([
    ['recheck', '-'],
    ['letter', '-', '--from'],
  ])('%s %s %s, whatever the text says', async (...argv) => {
    const path = await write('edited.txt', 'Dear Sam,\n\nYour file will close.\n');
    const { exit, out } = await run([...argv, path], stdin(flagged));
    expect({ refused: exit > 0, out }).toEqual({ refused: true, out: '' });
  });

  test('next has both consult first', async () => {
    const path = await write('c.yaml', flagged);
    const { out } = await run(['next', path]);
    expect(out.match(/consult first/g)).toHaveLength(2);
  });
});

test('a child who was not brought is no missed appointment: every command says whom to call', async () => {
  const text = textOf({ ...minor, consultFirst: 'child-not-brought' });
  const { exit, out } = await run(['script', '-'], stdin(text));
  expect(exit).toBe(4);
  expect(out).toContain('no appointment that the child missed');
  expect(out).toContain('Ruth Adeyemi');
  const { places } = await run(
    ['script', '-'],
    stdin(textOf({ ...adult, consultFirst: 'child-not-brought' })),
  );
  expect(places).toEqual(['standard input:5:19 client-inconsistent']);
});

test('the letter that both agreed to is one file, without a choice of whom', async () => {
  const path = join(await openFolder(), 'c-1042.txt');
  const text = textOf({ ...okafors, ...early, jointLetter: { agreedOn: '2026-05-12' } });
  expect(await run(['letter', '-', '-o', path], stdin(text))).toMatchObject({ exit: 0 });
  expect(await readFile(path, 'utf8')).toContain('Dear Sam and Robin,');
});

test('a joint letter comes back from its edits as it went, and what one alone may know is kept out of it', async () => {
  const [first, second] = okafors.recipients as [object, object];
  const recipients = [{ ...first, personal: { statedReason: 'the long drive home' } }, second];
  const text = textOf({ ...okafors, recipients, ...early, jointLetter: { agreedOn: '2026-05-12' } });
  const { out } = await run(['letter', '-'], stdin(text));
  const path = await write('edited.txt', out);
  expect(await run(['recheck', '-', path], stdin(text))).toMatchObject({ exit: 0, codes: [] });
  await writeFile(
    path,
    out.replace('I wish you well.', 'I know about the long drive home. I wish you well.'),
  );
  expect((await run(['recheck', '-', path], stdin(text))).codes).toContain('field-above-level');
});

describe('a Part 2 program', () => {
  const NAME = 'Willow Street Practice';
  const open = () => openPractice({ 'practice.yaml': (text) => `part2: true\n${text}` });
  const client = textOf({ ...adult, ...early, recipients: [{ ...sam, contactPoints: [home] }] });

  test.each(['.txt', '.html', '.md', '.pdf'])('is not named round a letter as %s', async (ending) => {
    const path = join(await openFolder(), `c-1042${ending}`);
    const io = { ...stdin(client), fontFolder: await openFonts() };
    const { exit } = await run(['letter', '-', '-o', path, '--practice', await open()], io);
    expect(exit).toBe(0);
    expect(await readFile(path, 'latin1')).not.toContain(NAME);
  });

  test('gives no file its name', async () => {
    const folder = await openFolder();
    const path = join(folder, 'willow-street-practice.pdf');
    expect((await run(['letter', '-', '-o', path, '--practice', await open()], stdin(client))).exit).toBe(2);
    expect(await listAll(folder)).toEqual([]);
    expect((await run(['letter', '-', '-o', path.replace('pdf', 'txt')], stdin(client))).exit).toBe(0);
  });

  test('leaves name and number on a machine that may hear all, and says so as JSON', async () => {
    const text = textOf({ ...adult, ...early });
    const { out } = await run(
      ['script', '-', '--call', 'final', '--json', '--practice', await open()],
      stdin(text),
    );
    const { voicemail, opening, someoneElse } = JSON.parse(out).sheets[0].messages;
    expect(voicemail.level).toBe('minimal');
    expect(JSON.stringify([voicemail, opening, someoneElse])).not.toContain(NAME);
  });

  test('has a portal message whose notification does not name it', async () => {
    const portal = {
      label: 'portal',
      portal: 'client portal',
      askFor: 'Sam',
      level: 'private',
      confirmedOn: '2026-05-12',
    };
    const text = textOf({ ...adult, ...early, recipients: [{ ...sam, contactPoints: [portal] }] });
    const { exit, out } = await run(['letter', '-', '--practice', await open()], stdin(text));
    expect(exit).toBe(0);
    expect(out).toContain('A short note');
    expect(out).not.toContain(NAME);
  });

  test('cannot be named by an edit where others may read it', async () => {
    const neutral = textOf({
      ...adult,
      ...early,
      recipients: [{ ...sam, contactPoints: [{ ...home, level: 'neutral' }] }],
    });
    const practice = await open();
    const { out } = await run(['letter', '-', '--kind', 'outreach', '--practice', practice], stdin(neutral));
    const path = await write('edited.txt', out.replace('Sincerely,', `Sincerely, for ${NAME},`));
    const { codes } = await run(
      ['recheck', '-', path, '--kind', 'outreach', '--practice', practice],
      stdin(neutral),
    );
    expect(codes).toEqual(expect.arrayContaining(['field-above-level']));
  });
});

describe('calls that the ladder does not have', () => {
  const partsOf = async (client: object, call: string) => {
    const { out } = await run(
      ['script', '-', '--call', call, '--json'],
      stdin(textOf({ ...adult, ...client })),
    );
    const { messages } = JSON.parse(out).sheets[0];
    return Object.fromEntries(
      Object.entries<{ level?: string; refused?: string }>(messages).map(([part, { level, refused }]) => [
        part,
        level ?? refused,
      ]),
    );
  };

  test('someone who calls back is talked with, though nothing may be left for them', async () => {
    const recipients = [{ ...sam, contactPoints: [{ ...home, level: 'none' }] }];
    expect(await partsOf({ recipients }, 'return')).toEqual({
      prepare: 'private',
      opening: 'vague',
      live: 'private',
      voicemail: 'nothing-allowed',
      someoneElse: 'nothing-allowed',
    });
  });

  test('the front desk never has more than minimal, even with the right person', async () => {
    expect(await partsOf({}, 'front-desk')).toEqual({
      prepare: 'minimal',
      opening: 'vague',
      live: 'minimal',
      voicemail: 'minimal',
      someoneElse: 'vague',
    });
  });
});

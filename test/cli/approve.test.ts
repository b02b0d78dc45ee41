import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answering, CONTACT, openChanged, openDrafts, statusOf } from './wording.ts';
import { listAll, openFolder, openPractice, run } from './world.ts';

const BY = ['--by', 'Marta Reyes'];
const approve = (folder: string, argv: readonly string[], io: Parameters<typeof run>[1] = {}) =>
  run(['approve', '--practice', folder, ...BY, ...argv], io);
const approvals = (folder: string) => readFile(join(folder, 'snippets/approvals.yaml'), 'utf8');

describe('closewell approve', () => {
  test('shows what changed and whole messages, asks once, and writes down who approved it', async () => {
    const folder = await openChanged();
    const { questions, ask } = answering('yes');
    const { exit, out, err } = await approve(folder, ['--role', 'director', '--note', 'a kinder end'], {
      ask,
    });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(questions).toEqual(['Approve this text? Write yes. ']);
    expect(out).toContain('{+Thank you.+}');
    expect(out).toMatch(/shown by: .*letter-closing/);
    expect(out).toMatch(/How to reach us, by contact\/letter\n {2}> .*Thank you\./);
    expect(out).toContain('Closewell does not know who wrote a text');
    expect(await approvals(folder)).toMatch(
      /- on: 2026-11-23\n {2}by: "Marta Reyes"\n {2}role: "director"\n {2}reviewBy: 2027-11-23\n {2}note: "a kinder end"\n {2}approves:\n {4}- contact\/letter [0-9a-f]{64}\n$/,
    );
    expect((await statusOf(folder)).exit).toBe(0);
  });

  test('takes one sitting for a new practice', async () => {
    const folder = await openDrafts();
    const { exit, out } = await approve(folder, ['--yes', '--review-by', '2027-03-01']);
    expect(exit).toBe(0);
    expect(out).toContain('whole messages that show every wording');
    expect((await statusOf(folder)).counts).toMatchObject({ draft: 0, overdue: 0 });
    expect((await approvals(folder)).match(/^- on:/gm)).toHaveLength(1);
    expect(await listAll(join(folder, 'snippets'))).not.toContain('.approvals.lock');
  });

  test('with ids approves these alone', async () => {
    const folder = await openDrafts();
    await approve(folder, ['contact/letter', 'templates/prepare', 'rules', '--yes']);
    const { counts } = await statusOf(folder);
    expect(counts).toMatchObject({ approved: 3 });
  });

  test.each(['no', '', 'y', 'yes please'])('approves nothing for the answer "%s"', async (answer) => {
    const folder = await openChanged();
    const before = await approvals(folder);
    expect((await approve(folder, [], answering(answer))).exit).toBe(1);
    expect(await approvals(folder)).toBe(before);
  });

  test('shows, approves nothing and says how where nobody can answer', async () => {
    const folder = await openChanged();
    const before = await approvals(folder);
    const { exit, out, err } = await approve(folder, []);
    expect(exit).toBe(1);
    expect(out).toContain('{+Thank you.+}');
    expect(err).toContain('--yes');
    expect(await approvals(folder)).toBe(before);
  });

  test('has only to confirm an edit that says the same in every case', async () => {
    const folder = await openPractice({
      'snippets/closing-notice/letter.md': (text) =>
        text.replace(/\n---\n([\s\S]*)$/, '\n---\n{{#if practiceName}}\n$1\n{{/if}}\n'),
    });
    const { out } = await approve(folder, ['--yes']);
    expect(out).toContain(
      'These say the same in every case as when they were approved (confirm only):\n  closing-notice/letter',
    );
    expect(out).not.toContain('whole messages');
    expect((await statusOf(folder)).exit).toBe(0);
  });

  test('shows one change once, for all the texts that have it', async () => {
    const swap = (text: string) => text.replace('What stays with me', 'What I keep');
    const folder = await openPractice({
      'snippets/acknowledgment/default.md': swap,
      'snippets/acknowledgment/voicemail.md': swap,
    });
    const { out } = await approve(folder, ['--yes']);
    expect(out).toContain('The same change in 2 texts: acknowledgment/default, acknowledgment/voicemail');
  });

  test('has nothing to do where everything is approved', async () => {
    const { exit, out } = await approve(await openPractice(), []);
    expect({ exit, out }).toEqual({ exit: 0, out: 'Every text is approved; there is nothing to do.\n' });
  });

  test('refuses while check finds errors', async () => {
    const folder = await openPractice({ [CONTACT]: (text) => `${text}{{progres}}` });
    const { exit, out, codes, err } = await approve(folder, ['--yes']);
    expect({ exit, out, codes }).toEqual({ exit: 1, out: '', codes: ['field-unknown'] });
    expect(err).toContain('closewell check');
  });

  test('two at once lose nothing', async () => {
    const folder = await openDrafts();
    const ids = ['contact/letter', 'greeting/letter', 'purpose/letter', 'sign-off/letter'];
    await Promise.all(ids.map((id) => approve(folder, [id, '--yes'])));
    expect((await statusOf(folder)).counts.approved).toBe(ids.length);
  });
});

describe('wrong usage of approve', () => {
  test.each([
    ['an id that is not there', ['contact/leter', '--yes'], 'Did you mean "contact/letter"?'],
    ['a day of review that is over', ['--review-by', '2026-11-23'], '--review-by'],
    ['a day that does not exist', ['--review-by', '2027-02-30'], '--review-by'],
    ['a blank role', ['--role', ' ', '--yes'], 'cannot be written down'],
  ])('%s', async (_, argv, said) => {
    const folder = await openChanged();
    const { exit, err } = await approve(folder, argv);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });

  test('nobody named', async () => {
    expect((await run(['approve', '--practice', await openChanged(), '--yes'])).exit).toBe(2);
  });

  test('no practice named, and none here: the packaged sample is nobody’s to approve', async () => {
    const { exit, err } = await run(['approve', ...BY, '--yes'], { cwd: await openFolder() });
    expect(exit).toBe(2);
    expect(err).toContain('--practice DIR');
  });
});

describe('records that do not hold together stop approving, and nothing is written', () => {
  test.each([
    [
      'a text that was changed',
      'snippets/approved-texts.yaml',
      (text: string) => text.replace('Thank you', 'Thanks'),
      'approval-text-changed',
    ],
    ['a text that is missing', 'snippets/approved-texts.yaml', () => '', 'approval-text-missing'],
    [
      'a record that was changed',
      'snippets/approvals.yaml',
      (text: string) => text.replace(/^( +- contact\/letter )./m, '$1x'),
      'value-refused',
    ],
  ])('%s', async (_, path, edit, code) => {
    const folder = await openChanged();
    await writeFile(join(folder, path), edit(await readFile(join(folder, path), 'utf8')));
    const { exit, out, codes } = await approve(folder, ['--yes']);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(new Set(codes)).toEqual(new Set([code]));
  });
});

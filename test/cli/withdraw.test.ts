import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { answering, statusOf } from './wording.ts';
import { openFolder, openPractice, run, stdin } from './world.ts';

const withdraw = (folder: string, ...ids: readonly string[]) =>
  run(['withdraw', ...ids, '--practice', folder, '--by', 'Marta Reyes', '--because', 'too long']);
const letter = (folder: string) => run(['letter', '-', '--practice', folder], stdin(clientText()));

describe('closewell withdraw', () => {
  test('writes down who withdrew what and why, at once', async () => {
    const folder = await openPractice();
    expect((await withdraw(folder, 'validation/cost')).exit).toBe(0);
    expect(await readFile(join(folder, 'snippets/approvals.yaml'), 'utf8')).toMatch(
      /- on: 2026-11-23\n {2}by: "Marta Reyes"\n {2}because: "too long"\n {2}withdraws:\n {4}- validation\/cost\n$/,
    );
    expect(await statusOf(folder)).toMatchObject({
      exit: 0,
      items: [{ id: 'validation/cost', state: 'withdrawn', because: 'too long', by: 'Marta Reyes' }],
    });
  });

  test('warns where messages can no longer be composed, and these alone are refused', async () => {
    const folder = await openPractice();
    const { exit, codes } = await withdraw(folder, 'contact/letter');
    expect({ exit, codes: new Set(codes) }).toEqual({ exit: 0, codes: new Set(['snippet-withdrawn']) });
    const refused = await letter(folder);
    expect({ exit: refused.exit, out: refused.out }).toEqual({ exit: 4, out: '' });
    expect(refused.err).toContain(
      'No letter: This message cannot be composed since wording it needs was withdrawn: contact/letter.',
    );
    expect((await run(['script', '-', '--practice', folder], stdin(clientText()))).exit).toBe(0);
  });

  test('can be undone by approving the text by its name, and by nothing else', async () => {
    const folder = await openPractice();
    await withdraw(folder, 'contact/letter');
    const all = await run(['approve', '--practice', folder, '--by', 'Iris Vance', '--yes']);
    expect(all.out).toContain('nothing to do');
    const { exit, out } = await run(
      ['approve', 'contact/letter', '--practice', folder, '--by', 'Iris Vance'],
      answering('yes'),
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/> .*reach me/);
    expect((await letter(folder)).exit).toBe(0);
  });

  test('works while other wording has errors, and for a text whose file is gone', async () => {
    const folder = await openPractice({ 'snippets/contact/letter.md': () => '{{' });
    await rm(join(folder, 'snippets/validation/cost.md'));
    expect((await withdraw(folder, 'validation/cost')).exit).toBe(0);
  });

  test.each([
    ['an id that is not there', ['contact/leter'], 'Did you mean "contact/letter"?'],
    ['the rules', ['rules'], 'cannot be withdrawn'],
  ])('refuses %s', async (_, ids, said) => {
    const { exit, err } = await withdraw(await openPractice(), ...ids);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });

  test('refuses what is withdrawn already, and a blank reason', async () => {
    const folder = await openPractice();
    await withdraw(folder, 'validation/cost');
    expect((await withdraw(folder, 'validation/cost')).exit).toBe(2);
    const blank = ['withdraw', 'contact/letter', '--practice', folder, '--by', 'Marta', '--because', ' '];
    expect((await run(blank)).exit).toBe(2);
  });

  test('leaves the packaged sample alone', async () => {
    const argv = ['withdraw', 'contact/letter', '--by', 'Marta Reyes', '--because', 'too long'];
    expect((await run(argv, { cwd: await openFolder() })).exit).toBe(2);
  });
});

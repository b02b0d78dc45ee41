import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openChanged, openDrafts } from './wording.ts';
import { openPractice, run } from './world.ts';

const on = (isoDate: string) => ({ now: () => new Date(`${isoDate}T18:00:00Z`) });
const history = (folder: string, ...argv: readonly string[]) =>
  run(['history', '--practice', folder, ...argv]);

const RECORDS = ['snippets/approvals.yaml', 'snippets/approved-texts.yaml'];
let records: readonly string[] | undefined;

/** A text approved in November, in another form in January, and withdrawn in March; recorded once, then written down. */
async function openPast(): Promise<string> {
  const folder = await openChanged();
  const paths = RECORDS.map((path) => join(folder, path));
  if (records === undefined) await record(folder);
  records ??= await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  await Promise.all(records.map((text, index) => writeFile(paths[index] ?? '', text)));
  return folder;
}

async function record(folder: string): Promise<void> {
  await run(['approve', '--practice', folder, '--by', 'Marta Reyes', '--yes'], on('2027-01-15'));
  const why = ['--by', 'Iris Vance', '--because', 'thanks twice'];
  await run(['withdraw', 'contact/letter', '--practice', folder, ...why], on('2027-03-01'));
}

describe('closewell history', () => {
  test('says who approved which text when, and who withdrew it why', async () => {
    const { exit, out } = await history(await openPast(), 'contact/letter');
    expect(exit).toBe(0);
    expect(out.match(/^\d{4}-\d\d-\d\d: .*$/gm)).toEqual([
      expect.stringMatching(
        /^2026-11-23: approved by Ruth Adeyemi \(sample\), clinical director; review by 2027-11-23\./,
      ),
      '2027-01-15: approved by Marta Reyes; review by 2028-01-15.',
      '2027-03-01: withdrawn by Iris Vance. thanks twice',
    ]);
    expect(out.match(/Thank you\.$/gm)).toHaveLength(1);
    expect(out.match(/You can reach me/g)).toHaveLength(2);
  });

  test.each([
    ['2026-11-22', /nothing was approved by 2026-11-22/, false],
    ['2026-11-23', /approved for use on 2026-11-23\.\n2026-11-23/, false],
    ['2027-02-01', /approved for use on 2027-02-01\.\n2027-01-15/, true],
    ['2027-03-01', /not in use on 2027-03-01\.\n2027-03-01: withdrawn/, false],
  ])('--on %s shows what held on that day', async (day, said, isNewer) => {
    const { out } = await history(await openPast(), 'contact/letter', '--on', day);
    expect(out).toMatch(said);
    expect(out.includes('Thank you.')).toBe(isNewer);
  });

  test('knows a text whose file is gone', async () => {
    const folder = await openPast();
    await rm(join(folder, 'snippets/contact/letter.md'));
    expect((await history(folder, 'contact/letter')).out).toContain('You can reach me');
  });

  test('says of a text that is there and that nobody approved that it is not decided', async () => {
    const folder = await openDrafts();
    const { exit, err } = await history(folder, 'contact/letter');
    expect({ exit, err }).toEqual({ exit: 2, err: 'Nobody has decided about contact/letter yet.\n' });
  });

  test('wants a text that was approved, and a day', async () => {
    const folder = await openPractice();
    const { exit, err } = await history(folder, 'contact/leter');
    expect(exit).toBe(2);
    expect(err).toContain('Did you mean "contact/letter"?');
    expect((await history(folder, 'contact/letter', '--on', 'spring')).exit).toBe(2);
  });
});

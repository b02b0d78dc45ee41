import { describe, expect, test } from 'vitest';
import { openChanged, openDrafts } from './wording.ts';
import { openPractice, run } from './world.ts';

const diff = (folder: string, ...argv: readonly string[]) => run(['diff', '--practice', folder, ...argv]);

describe('closewell diff', () => {
  test('marks what was put in, and tells the wordings that went from those that came', async () => {
    const { exit, out } = await diff(await openChanged(), 'contact/letter');
    expect(exit).toBe(0);
    expect(out).toContain('{+ Thank you.+}');
    expect(out).toMatch(
      /No longer said:\n {4}You can reach me[^\n]*\n\nNew:\n {4}You can reach me[^\n]* Thank you\.\n/,
    );
  });

  test('--json has both texts and the wordings', async () => {
    const { out } = await diff(await openChanged(), 'contact/letter', '--json');
    expect(JSON.parse(out)).toMatchObject({
      id: 'contact/letter',
      before: expect.not.stringContaining('Thank you.'),
      after: expect.stringContaining('Thank you.'),
      wordings: { inEveryCaseTheSame: false, same: [] },
    });
  });

  test('says so where nothing changed', async () => {
    expect((await diff(await openPractice(), 'contact/letter')).out).toContain(
      'contact/letter is as it was approved last.',
    );
  });

  test('compares templates and the rules as texts', async () => {
    const folder = await openPractice({
      'templates/prepare.md': (text) => text.replace('Before you dial', 'Before you call'),
    });
    expect((await diff(folder, 'templates/prepare')).out).toContain('[-dial-]{+call+}');
    expect((await diff(folder, 'rules')).out).toContain('rules is as it was approved last.');
  });

  test('shows a text that was never approved as it stands', async () => {
    const { exit, out } = await diff(await openDrafts(), 'contact/letter');
    expect({ exit, first: out.split('\n')[0] }).toEqual({
      exit: 0,
      first: 'contact/letter was never approved. As it stands now:',
    });
  });

  test('wants a text that is there', async () => {
    const { exit, err } = await diff(await openPractice(), 'contact/leter');
    expect(exit).toBe(2);
    expect(err).toContain('Did you mean "contact/letter"?');
  });
});

import { describe, expect, test } from 'vitest';
import { openChanged, openDrafts, statusOf } from './wording.ts';
import { openPractice, run } from './world.ts';

const on = (isoDate: string) => ({ now: () => new Date(`${isoDate}T18:00:00Z`) });

describe('closewell status', () => {
  test('of the sample says that everything is approved', async () => {
    const { exit, out, err } = await run(['status']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^2026-11-23: (\d+) texts, \1 approved\.\n$/);
  });

  test('names what has changed and who approved it last, and ends with 1', async () => {
    const folder = await openChanged();
    const { exit, out } = await run(['status', '--practice', folder]);
    expect(exit).toBe(1);
    expect(out).toContain(
      'changed since approval:\n  contact/letter, last approved on 2026-11-23 by Ruth Adeyemi (sample)',
    );
    expect(await statusOf(folder)).toMatchObject({
      exit: 1,
      today: '2026-11-23',
      counts: { changed: 1, draft: 0, withdrawn: 0 },
      items: [
        { id: 'contact/letter', state: 'changed', by: 'Ruth Adeyemi (sample)', reviewBy: '2027-11-23' },
      ],
    });
  });

  test('of a practice in which nothing is approved lists every text', async () => {
    const { exit, counts, items } = await statusOf(await openDrafts());
    expect({ exit, drafts: counts.draft }).toEqual({ exit: 1, drafts: items.length });
    expect(items[0]).toEqual({ id: 'acknowledgment/default', state: 'draft' });
  });

  test('says what is due for review when, and minds it once the days of grace are over', async () => {
    const folder = await openPractice();
    const due = await run(['status', '--practice', folder], on('2027-11-01'));
    expect(due.exit).toBe(0);
    expect(due.out).toContain('  rules, review by 2027-11-23, approved on 2026-11-23');
    const { exit, counts } = await statusOf(folder, on('2027-12-24'));
    expect({ exit, approved: counts.approved, due: counts['review-due'] }).toEqual({
      exit: 1,
      approved: 0,
      due: 0,
    });
  });

  test('of a practice that does not load says why', async () => {
    const folder = await openPractice({ 'practice.yaml': () => 'name: x' });
    expect(await run(['status', '--practice', folder])).toMatchObject({ exit: 1, out: '' });
  });
});

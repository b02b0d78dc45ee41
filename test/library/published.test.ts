import { describe, expect, test } from 'vitest';
import { listApprovable, standingsOf } from '../../src/library/approval.ts';
import type { Sitting } from '../../src/library/approvals.ts';
import { expiryOf, publishedLibrary, unpublishable } from '../../src/library/published.ts';
import { approvedOn } from '../support/approved-library.ts';
import { libraryOf } from '../support/practice-folder.ts';

const TODAY = '2026-11-23';
const library = libraryOf();
const approved = (reviewBy?: string) => approvedOn('2026-11-01', library, reviewBy);
const withdrawal: Sitting = {
  on: '2026-11-20',
  by: 'Iris Vance',
  because: 'a reproach',
  withdraws: ['greeting/short'],
};

describe('what keeps wording from being published', () => {
  test('is every text that is not approved as it stands', () => {
    expect(unpublishable(library, TODAY).map(({ id }) => id)).toEqual(
      listApprovable(library).map(({ id }) => id),
    );
    expect(unpublishable(approved(), TODAY)).toEqual([]);
  });

  test('is a review that is overdue, and not one whose grace lasts', () => {
    expect(unpublishable(approved('2026-11-01'), TODAY)).toEqual([]);
    expect(unpublishable(approved('2026-10-01'), TODAY)).not.toEqual([]);
  });
});

describe('the last day of a copy', () => {
  test.each([
    ['three months on at most', '2099-12-31', '2027-02-23'],
    ['the first day of review', '2027-01-15', '2027-01-15'],
    ['the end of the grace, where the day of review is over', '2026-11-10', '2026-12-10'],
    ['the end of the grace on the day of review itself', '2026-11-23', '2026-12-23'],
  ])('is %s', (_, reviewBy, day) => {
    expect(expiryOf(approved(reviewBy), TODAY)).toBe(day);
  });
});

describe('a published library', () => {
  const spare = { ...library.snippets[0], id: 'greeting/short' } as (typeof library.snippets)[number];
  const whole = {
    ...approved(),
    sittings: [
      {
        on: '2026-10-01',
        by: 'Iris Vance',
        reviewBy: '2027-10-01',
        note: 'first',
        approves: approved().sittings[0]?.approves ?? [],
      },
      { ...(approved().sittings[0] as Sitting), note: 'after much talk' },
      { on: '2026-11-02', by: 'Marta Reyes', asks: [`greeting/short ${'a'.repeat(64)}`] },
      withdrawal,
    ],
    withdrawn: {
      templates: [],
      snippets: [spare],
      enclosures: [{ id: 'enclosures/old', text: 'Call us.', digest: 'a'.repeat(64) }],
    },
  };
  const published = publishedLibrary(whole);

  test('has the last decision about each text, by whom and when, and none of the words about it', () => {
    expect(published.sittings.map(({ on, by }) => `${on} ${by}`)).toEqual([
      '2026-11-01 Iris Vance',
      '2026-11-20 Iris Vance',
    ]);
    expect(JSON.stringify(published.sittings)).not.toMatch(/talk|reproach|first/);
    expect([...standingsOf(published, TODAY).values()].map(({ state }) => state)).toEqual(
      [...standingsOf(whole, TODAY).values()].map(({ state }) => state),
    );
  });

  test('has no words of what was withdrawn', () => {
    expect(spare.nodes).not.toEqual([]);
    expect(published.withdrawn).toMatchObject({
      snippets: [{ id: 'greeting/short', nodes: [] }],
      enclosures: [{ id: 'enclosures/old', text: '' }],
    });
  });
});

import { addDays, addMonths } from '../course/dates.ts';
import { graceDaysOf, isApproved, type Standing, standingsOf } from './approval.ts';
import type { Sitting } from './approvals.ts';
import { lastDecisions } from './decisions.ts';
import type { Library, Wording } from './library.ts';

/** What of a practice's wording leaves the practice folder, and until when it may be used there. */

/**
 * Copies cannot be called back. After so many months a practice has to publish anew, even if no text is due for review, so
 * that what was withdrawn meanwhile does not live on.
 */
const MOST_MONTHS = 3;

/** The texts that keep the library from being published on the day: not withdrawn, and not approved as they stand. */
export const unpublishable = (library: Library, today: string): Standing[] =>
  [...standingsOf(library, today).values()].filter(
    ({ state }) => state !== 'withdrawn' && !isApproved(state),
  );

/**
 * The last day on which what is published today may be used: the first day of review of any text, or the end of its grace
 * where that day is over, and never later than three months from today.
 */
export function expiryOf(library: Library, today: string): string {
  const graceDays = graceDaysOf(library);
  const days = [...standingsOf(library, today).values()].flatMap(({ decision }) =>
    decision?.kind === 'approved' ? [lastDay(decision.reviewBy, today, graceDays)] : [],
  );
  return [addMonths(today, MOST_MONTHS), ...days].reduce((first, day) => (day < first ? day : first));
}

const lastDay = (reviewBy: string, today: string, graceDays: number) =>
  reviewBy > today ? reviewBy : addDays(reviewBy, graceDays);

/**
 * The library as it is published: what was withdrawn without its words, and of each text the last decision alone, without
 * what people wrote down with it.
 */
export function publishedLibrary(library: Library): Library {
  return {
    ...library,
    sittings: lastSittings(library.sittings),
    withdrawn: withoutWords(library.withdrawn),
  };
}

const withoutWords = ({ templates, snippets, enclosures }: Wording): Wording => ({
  templates,
  snippets: snippets.map((one) => ({ ...one, nodes: [] })),
  enclosures: enclosures.map((one) => ({ ...one, text: '' })),
});

function lastSittings(sittings: readonly Sitting[]): Sitting[] {
  const last = lastDecisions(sittings);
  return sittings.flatMap((sitting) => {
    const { on, by, role, reviewBy } = sitting;
    const holds = (entry: string) => last.get(entry.split(' ')[0] ?? '')?.sitting === sitting;
    const approves = sitting.approves?.filter(holds) ?? [];
    const withdraws = sitting.withdraws?.filter(holds) ?? [];
    if (approves.length + withdraws.length === 0) return [];
    return [
      {
        on,
        by,
        ...(role === undefined ? {} : { role }),
        ...(reviewBy === undefined ? { withdraws } : { reviewBy, approves }),
      },
    ];
  });
}

import { type FoundDate, findDates } from '../course/find-dates.ts';
import { joinInPlace, NOTHING } from '../language/parted-words.ts';

/** Days in an edited text. */

/** The days in the text, also where marks part their words; each from its place to its end in the text as it stands. */
export function findWholeDates(text: string, language: string): FoundDate[] {
  const joined = joinInPlace(text).replace(/[*_~`]/g, NOTHING);
  if (joined === text) return findDates(text, language);
  const kept = [...joined.matchAll(new RegExp(`[^${NOTHING}]`, 'g'))].map(({ index }) => index);
  return findDates(joined.replaceAll(NOTHING, ''), language).map((date) => ({
    ...date,
    start: kept[date.start] ?? 0,
    end: (kept[date.end - 1] ?? 0) + 1,
  }));
}

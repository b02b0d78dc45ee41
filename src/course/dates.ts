import type { Policy } from '../model/practice.ts';
import { WEEKDAYS } from '../model/weekdays.ts';

/** Calendar days as `YYYY-MM-DD`, compared as strings and counted in UTC, so that no time zone can move them. */

const MILLISECONDS_A_DAY = 86_400_000;

/** The calendar repeats after 400 years. Counted from there, since `Date.UTC` takes a year below 100 for one of the last century. */
const YEARS_ROUND = 400;
const DAYS_ROUND = 146_097;

/** The number of two digits in the text. */
const digitsAt = (text: string, at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

const yearOf = (isoDate: string) => digitsAt(isoDate, 0) * 100 + digitsAt(isoDate, 2);
const monthOf = (isoDate: string) => digitsAt(isoDate, 5);
const dayOfMonth = (isoDate: string) => digitsAt(isoDate, 8);

/** Days since 1970-01-01; a month may be past December, and day 0 is the last of the month before. */
const countDays = (year: number, month: number, day: number) =>
  Date.UTC(year + YEARS_ROUND, month - 1, day) / MILLISECONDS_A_DAY - DAYS_ROUND;

const toDay = (isoDate: string) => countDays(yearOf(isoDate), monthOf(isoDate), dayOfMonth(isoDate));

/** By its parts, since `toISOString` takes five times as long, and the dates of a letter are many. */
function fromDay(day: number): string {
  const date = new Date(day * MILLISECONDS_A_DAY);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`);

/** The day `days` after `isoDate`, or before it where negative. */
export const addDays = (isoDate: string, days: number) => fromDay(toDay(isoDate) + days);

/** How many days `later` is after `earlier`. */
export const daysBetween = (earlier: string, later: string) => toDay(later) - toDay(earlier);

/** The day `months` calendar months after `isoDate`; the last of the month where that day does not exist. */
export function addMonths(isoDate: string, months: number): string {
  const [year, month] = [yearOf(isoDate), monthOf(isoDate) + months];
  const last = countDays(year, month + 1, 0);
  return fromDay(Math.min(countDays(year, month, dayOfMonth(isoDate)), last));
}

/** One working day a week and the most holidays a policy can name, all of them on it. */
const DAYS_AHEAD = 7 * 61;

/** `isoDate` itself if the practice works on it, else the first day after it on which it does. */
export function workingDayFrom(isoDate: string, { workingDays, holidays = [] }: Policy): string {
  const first = toDay(isoDate);
  for (let day = first; day <= first + DAYS_AHEAD; day++) {
    // 1970-01-01, day 0, was a Thursday
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
    if (weekday === undefined || !workingDays.includes(weekday)) continue;
    const candidate = day === first ? isoDate : fromDay(day);
    if (!holidays.includes(candidate)) return candidate;
  }
  return isoDate;
}

/** `spoken` names the weekday and leaves the year out; `printed` is the language's long form. */
export type DateForm = 'spoken' | 'printed';

const FORMATS: Readonly<Record<DateForm, Intl.DateTimeFormatOptions>> = {
  spoken: { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' },
  printed: { dateStyle: 'long', timeZone: 'UTC' },
};
const formatters = new Map<string, Intl.DateTimeFormat>();

const MOST_REMEMBERED = 200;
const inWords = new Map<string, string>();

/** The day in words of the language. The same few days are asked for again and again, so they are remembered. */
export function formatDate(isoDate: string, language: string, form: DateForm): string {
  const key = `${language} ${form} ${isoDate}`;
  const known = inWords.get(key);
  if (known !== undefined) return known;
  if (inWords.size >= MOST_REMEMBERED) inWords.clear();
  const words = formatterFor(language, form).format(toDay(isoDate) * MILLISECONDS_A_DAY);
  inWords.set(key, words);
  return words;
}

function formatterFor(language: string, form: DateForm): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, FORMATS[form]);
  formatters.set(key, formatter);
  return formatter;
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Days as people write them, found in a text: "Monday, December 7", "the 7th of December 2026", "12/7", "Friday". */

/** One day in a text, from `start` to `end`; what it does not say is absent. Months count from 1, Monday is 0. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
}

interface DateWords {
  readonly pattern: RegExp;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** Whether 12/7 is in December. */
  readonly isMonthFirst: boolean;
}

const byLanguage = new Map<string, DateWords>();

/** The days in the text, in order; a day of the month alone counts only as "the 7th". */
export function findDates(text: string, language: string): FoundDate[] {
  const words = byLanguage.get(language) ?? readDateWords(language);
  byLanguage.set(language, words);
  return [...text.matchAll(words.pattern)].flatMap((match) => readDate(match, words));
}

/** The weekday of a day that exists, Monday being 0; undefined for one that does not. */
export function weekdayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? (date.getUTCDay() + 6) % 7
    : undefined;
}

// 2024-01-01 was a Monday.
const nameWith = (options: Intl.DateTimeFormatOptions, language: string) => {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return (month: number, day: number) =>
    format
      .format(Date.UTC(2024, month, day))
      .toLowerCase()
      .replace(/\.$/, '');
};

function readDateWords(language: string): DateWords {
  const numbered = (count: number, style: (form: 'long' | 'short') => (index: number) => string) =>
    new Map(
      (['long', 'short'] as const).flatMap((form) =>
        Array.from({ length: count }, (_, index): [string, number] => [style(form)(index), index]),
      ),
    );
  const months = numbered(12, (month) => (index) => nameWith({ month }, language)(index, 1));
  const weekdays = numbered(7, (weekday) => (index) => nameWith({ weekday }, language)(0, index + 1));
  const isMonthFirst = /^\D*1\D/.test(
    new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(Date.UTC(2024, 0, 22)),
  );
  return { months, weekdays, isMonthFirst, pattern: patternOf([...months.keys()], [...weekdays.keys()]) };
}

function patternOf(months: readonly string[], weekdays: readonly string[]): RegExp {
  const oneOf = (words: readonly string[]) =>
    `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`;
  // A line that was broken here goes on after the blanks of its margin.
  const gap = '(?:[,.]{0,2}\\s{1,12}|[,.]{1,2})';
  const weekday = `(?:(?<weekday>${oneOf(weekdays)})${gap})?`;
  const day = (name: string) => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?(?!\\p{N})`;
  const year = (name: string) => `(?:${gap}(?<${name}>\\d{4})(?!\\p{N}))?`;
  const forms = [
    '(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})',
    `${weekday}(?:(?<month1>${oneOf(months)})${gap}(?:the\\s+)?${day('day1')}${year('year1')}|(?:the\\s+)?${day('day2')}\\s+(?:of\\s+)?(?<month2>${oneOf(months)})${year('year2')}|(?!24/7)(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year3>\\d{4}|\\d{2}))?(?![\\p{N}/]))`,
    `(?<alone>${oneOf(weekdays)})`,
    'the\\s+(?<day4>\\d{1,2})(?:st|nd|rd|th)(?!\\p{L}|\\s+\\p{Ll}{4})',
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})`, 'giu');
}

function readDate(match: RegExpExecArray, { months, weekdays, isMonthFirst }: DateWords): FoundDate[] {
  const part = match.groups ?? {};
  const number = (...names: string[]) => {
    const found = names.map((name) => part[name]).find((one) => one !== undefined);
    return found === undefined ? undefined : Number(found);
  };
  const numeric = isMonthFirst ? ['first', 'second'] : ['second', 'first'];
  const named = months.get((part['month1'] ?? part['month2'] ?? '').toLowerCase());
  const month = named === undefined ? number('isoMonth', numeric[0] ?? '') : named + 1;
  const day = number('isoDay', 'day1', 'day2', numeric[1] ?? '', 'day4');
  const year = number('isoYear', 'year1', 'year2', 'year3');
  const spoken = (part['weekday'] ?? part['alone'] ?? '').toLowerCase();
  const weekday = weekdays.get(spoken);
  // "May I", "sat down", "the sun": a short name that is also a word counts only with its capital.
  const isWord = part['alone'] !== undefined && /^[a-z]{3}$/.test(part['alone']);
  if (isWord || isImpossible(month, day)) return [];
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      ...(year === undefined ? {} : { year: year < 100 ? 2000 + year : year }),
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
      ...(weekday === undefined ? {} : { weekday }),
    },
  ];
}

/** Such as 24/7, which is no day. */
const isImpossible = (month = 1, day = 1) => month < 1 || month > 12 || day < 1 || day > 31;

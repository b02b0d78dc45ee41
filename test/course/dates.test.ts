import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, formatDate, workingDayFrom } from '../../src/course/dates.ts';
import type { Policy } from '../../src/model/practice.ts';
import { WEEKDAYS } from '../../src/model/weekdays.ts';
import { libraryOf } from '../support/practice-folder.ts';

const policy: Policy = libraryOf().practice.policy;
const works = (workingDays: readonly string[], holidays: readonly string[] = []): Policy => ({
  ...policy,
  workingDays: workingDays as Policy['workingDays'],
  holidays: [...holidays],
});
const weekdaysOnly = works(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ['2026-11-26', '2026-12-25', '2027-01-01'],
);

test.each([
  ['2026-11-23', 7, '2026-11-30'],
  ['2026-12-28', 7, '2027-01-04'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-03-07', 2, '2026-03-09'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-11-23', 0, '2026-11-23'],
  ['0050-03-01', -1, '0050-02-28'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-05-12', 120, '2036-05-12'],
  ['2026-11-23', 0, '2026-11-23'],
  ['0099-12-31', 2, '0100-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test.each([
  ['a working day', '2026-11-23', '2026-11-23'],
  ['a Saturday', '2026-11-28', '2026-11-30'],
  ['a Sunday', '2026-11-29', '2026-11-30'],
  ['a holiday', '2026-11-26', '2026-11-27'],
  ['a holiday before a weekend', '2026-12-25', '2026-12-28'],
  ['the end of the year', '2027-01-01', '2027-01-04'],
])('%s moves to the next working day', (_, from, to) => {
  expect(workingDayFrom(from, weekdaysOnly)).toBe(to);
});

test('where someone is there one day a week, and as many of those are holidays as a policy can name, a working day is found', () => {
  const mondays = Array.from({ length: 60 }, (_, week) => addDays('2026-11-23', 7 * week));
  expect(workingDayFrom('2026-11-23', works(['monday'], mondays))).toBe(addDays('2026-11-23', 420));
});

const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));

test('the day found is one on which the practice works, the first from the day asked for', () => {
  fc.assert(
    fc.property(
      day,
      fc.subarray([...WEEKDAYS], { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 20 })),
      (from, days, ahead) => {
        const holidays = ahead.map((one) => addDays(from, one));
        const found = workingDayFrom(from, works(days, holidays));
        const weekday = formatDate(found, 'en-US', 'spoken').split(',')[0]?.toLowerCase();
        expect(days).toContain(weekday);
        expect(holidays).not.toContain(found);
        expect(found >= from).toBe(true);
        expect(workingDayFrom(found, works(days, holidays))).toBe(found);
      },
    ),
    { numRuns: 1000 },
  );
});

test('days add up, and compare as they follow', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), (from, a, b) => {
      expect(addDays(addDays(from, a), b)).toBe(addDays(from, a + b));
      expect(addDays(from, b) > from).toBe(true);
    }),
  );
});

test('a month later is in the next month, on the same day or its last', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
      const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number);
      const [toYear = 0, toMonth = 0, toDay = 0] = addMonths(from, months).split('-').map(Number);
      expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
      expect(
        toDay === dayOfMonth || (toDay < dayOfMonth && addDays(addMonths(from, months), 1).endsWith('-01')),
      ).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a date is spoken with its weekday and printed with its year, whatever the zone of the machine', () => {
  expect(formatDate('2026-12-07', 'en-US', 'spoken')).toBe('Monday, December 7');
  expect(formatDate('2026-12-07', 'en-US', 'printed')).toBe('December 7, 2026');
  expect(formatDate('2026-12-07', 'en-GB', 'printed')).toBe('7 December 2026');
});

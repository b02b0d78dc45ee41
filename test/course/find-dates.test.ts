import { describe, expect, test } from 'vitest';
import { findDates, weekdayOf } from '../../src/course/find-dates.ts';

const found = (text: string, language = 'en-US') =>
  findDates(text, language).map(({ start, end, ...date }) => [text.slice(start, end), date]);

describe('days as people write them', () => {
  test.each([
    ['December 7, 2026', { year: 2026, month: 12, day: 7 }],
    ['Monday, December 7', { weekday: 0, month: 12, day: 7 }],
    ['Mon. Dec. 7th', { weekday: 0, month: 12, day: 7 }],
    ['Monday,\n    December\r\n    7', { weekday: 0, month: 12, day: 7 }],
    ['the 7th of December', { month: 12, day: 7 }],
    ['7 December 2026', { year: 2026, month: 12, day: 7 }],
    ['2026-12-07', { year: 2026, month: 12, day: 7 }],
    ['12/7/26', { year: 2026, month: 12, day: 7 }],
    ['the 7th', { day: 7 }],
    ['Sunday', { weekday: 6 }],
  ])('%s', (text, date) => {
    expect(found(`I mean ${text}.`)).toEqual([[text, date]]);
  });

  test('with the day first where the language has it so', () => {
    expect(found('7/12', 'en-GB')).toEqual([['7/12', { month: 12, day: 7 }]]);
  });

  test.each([
    'may I',
    'she sat down',
    'open 24/7',
    'weekdays',
    '312-555-0141',
    'Augusta 5',
    'march on',
    'a 5th time',
  ])('none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a day has its weekday, and one that does not exist has none', () => {
  expect([weekdayOf(2026, 12, 7), weekdayOf(2026, 2, 30)]).toEqual([0, undefined]);
});

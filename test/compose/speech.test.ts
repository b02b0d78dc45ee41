import { expect, test } from 'vitest';
import { spokenSeconds } from '../../src/compose/speech.ts';
import type { Inline } from '../../src/language/document.ts';
import { libraryOf } from '../support/practice-folder.ts';

const policy = { ...libraryOf().practice.policy, wordsPerMinute: { slow: 60, quick: 120 } };
const secondsOf = (...children: Inline[]) =>
  spokenSeconds([{ blocks: [{ kind: 'paragraph', children }] }], policy);
const words = (text: string): Inline => ({ kind: 'text', text });
const number = (field: string): Inline => ({ kind: 'text', text: '312, 555, 0141', field });

test.each([
  ['one two three', 3],
  ["don't", 1],
  ['well-known', 2],
  ['call 988', 4],
  ['Zoë, José.', 2],
  ['Si prefiere español', 3],
  ['需要帮助，请来电。', 7],
  ['請致電Closewell查詢', 6],
  ['ひらがなで', 3],
  ['भाषा सहायता', 2],
  ['ความช่วยเหลือ', 5],
  ['— … !', 0],
  ['', 0],
])('%j takes as long as %i words', (text, count) => {
  expect(secondsOf(words(text))).toEqual({ low: count / 2, high: count });
});

test('emphasis makes no word longer', () => {
  expect(secondsOf(words('one '), { kind: 'em', children: [words('two')] })).toEqual({ low: 1, high: 2 });
});

test('a number is said digit by digit, and slower', () => {
  expect(secondsOf(number('phone')).high).toBeCloseTo(7);
  expect(secondsOf(number('phone')).low).toBeCloseTo(5.5);
  expect(secondsOf(number('agreedNumber'))).toEqual(secondsOf(number('phone')));
});

test('sections add up', () => {
  const block = { kind: 'paragraph', children: [words('one two')] } as const;
  expect(spokenSeconds([{ blocks: [block] }, { blocks: [block, block] }], policy)).toEqual({
    low: 3,
    high: 6,
  });
});

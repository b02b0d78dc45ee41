import { expect, test } from 'vitest';
import { parsePhrase } from '../../src/library/phrase.ts';
import { placesOf } from '../support/practice-folder.ts';

const columnOf = (phrase: string) => parsePhrase(phrase, new Set(['visits'])).fault?.column;

test.each([
  'failed',
  'therap*',
  '(a|b c)',
  'x (y)?',
  'missed <visits>',
  'you ... failed',
  'you … failed',
  'a ((b|c) d|e) f',
])('%j is a phrase', (phrase) => {
  expect(columnOf(phrase)).toBeUndefined();
});

test.each([
  ['you, me', 4],
  ['[a-z]', 1],
  ['a+', 2],
  ['.*', 1],
  ['a* b', 1],
  ['(a|b', 1],
  ['a)', 2],
  ['a|b', 2],
  ['(a|)', 1],
  ['(a)?', 1],
  ['(((a)))', 3],
  ['... a', 1],
  ['a ...', 1],
  ['a ... ... b', 7],
  ['(a ... b) c', 4],
  ['<visit>', 1],
  ['<visits', 1],
  ['-', 1],
])('%j is refused at letter %i', (phrase, column) => {
  expect(columnOf(phrase)).toBe(column);
});

const rules = (phrases: string) => ({
  'snippets/rules.yaml': `rules:\n  - id: care\n    say: Too much.\n    phrases: ${phrases}\n`,
});

test('a phrase that cannot be read is a problem at its item, or at its line of a text', () => {
  expect(placesOf(rules('[ok, "a+"]'))).toEqual(['snippets/rules.yaml:4:19 rule-form']);
  expect(placesOf(rules('|\n      fine\n      a+'))).toEqual(['snippets/rules.yaml:6:14 rule-form']);
});

test('a phrase without a letter or digit is refused', () => {
  expect(placesOf(rules('["*"]'))).toEqual(['snippets/rules.yaml:4:15 value-refused']);
});

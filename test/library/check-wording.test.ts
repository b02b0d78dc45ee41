import { expect, test } from 'vitest';
import { parseWording } from '../../src/language/parse-wording.ts';
import { noDisguises, wordingProblems } from '../../src/library/check-wording.ts';
import { shippedLibrary } from '../support/shipped.ts';

const SNIPPET = { file: 'a.md', line: 1, column: 1 };
const placesIn = (text: string) =>
  wordingProblems(parseWording({ file: 'a.md', text, linesBefore: 2 }).value ?? [], SNIPPET).map(
    ({ code, place }) => `${place.line}:${place.column} ${code}`,
  );

test.each([
  ['Dear {you', '3:6 wording-form'],
  ['Dear\n&amp; you', '4:1 wording-form'],
  ['Dear\n  fri\u0435nd', '4:3 wording-form'],
  ['Dear `you`', '3:6 wording-form'],
  ['{{> contact}}', '3:1 wording-form'],
  ['{{#each supports}}a{{else}}{{> contact}}{{/each}}', '3:28 wording-form'],
  ['{{#if name}}\n\n`a`\n{{/if}}', '5:1 wording-form'],
  ['{{name}}\n{{#if name}}\n  {{~called~}}\n   `a`\n{{/if}}', '6:4 wording-form'],
])('the fault in %j stands where it is', (text, place) => {
  expect(placesIn(text)).toEqual([place]);
});

test('too many ways through too long a text are refused by counting, and few or short ones are read', () => {
  const branches = (count: number) =>
    Array.from({ length: count }, (_, n) => `{{#if (eq role "r${n}")}}a{{/if}}`).join('');
  expect(placesIn('a'.repeat(9_000) + branches(40))).toEqual(['1:1 wording-budget']);
  expect(placesIn('a'.repeat(9_000) + branches(10))).toEqual([]);
  expect(placesIn('a'.repeat(900) + branches(40))).toEqual([]);
});

test('a text in a header is held to the same letters', () => {
  expect(noDisguises('a\nb\u200b', { file: 'a.md', line: 2, column: 1 }).map(({ place }) => place)).toEqual([
    { file: 'a.md', line: 3, column: 2 },
  ]);
});

test('no shipped wording has a fault', () => {
  expect(shippedLibrary.snippets.flatMap(({ nodes, place }) => wordingProblems(nodes, place))).toEqual([]);
});

import { expect, test } from 'vitest';
import { coveringWays } from '../../src/language/covering-ways.ts';
import { parseWording } from '../../src/language/parse-wording.ts';

/** Each way as text, with `@` for a field. */
const waysOf = (text: string) => {
  const nodes = parseWording({ file: 'a.md', text, linesBefore: 0 }).value ?? [];
  return coveringWays(nodes).map((way) =>
    way.map((piece) => (piece.field === undefined ? piece.text : '@')).join(''),
  );
};

test.each([
  ['plain {{name}}', ['plain @']],
  ['{{#if name}}a{{/if}}', ['a', '']],
  ['{{#if name}}a{{else}}b{{/if}}', ['a', 'b']],
  ['{{#unless name}}a{{else}}b{{/unless}}', ['b', 'a']],
  ['{{#if name}}a{{/if}}{{#unless name}}b{{/unless}}', ['a', 'b']],
  ['{{#if name}}a{{else}}b{{/if}}{{#if called}}c{{else}}d{{/if}}', ['ac', 'bc', 'ad']],
  ['{{#if (eq role "client")}}a{{else if (eq role "partner")}}b{{else}}c{{/if}}', ['c', 'a', 'b']],
  ['{{#if name}}{{#if called}}a{{else}}b{{/if}}{{else}}c{{/if}}', ['a', 'b', 'c']],
  ['{{#if name}}a{{else}}{{#if called}}b{{else}}c{{/if}}{{/if}}', ['a', 'b', 'c']],
  ['{{#if (and name (not called))}}a{{else}}b{{/if}}', ['b', 'a']],
  ['{{#if (or name called)}}a{{else}}b{{/if}}', ['a', 'b']],
  ['{{#each supports}}{{this}},{{else}}none{{/each}}', ['@,@,', 'none']],
  ['{{#if supports}}some{{/if}}{{#each supports}}{{this}}{{/each}}', ['some@@', '']],
  ['{{#if supports}}{{supports.sentence}}{{else}}none{{/if}}', ['@', 'none']],
])('%s', (text, ways) => {
  expect(waysOf(text)).toEqual(ways);
});

test('a branch that no state of the fields leads to is left out', () => {
  expect(waysOf('{{#if name}}a{{#unless name}}b{{/unless}}{{/if}}')).not.toContain('ab');
});

test('ways are no more than branches and one', () => {
  const text = '{{#if name}}a{{else}}b{{/if}}'.repeat(100);
  expect(waysOf(text)).toHaveLength(2);
  expect(waysOf('{{#if name}}a{{/if}}{{#if called}}b{{/if}}{{#if phone}}c{{/if}}')).toHaveLength(4);
});

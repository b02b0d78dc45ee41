import { expect, test } from 'vitest';
import { textLines } from '../../src/language/document.ts';
import { withoutMarked, withoutMarks } from '../../src/language/language-mark.ts';
import { readMarkdown } from '../../src/language/markdown.ts';

/** `[words](lang:es)`: words in another language than those around them. */

const PLACE = { file: 'snippets/contact/letter.md', line: 3, column: 1 };
const read = (text: string) => readMarkdown([{ text, place: PLACE }]);
const runsOf = (text: string) =>
  textLines(read(text).blocks).map((line) => line.map(({ text, language }) => [language ?? '', text]));

test('marked words know their language, and the others none', () => {
  expect(runsOf('Or: [si prefiere **español**, *llámenos*](lang:es). Thanks.')).toEqual([
    [
      ['', 'Or: '],
      ['es', 'si prefiere '],
      ['es', 'español'],
      ['es', ', '],
      ['es', 'llámenos'],
      ['', '. Thanks.'],
    ],
  ]);
});

test.each([
  '**[hola](lang:es)**',
  '# [hola](lang:es)',
  '- [hola](lang:es)',
  '[hola](<lang:es>)',
  '[hola](LANG:es)',
  '[hola\namigo](lang:es)',
])('%j is a mark', (text) => {
  expect(read(text).refused).toEqual([]);
  expect(
    runsOf(text)
      .flat()
      .some(([language]) => language === 'es'),
  ).toBe(true);
});

test('a value may stand in marked words, as itself', () => {
  const { blocks, refused } = readMarkdown([
    { text: '[Hola, ' },
    { text: '[x](lang:fr)', field: 'called' },
    { text: '](lang:es)' },
  ]);
  expect(refused).toEqual([]);
  expect(textLines(blocks)).toEqual([
    [
      { kind: 'text', text: 'Hola, ', language: 'es' },
      { kind: 'text', text: '[x](lang:fr)', field: 'called', language: 'es' },
    ],
  ]);
});

test.each([
  ['a name in place of a code', 'Or\n\n[hola](lang:spanish)', 5, 1, /lang:es/],
  ['two letters that are no code', 'a [hola](lang:sp)', 3, 3, /lang:ar/],
  ['no code', '[hola](lang:)', 3, 1, /lang:ar/],
  ['a title', '[hola](lang:es "Spanish")', 3, 1, /\[words\]/],
  ['no words', '[ ](lang:es)', 3, 1, /\[words\]/],
  ['no words but the code', '<lang:es>', 3, 1, /\[words\]/],
  ['a space between', 'a\n[hola] (lang:es)', 3, 1, /\[words\]/],
  ['a space in it', '[hola](lang: es)', 3, 1, /\[words\]/],
  ['a link in it', '[call [us](tel:988) y](lang:es)', 3, 21, /\[words\]/],
  ['two paragraphs in it', '[hola\n\namigo](lang:es)', 5, 1, /\[words\]/],
  ['a mark in it', '[a [b](lang:fr) c](lang:es)', 3, 17, /\[words\]/],
])('a mark with %s is refused at its place, with what to write', (_, text, line, column, hint) => {
  const { refused } = read(text);
  expect(refused).toEqual([
    { what: expect.any(String), hint: expect.stringMatching(hint), place: { ...PLACE, line, column } },
  ]);
});

test('a value in the code is refused', () => {
  const pieces = [{ text: '[hola](lang:' }, { text: 'es', field: 'name' }, { text: ')' }];
  expect(readMarkdown(pieces).refused).not.toEqual([]);
});

test('wording is seen through its marks, also where a branch parts them', () => {
  expect(withoutMarks('our [thera](lang:es)pist [a](tel:988)')).toBe('our therapist [a](tel:988)');
  expect(withoutMarks('](lang:es) and')).toBe(' and');
  expect(withoutMarked('We [remain](lang:es) here [now](tel:988)')).toBe('We   here [now](tel:988)');
});

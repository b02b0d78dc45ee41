import { expect, test } from 'vitest';
import { findDisguises, foldLookAlikes } from '../../src/language/look-alike.ts';

const whatIn = (text: string) => findDisguises(text).map(({ what, offset }) => `${offset} ${what}`);

test.each([
  ['Dear\u200b you', '4 an invisible character'],
  ['Dear \u202eyou', '5 an invisible character'],
  ['Dear \u001byou', '5 an invisible character'],
  ['Dear \ufffdyou', '5 a sign for a character that was lost'],
  ['your ther\u0430py', '5 a word with letters of two alphabets'],
  ['\u0391nna', '0 a word with letters of two alphabets'],
  ['\u0440ay', '0 a word with letters of two alphabets'],
  ['a \uff41', '2 a letter of a wide or mathematical kind'],
  ['a \u{1d41a}', '2 a letter of a wide or mathematical kind'],
])('%j is a disguise', (text, found) => {
  expect(whatIn(text)).toEqual([found]);
});

test('each kind is told once, the first of it', () => {
  expect(whatIn('a\u200b\u200b, ther\u0430py ther\u0430py')).toEqual([
    '1 an invisible character',
    '5 a word with letters of two alphabets',
  ]);
});

test.each([
  'Plain words — “with” quotes’, dashes… and\ttabs\nand lines.',
  'café, naïve, Łódź, Søren, Nguyễn, Māori, cafe\u0301',
  '\u0410\u043d\u043d\u0430 \u0438 Anna', // a word of each alphabet
  '\u0395\u03bb\u03ad\u03bd\u03b7 and \u05d3\u05d5\u05d3 and \u5f20\u4f1f',
  '5 µg, 3 ½, №7, º, ª',
  'a\u00a0no-break space',
])('%j is honest', (text) => {
  expect(whatIn(text)).toEqual([]);
});

test.each([
  ['th\u0435r\u0430\u0440\u0443', 'therapy'],
  ['\u0421\u041e\u0420\u0415', 'cope'],
  ['c\u03bfuns\u03b5ling', 'couns\u03b5ling'],
  ['\u0131d\u0435\u0430', 'idea'],
  ['therapy', 'therapy'],
])('%j is read as %j', (text, folded) => {
  expect(foldLookAlikes(text).toLowerCase()).toBe(folded);
});

test('every look-alike becomes one plain letter, and plain letters stay', () => {
  const all = Array.from({ length: 0x600 }, (_, code) => String.fromCharCode(code));
  const changed = all.filter((letter) => foldLookAlikes(letter) !== letter);
  expect(changed.length).toBeGreaterThan(60);
  expect(changed.filter((letter) => !/^[a-z]$/.test(foldLookAlikes(letter)))).toEqual([]);
  expect(changed.filter((letter) => /[\0-\x7f]/.test(letter))).toEqual([]);
});

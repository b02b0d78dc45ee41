import { expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { checkPlaces } from '../../src/render/panel-places.ts';
import { exampleLetters } from '../support/example-letters.ts';
import { inter } from './pdf-tools.ts';
import { fullLetter, largeLetter, listLetter, shortLetter } from './sample-letters.ts';

/** The estimate for forms that another computer prints, beside the PDF, which measures. */

const partsOf = (letter: Letter) => checkPlaces(letter).map(({ message }) => message.split(' ')[0]);
const nine = Array.from({ length: 9 }, (_, index) => `Line ${index}`);

const good = [
  shortLetter,
  listLetter,
  fullLetter,
  largeLetter,
  ...exampleLetters.map(({ letter }) => letter),
];
const bad = [
  { ...shortLetter, addressee: nine },
  { ...largeLetter, addressee: nine },
  { ...fullLetter, addressee: ['A'.repeat(300), '7 Quarry Road'] },
  { ...shortLetter, addressee: ['Marisol '.repeat(38).trim(), '7 Quarry Road', 'Beaverton, OR 97005'] },
];

test('every letter whose address the PDF has room for, HTML and Word have room for', () => {
  expect(good.flatMap(partsOf)).toEqual([]);
});

test.each(bad)('an address that the PDF refuses is refused for HTML and Word', (letter) => {
  expect(renderLetterPdf(letter, inter).value).toBeUndefined();
  expect(partsOf(letter)).toEqual(['"addressee"']);
});

test('a letterhead that reaches into the window is refused', () => {
  expect(partsOf({ ...shortLetter, letterhead: [...nine, ...nine] })).toEqual(['"letterhead"']);
  expect(partsOf({ ...shortLetter, letterhead: ['W'.repeat(300)] })).toEqual(['"letterhead"']);
});

test('where no window is to be hit anything fits', () => {
  expect(
    partsOf({ ...shortLetter, addressee: nine, format: { ...shortLetter.format, envelope: 'none' } }),
  ).toEqual([]);
  expect(partsOf({ ...shortLetter, addressee: [] })).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { checkGlyphs } from '../../src/render/pdf-glyphs.ts';
import { plainFaces } from './plain-faces.ts';
import { paragraph, shortLetter, value, words } from './sample-letters.ts';

const empty: Letter = {
  ...shortLetter,
  marks: [],
  letterhead: [],
  addressee: [],
  date: '',
  subject: '',
  body: [],
  close: [],
};
const messages = (letter: Partial<Letter>) =>
  checkGlyphs({ ...empty, ...letter }, plainFaces).map((one) => one.message);
const said = (name: string, codePoint: string) =>
  `${name} has a character (${codePoint}) that no font of the PDF has`;

test('a letter within the fonts has no problem, line ends included', () => {
  expect(messages({ body: [paragraph(words('Hello,\n\tyou'))] })).toEqual([]);
});

test('each field is reported once, by its first missing character, wording as wording', () => {
  const body = [
    paragraph(words('ж'), value('name', 'aжß'), value('name', 'ü'), value('supports', 'ok \u{1F600}')),
  ];
  expect(messages({ body })).toEqual([
    said('the wording of the letter', 'U+0436'),
    said('"name"', 'U+0436'),
    said('"supports"', 'U+1F600'),
  ]);
});

test('the parts that are no fields are reported by their names', () => {
  const letter = {
    marks: ['ж'],
    letterhead: ['ж'],
    addressee: ['ж'],
    date: 'ж',
    subject: 'ж',
    pageNumber: 'ж',
  };
  expect(messages(letter)).toEqual(
    ['"marks"', '"letterhead"', '"addressee"', '"date"', '"subject"', '"page number"'].map((name) =>
      said(name, 'U+0436'),
    ),
  );
});

test('a control character is missing even where a font has it', () => {
  expect(messages({ body: [paragraph(value('name', 'a\u0000'))] })).toEqual([said('"name"', 'U+0000')]);
});

test('the close is checked like the body', () => {
  expect(messages({ close: [paragraph(value('clinicianName', 'ж'))] })).toEqual([
    said('"clinicianName"', 'U+0436'),
  ]);
});

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
    paragraph(words('é'), value('name', 'aéß'), value('name', 'ü'), value('supports', 'ok \u{1F600}')),
  ];
  expect(messages({ body })).toEqual([
    said('the wording of the letter', 'U+00E9'),
    said('"name"', 'U+00E9'),
    said('"supports"', 'U+1F600'),
  ]);
});

test('the parts that are no fields are reported by their names', () => {
  const letter = {
    marks: ['é'],
    letterhead: ['é'],
    addressee: ['é'],
    date: 'é',
    subject: 'é',
    pageNumber: 'é',
  };
  expect(messages(letter)).toEqual(
    ['"marks"', '"letterhead"', '"addressee"', '"date"', '"subject"', '"page number"'].map((name) =>
      said(name, 'U+00E9'),
    ),
  );
});

test('a control character is missing even where a font has it', () => {
  expect(messages({ body: [paragraph(value('name', 'a\u0000'))] })).toEqual([said('"name"', 'U+0000')]);
});

test('the close is checked like the body', () => {
  expect(messages({ close: [paragraph(value('clinicianName', 'é'))] })).toEqual([
    said('"clinicianName"', 'U+00E9'),
  ]);
});

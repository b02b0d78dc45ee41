import { expect, test } from 'vitest';
import { PLAIN } from '../../src/render/font-families.ts';
import { loadFaces } from '../../src/render/pdf-faces.ts';
import { inter } from './pdf-tools.ts';

const { regular, semibold } = loadFaces(inter);

test('the same bytes give the same face, parsed once', () => {
  expect(loadFaces({ regular: inter.regular, semibold: inter.regular }).semibold).toBe(regular);
});

test('coverage is Latin, Greek, Cyrillic and Vietnamese, not more', () => {
  const has = (text: string) =>
    Array.from(text).every((character) => regular.has(character.codePointAt(0) ?? 0));
  expect(['Ærø', 'Ελένη', 'Ђорђе', 'Nguyễn'].filter((text) => !has(text))).toEqual([]);
  expect(['שלום', 'سلام', '王', '\u{1F600}'].filter(has)).toEqual([]);
});

test('a wider text is wider, in proportion to its size', () => {
  expect(regular.width('Hello', 20)).toBeCloseTo(2 * regular.width('Hello', 10));
  expect(regular.width('Hello, you', 10)).toBeGreaterThan(regular.width('Hello', 10));
});

test('both weights have all of plain text, which is not looked up in them', () => {
  const drawn = Array.from({ length: 0x2100 }, (_, codePoint) => codePoint).filter(
    (codePoint) =>
      PLAIN.test(String.fromCodePoint(codePoint)) &&
      !/[\t\r\n\u2028\u2029]/.test(String.fromCodePoint(codePoint)),
  );
  expect(drawn.length).toBeGreaterThan(300);
  expect(drawn.filter((codePoint) => !regular.has(codePoint) || !semibold.has(codePoint))).toEqual([]);
});

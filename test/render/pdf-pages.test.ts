import { expect, test } from 'vitest';
import { type Line, setLines } from '../../src/render/pdf-line.ts';
import { COLUMN } from '../../src/render/pdf-measures.ts';
import { fillPages } from '../../src/render/pdf-pages.ts';
import { plainFaces } from './plain-faces.ts';

/** Lines of which ten fill a page. */
const height = (COLUMN.bottom - COLUMN.top) / 10;
const form = { node: { tag: 'P' }, x: 0, width: 11, gap: 0, size: 2, height };
const paragraph = (count: number, gap = 0): Line[] =>
  setLines([{ face: 'regular', text: 'ten-letter '.repeat(count) }], { ...form, gap }, plainFaces);
const counts = (lines: readonly Line[]) => fillPages(lines).map((page) => page.length);

test('a page ends where it is full', () => {
  expect(counts([...paragraph(10), ...paragraph(5)])).toEqual([10, 5]);
});

test('no first line of a paragraph stands alone at the foot of a page', () => {
  expect(counts([...paragraph(9), ...paragraph(5)])).toEqual([9, 5]);
});

test('no last line of a paragraph stands alone at the head of a page', () => {
  expect(counts(paragraph(11))).toEqual([9, 2]);
});

test('lines that are kept together go to the next page together', () => {
  const kept = paragraph(4).map((line) => ({ ...line, isKept: true }));
  expect(counts([...paragraph(5), ...paragraph(3), ...kept])).toEqual([5, 7]);
});

test('what is kept together but longer than a page breaks where the page is full', () => {
  expect(counts(paragraph(25).map((line) => ({ ...line, isKept: true })))).toEqual([10, 10, 5]);
});

test('the space above a paragraph is dropped at the head of a page', () => {
  const [, second] = fillPages([...paragraph(10), ...paragraph(3, 20)]);
  expect(second?.[0]?.top).toBe(COLUMN.top);
});

test('a letter without lines is one empty page', () => {
  expect(fillPages([])).toEqual([[]]);
});

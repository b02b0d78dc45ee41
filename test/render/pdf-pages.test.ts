import { expect, test } from 'vitest';
import { type Line, setLines } from '../../src/render/pdf-line.ts';
import { fillPages } from '../../src/render/pdf-pages.ts';
import { plainFaces } from './plain-faces.ts';

const COLUMN = { left: 72, right: 540, width: 400, top: 72, bottom: 720 };

/** Lines of which ten fill a page. */
const height = (COLUMN.bottom - COLUMN.top) / 10;
const form = { node: { tag: 'P' }, x: 0, width: 11, gap: 0, size: 2, height };
const paragraph = (count: number, gap = 0): Line[] =>
  setLines([{ face: 'regular', text: 'ten-letter '.repeat(count) }], { ...form, gap }, plainFaces);
const counts = (lines: readonly Line[]) => fillPages(lines, COLUMN).map((page) => page.length);

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
  const [, second] = fillPages([...paragraph(10), ...paragraph(3, 20)], COLUMN);
  expect(second?.[0]?.top).toBe(COLUMN.top);
});

test('a letter without lines is one empty page', () => {
  expect(fillPages([], COLUMN)).toEqual([[]]);
});

test('a line that starts a page does, and a page of its own follows the rules of every page', () => {
  const [first, ...rest] = paragraph(12);
  const insert = first === undefined ? [] : [{ ...first, startsPage: true }, ...rest];
  expect(counts([...paragraph(3), ...insert])).toEqual([3, 10, 2]);
});

test('a line in a fixed place moves nothing and is not parted from the first page', () => {
  const fixed = paragraph(2).map((line, index) => ({ ...line, fixed: 30 + index * height }));
  const [page] = fillPages([...fixed, ...paragraph(2)], COLUMN);
  expect(page?.map(({ top }) => top)).toEqual([30, 30 + height, COLUMN.top, COLUMN.top + height]);
});

test('a line that may not stand higher than a place starts there, on the first page only', () => {
  const [first, ...rest] = paragraph(12);
  const pages = fillPages(first === undefined ? [] : [{ ...first, least: 300 }, ...rest], COLUMN);
  expect(pages.map(([line]) => line?.top)).toEqual([300, COLUMN.top]);
});

import { expect, test } from 'vitest';
import { hasRightToLeft, inVisualOrder, levelsOf, mirrored } from '../../src/render/bidi.ts';

test('letters of Hebrew and Arabic run from right to left, and so do the controls that make others', () => {
  expect(['שלום', 'سلام', '\u200f', '\u2067a\u2069'].filter(hasRightToLeft)).toHaveLength(4);
  expect(['Ελένη', 'Žofie', '王', 'प्रिया', '12 (3)'].filter(hasRightToLeft)).toEqual([]);
});

test('digits among them run from left to right', () => {
  expect([...levelsOf('אב12', false)]).toEqual([1, 1, 2, 2]);
  expect([...levelsOf('ab', true)]).toEqual([2, 2]);
});

test('pieces are seen in the order of their levels', () => {
  const seen = (...levels: number[]) =>
    inVisualOrder(levels.map((level, index) => ({ level, index }))).map(({ index }) => index);
  expect(seen(0, 0)).toEqual([0, 1]);
  expect(seen(0, 1, 1, 0)).toEqual([0, 2, 1, 3]);
  expect(seen(1, 2, 1)).toEqual([2, 1, 0]);
  expect(seen(0, 1, 2, 2, 1, 0, 1, 1)).toEqual([0, 4, 2, 3, 1, 5, 7, 6]);
});

test('brackets open to the other side', () => {
  expect(mirrored('(אב) [ג]')).toBe(')אב( ]ג[');
});

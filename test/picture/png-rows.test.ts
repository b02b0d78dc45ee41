import { expect, test } from 'vitest';
import { readRows, splitAlpha } from '../../src/picture/png-rows.ts';

/** Two rows of three grey pixels, worked out by hand from ISO/IEC 15948, 9.2. */
const PLAIN = [10, 20, 40, 15, 30, 45];

test.each([
  ['none', [0, 10, 20, 40, 0, 15, 30, 45]],
  ['left', [1, 10, 10, 20, 1, 15, 15, 15]],
  ['above', [2, 10, 20, 40, 2, 5, 10, 5]],
  ['average', [3, 10, 15, 30, 3, 10, 13, 10]],
  ['Paeth', [4, 10, 10, 20, 4, 5, 10, 5]],
])('the filter "%s" is undone', (_, filtered) => {
  expect(readRows(Uint8Array.from(filtered), { bytes: 3, step: 1, height: 2 })).toEqual(
    Uint8Array.from(PLAIN),
  );
});

test('sums wrap at 256, and a pixel of several bytes looks at its like', () => {
  const filtered = Uint8Array.from([1, 250, 1, 10, 2]);
  expect(readRows(filtered, { bytes: 4, step: 2, height: 1 })).toEqual(Uint8Array.from([250, 1, 4, 3]));
});

test('a filter that there is not, or rows that are too short, give nothing', () => {
  const rows = { bytes: 3, step: 1, height: 2 };
  expect(readRows(Uint8Array.from([5, 1, 1, 1, 0, 1, 1, 1]), rows)).toBeUndefined();
  expect(readRows(Uint8Array.from([0, 1, 1, 1, 0, 1, 1]), rows)).toBeUndefined();
});

test('colours and transparency come apart, of 16 bits the upper eight', () => {
  const form = { width: 2, height: 1, bits: 8, type: 6, samples: 4 };
  expect(splitAlpha(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), form)).toEqual({
    bits: 8,
    colours: Uint8Array.from([1, 2, 3, 5, 6, 7]),
    alpha: Uint8Array.from([4, 8]),
  });
  const wide = { width: 1, height: 1, bits: 16, type: 4, samples: 2 };
  expect(splitAlpha(Uint8Array.from([9, 1, 7, 1]), wide)).toMatchObject({
    colours: Uint8Array.from([9]),
    alpha: Uint8Array.from([7]),
  });
});

test('a palette lends each pixel its transparency, and what it does not list is opaque', () => {
  const form = { width: 3, height: 2, bits: 2, type: 3, samples: 1 };
  const rows = Uint8Array.from([0b00_01_10_00, 0b11_00_01_00]);
  expect(splitAlpha(rows, form, Uint8Array.from([0, 128]))).toEqual({
    bits: 2,
    colours: rows,
    alpha: Uint8Array.from([0, 128, 255, 255, 0, 128]),
  });
});

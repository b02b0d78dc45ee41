import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmoji, isIgnorable, listUnits } from '../../src/render/text-units.ts';

test('the units of a text are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(listUnits(text).join('')).toBe(text);
    }),
  );
});

test('marks, selectors and joined pictures belong to what they follow', () => {
  expect(listUnits('e\u0301a')).toEqual(['e\u0301', 'a']);
  expect(listUnits('שָׁל')).toEqual(['שָׁ', 'ל']);
  expect(listUnits('👩‍⚕️❤️👍🏽🇺🇸🇩🇪')).toEqual(['👩‍⚕️', '❤️', '👍🏽', '🇺🇸', '🇩🇪']);
});

test('a picture is one by its nature or by its selector', () => {
  expect(['😀', '❤️', '1️⃣'].filter(isEmoji)).toHaveLength(3);
  expect(['❤', '©', '1', '☺\ufe0e'].filter(isEmoji)).toEqual([]);
});

test('joiners, selectors and marks of direction need no font', () => {
  expect(Array.from('\u00ad\u200d\ufe0f\u200f', (one) => isIgnorable(one.codePointAt(0) ?? 0))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isIgnorable(0x61)).toBe(false);
});

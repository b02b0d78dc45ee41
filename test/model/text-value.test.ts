import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hasRefusedCharacter,
  isBlank,
  normaliseValue,
  withoutInvisible,
} from '../../src/model/text-value.ts';
import { hostileStrings } from '../render/hostile-strings.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'e',
      '\u0301',
      ' ',
      '\u00a0',
      '\u00ad',
      '\u2028',
      '\ufeff',
      '\u200b',
      '\r',
      '\n',
      '\t',
      '\u212b',
    ),
  }),
  fc.constantFrom(...hostileStrings),
);

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normaliseValue(normaliseValue(text))).toBe(normaliseValue(text));
    }),
    { numRuns: 2000 },
  );
});

test('a normalised value is composed, trimmed, on one line and without control characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = normaliseValue(text);
      expect(value).toBe(value.normalize('NFC'));
      expect(value).toBe(value.trim());
      expect(value).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]| {2}|[^\S ]/u);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a line break', 'a\r\nb', 'a b'],
  ['a tab and a hard space', 'a\t\u00a0b', 'a b'],
  ['a soft hyphen', 'a\u00adb', 'ab'],
  ['a direction override', 'a\u202eb', 'ab'],
  ['letter and accent apart', 'e\u0301', '\u00e9'],
  ['a null', 'a\u0000b', 'ab'],
])('%s is normalised', (_, raw, value) => {
  expect(normaliseValue(raw)).toBe(value);
});

test.each(['', ' ', '...', '\u200b', '-', '\u3164', '\uffa0\u115f', '\u2800', '\u{1f600}', '\u034f'])(
  '%j is blank',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test.each(['a', '1', '\u674e', '\u0627', '\u0e01', '\u{10400}', '\u4e00\u200d'])(
  '%j is not blank',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test.each(['\ue000', '\uf8ff', '\u{f0000}', '\ud800', '\udfff', '\ufffe', '\u{1ffff}', '\ufdd0'])(
  '%j is refused',
  (text) => {
    expect(hasRefusedCharacter(`a${text}b`)).toBe(true);
  },
);

test.each(['\u{1f600}', '\u{20bb7}', '\ufffd', 'z\u0335\u0321'])('%j is not refused', (text) => {
  expect(hasRefusedCharacter(text)).toBe(false);
});

test('what cannot be seen is taken out before words are compared', () => {
  expect(withoutInvisible('the\u200bra\u00adpy\ufe0f\u3164')).toBe('therapy');
});

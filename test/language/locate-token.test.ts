import { expect, test } from 'vitest';
import { offsetOfToken, placeIn } from '../../src/language/locate-token.ts';

test('a token begins where its first line stands after what came before it, however deep it lies', () => {
  const source = '- a\n- b\n\n  a\n  b';
  const wanted = { raw: 'a\nb' };
  const tokens = [
    { raw: source, items: [{ raw: '- a\n' }, { raw: '- b\n\n  a\n  b', tokens: [{ raw: 'b' }, wanted] }] },
  ];
  expect(offsetOfToken(tokens, source, wanted)).toBe(11);
});

test('of two that are alike each has its own place', () => {
  const [one, other] = [{ raw: '`a`' }, { raw: '`a`' }];
  const tokens = [{ raw: '`a` `a`', tokens: [one, { raw: ' ' }, other] }];
  expect([one, other].map((token) => offsetOfToken(tokens, '`a` `a`', token))).toEqual([0, 4]);
});

test('a token of another text has no place', () => {
  expect(offsetOfToken([{ raw: 'a' }], 'a', { raw: 'a' })).toBeUndefined();
});

test('an offset is counted with one character for each value, and lines with those of its own piece', () => {
  const pieces = [
    { text: 'ab\nc', place: { file: 'a.md', line: 3, column: 5 } },
    { text: 'Samantha', field: 'name', place: { file: 'a.md', line: 4, column: 2 } },
    { text: 'de', place: { file: 'a.md', line: 9, column: 1 } },
  ];
  const at = (offset: number) => {
    const place = placeIn(pieces, offset);
    return `${place?.line}:${place?.column}`;
  };
  expect([0, 1, 3, 4, 5, 6].map(at)).toEqual(['3:5', '3:6', '4:1', '4:2', '9:1', '9:2']);
  expect(placeIn([{ text: 'ab' }], 1)).toBeUndefined();
});

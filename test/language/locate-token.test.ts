import { expect, test } from 'vitest';
import { offsetOfToken } from '../../src/language/locate-token.ts';

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

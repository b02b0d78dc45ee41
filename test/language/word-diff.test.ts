import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '../../src/language/word-diff.ts';

const words = (text: string) => text.split(' ');

test('stretches that stayed, went and came stand in order, what went before what came', () => {
  expect(wordChanges(words('I wish you well'), words('I wish you all the best'))).toEqual([
    { kind: 'same', words: ['I', 'wish', 'you'] },
    { kind: 'removed', words: ['well'] },
    { kind: 'added', words: ['all', 'the', 'best'] },
  ]);
});

test('either text can be put together from them, however far apart the two are', () => {
  const anyWords = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 400 });
  fc.assert(
    fc.property(anyWords, anyWords, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes.filter((change) => change.kind !== kind).flatMap((change) => change.words);
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});

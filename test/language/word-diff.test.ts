import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSentences, diffWords, wordChanges } from '../../src/language/word-diff.ts';

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

const joined = (before: string, after: string, but: string) =>
  diffWords(before, after)
    .filter(({ kind }) => kind !== but)
    .map(({ text }) => text)
    .join('');

test('both texts can be read off the parts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n') }),
      fc.string(),
      (before, after) => {
        expect(joined(before, after, 'new')).toBe(before);
        expect(joined(before, after, 'gone')).toBe(after);
      },
    ),
  );
});

test('words replaced one after another are one stretch', () => {
  expect(diffWords('What stays with me is this.', 'What I keep is this.').map(({ kind }) => kind)).toEqual([
    'same',
    'gone',
    'new',
    'same',
  ]);
});

test('a replaced sentence is one change, and those beside it are none', () => {
  expect(diffSentences('One. Two here. Three.', 'One. Two there! Three.')).toEqual([
    { before: 'Two here.', after: 'Two there!' },
  ]);
});

test('sentences put in or taken out are changes, each at its place', () => {
  expect(diffSentences('One.\nTwo. Three.', 'Zero. One.\nThree.')).toEqual([
    { before: '', after: 'Zero.' },
    { before: 'Two.', after: '' },
  ]);
});

test('where only line breaks moved, no sentence changed', () => {
  expect(diffSentences('One. Two.', 'One.\nTwo.')).toEqual([]);
});

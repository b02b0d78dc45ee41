import { expect, test } from 'vitest';
import { listChanges } from '../../src/guarantee/change-set.ts';

const edit = (id: string, before: string, after: string) => ({ id, before, after });

test('one change of a sentence that stands in many texts is one change, and comes first', () => {
  const changes = listChanges([
    edit('c', 'Only here.', 'Only there.'),
    edit('a', 'Hello. Call me by Monday.', 'Hello. Call me by Friday.'),
    edit('b', 'Call me by Monday. Bye.', 'Call me by Friday. Bye.'),
  ]);
  expect(changes).toEqual([
    { before: 'Call me by Monday.', after: 'Call me by Friday.', ids: ['a', 'b'] },
    { before: 'Only here.', after: 'Only there.', ids: ['c'] },
  ]);
});

test('a text with the same change twice is named once', () => {
  const [change] = listChanges([edit('a', 'Yes. No. Yes.', 'Well. No. Well.')]);
  expect(change?.ids).toEqual(['a']);
});

test('an edit of line breaks alone is a change without words', () => {
  expect(listChanges([edit('a', 'One. Two.', 'One.\nTwo.')])).toEqual([
    { before: '', after: '', ids: ['a'] },
  ]);
});

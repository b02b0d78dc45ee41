import { expect, test } from 'vitest';
import { listMissing } from '../../src/compose/list-missing.ts';
import { adult, couple, partner } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const bare = { ...adult, returnPath: undefined, shared: {} };

test('the facts that a letter or a call would ask for are named, each once', () => {
  const letter = listMissing(requestOf(bare), 0, 'closing-letter');
  const call = listMissing(requestOf(bare), 0, 'final-call');
  expect([letter, call]).toEqual([
    ['progress', 'appreciation', 'supports'],
    ['progress', 'appreciation'],
  ]);
});

test('nothing is missing where all is known, nor where there is no message at all', () => {
  expect(listMissing(requestOf(adult), 0, 'closing-letter')).toEqual([]);
  expect(listMissing(requestOf({ ...bare, consultFirst: 'risk' }), 0, 'closing-letter')).toEqual([]);
});

test('it is asked for one person, not for the other', () => {
  const known = partner('Bo', { personal: { progress: 'say no', appreciation: 'how you laughed' } });
  const both = requestOf({ ...couple, shared: {}, recipients: [partner('Ada'), known] });
  const missing = [0, 1].map((index) => listMissing(both, index, 'final-call'));
  expect(missing).toEqual([['progress', 'appreciation'], []]);
});

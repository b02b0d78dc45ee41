import { expect, test } from 'vitest';
import { standingsOf } from '../../src/library/approval.ts';
import type { Sitting } from '../../src/library/approvals.ts';
import { openRequests } from '../../src/library/requests.ts';
import { libraryOf } from '../support/practice-folder.ts';

const ID = 'greeting/default';
const library = libraryOf();
const digest = library.snippets.find(({ id }) => id === ID)?.digest ?? '';
const by = { on: '2026-11-23', by: 'Marta Reyes' };
const ASKED: Sitting = { ...by, asks: [`${ID} ${digest}`] };
const RETURNED: Sitting = { ...by, because: 'too long', returns: [`${ID} ${digest}`] };
const kindOf = (sittings: readonly Sitting[]) => openRequests(sittings).get(ID)?.kind;

test('the last thing asked stands open', () => {
  expect(kindOf([ASKED])).toBe('asked');
  expect(kindOf([ASKED, RETURNED])).toBe('returned');
  expect(kindOf([RETURNED, ASKED])).toBe('asked');
});

test.each<[string, Sitting]>([
  ['an approval', { ...by, reviewBy: '2027-11-23', approves: [`${ID} ${digest}`] }],
  ['a withdrawal', { ...by, because: 'x', withdraws: [ID] }],
])('%s settles it', (_, decision) => {
  expect(kindOf([ASKED, decision])).toBeUndefined();
  expect(kindOf([ASKED, decision, ASKED])).toBe('asked');
});

test('a standing has it only of the form that was asked about, and its state stays', () => {
  const standing = (sittings: readonly Sitting[]) =>
    standingsOf({ ...library, sittings }, '2026-11-24').get(ID);
  expect(standing([ASKED])).toMatchObject({ state: 'draft', request: { kind: 'asked' } });
  const other: Sitting = { ...by, asks: [`${ID} ${'0'.repeat(64)}`] };
  expect(standing([other])).not.toHaveProperty('request');
});

import { expect, test } from 'vitest';
import type { Sitting } from '../../src/library/approvals.ts';
import { lastDecisions, listDecisions } from '../../src/library/decisions.ts';

const D = 'a'.repeat(64);
const approval = (id: string, on = '2026-11-23'): Sitting => ({
  on,
  by: 'Marta Reyes',
  reviewBy: '2027-11-23',
  approves: [`${id} ${D}`],
});
const withdrawal: Sitting = { on: '2026-12-01', by: 'Iris Vance', because: 'too long', withdraws: ['a/b'] };

test('the last record about a text decides, whatever its date', () => {
  const last = lastDecisions([approval('a/b', '2027-01-01'), withdrawal, approval('c/d')]);
  expect(last.get('a/b')?.kind).toBe('withdrawn');
  expect(last.get('c/d')).toMatchObject({ kind: 'approved', digest: D, reviewBy: '2027-11-23' });
  expect(lastDecisions([withdrawal, approval('a/b')]).get('a/b')?.kind).toBe('approved');
});

test('every decision is listed, oldest first', () => {
  expect(listDecisions([approval('a/b'), withdrawal]).map(([id, { kind }]) => `${id} ${kind}`)).toEqual([
    'a/b approved',
    'a/b withdrawn',
  ]);
});

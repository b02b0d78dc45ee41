import { expect, test } from 'vitest';
import type { Sitting } from '../../src/library/approvals.ts';
import { lastTexts } from '../../src/library/last-texts.ts';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const approval = (digest: string): Sitting => ({
  on: '2026-11-23',
  by: 'Marta Reyes',
  reviewBy: '2027-11-23',
  approves: [`greeting/letter ${digest}`],
});
const withdrawal: Sitting = {
  on: '2026-12-01',
  by: 'Iris Vance',
  because: 'long',
  withdraws: ['greeting/letter'],
};
const texts = new Map([
  [A, 'first'],
  [B, 'second'],
]);

test('the last form counts, also of what was withdrawn since', () => {
  const last = lastTexts({ sittings: [approval(A), approval(B), withdrawal], texts });
  expect([...last]).toEqual([['greeting/letter', 'second']]);
});

test('what was only withdrawn, or is not kept, has none', () => {
  expect(lastTexts({ sittings: [withdrawal], texts }).size).toBe(0);
  expect(lastTexts({ sittings: [approval('c'.repeat(64))], texts }).size).toBe(0);
});

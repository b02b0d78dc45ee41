import { expect, test } from 'vitest';
import type { Block } from '../../src/language/document.ts';
import { findCutOff, formatMiddle, formatRange } from '../../src/web/dial/seconds.ts';
import { shippedLibrary } from '../support/shipped.ts';

const { policy } = shippedLibrary.practice;
const words = (count: number): { blocks: readonly Block[] } => ({
  blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'word '.repeat(count) }] }],
});

test('seconds are rounded outwards, so that none is promised too little', () => {
  expect(formatRange({ low: 23.9, high: 27.1 })).toBe('23 to 28');
  expect(formatMiddle({ low: 23, high: 28 })).toBe('26 s');
});

test('a mailbox cuts off before the section that a slow speaker does not finish in time', () => {
  const aMinute = policy.wordsPerMinute.slow;
  expect(findCutOff([words(aMinute), words(1), words(aMinute)], policy, 60)).toBe(1);
  expect(findCutOff([words(aMinute)], policy, 60)).toBeUndefined();
  expect(findCutOff([words(aMinute + 1)], policy, 60)).toBe(0);
});

import { expect, test } from 'vitest';
import { isWithin, LEVELS, lowerLevel } from '../../src/model/level.ts';

test('the levels are a chain', () => {
  const table = LEVELS.map((level) => LEVELS.map((ceiling) => (isWithin(level, ceiling) ? 1 : 0)).join(''));
  expect(table).toEqual(['1111', '0111', '0011', '0001']);
});

test('the lower of two levels is the one that says less, in either order', () => {
  expect(lowerLevel('vague', 'private')).toBe('vague');
  expect(lowerLevel('detailed', 'minimal')).toBe('minimal');
  expect(lowerLevel('detailed', 'detailed')).toBe('detailed');
});

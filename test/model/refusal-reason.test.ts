import { expect, test } from 'vitest';
import { refusalReason } from '../../src/model/refusal-reason.ts';

/** What is said of a value that cannot be used. */

test.each([
  [{ code: 'invalid_type', expected: 'string' }, 'must be words (put quotes around a number)'],
  [{ code: 'invalid_type', expected: 'array' }, 'must be a list'],
  [{ code: 'invalid_value', values: ['adult', 'couple'] }, 'must be one of: adult, couple'],
  [{ code: 'too_big', maximum: 40, origin: 'string' }, 'is longer than 40 characters'],
  [{ code: 'too_big', maximum: 6, origin: 'array' }, 'is longer than 6'],
  [{ code: 'too_small', minimum: 1 }, 'must be at least 1'],
  [{ code: 'custom', params: { why: 'has no letter or digit in it' } }, 'has no letter or digit in it'],
  [{ code: 'invalid_format', message: 'date' }, 'must be a day such as 2026-12-01'],
  [{ code: 'invalid_format' }, 'is not in the right form'],
] as const)('%j is told in words', (issue, told) => {
  expect(refusalReason({ message: '', ...issue })).toBe(told);
});

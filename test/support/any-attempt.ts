import fc from 'fast-check';
import { OUTCOMES, SAID, STEPS } from '../../src/model/choices.ts';
import type { Attempt } from '../../src/model/client.ts';
import { LEVELS } from '../../src/model/level.ts';

/** Any attempt that a client file may hold, labels with quotes, colons and signs of YAML in them too. */

const label = fc.oneof(
  fc.constantFrom(
    'mobile',
    'home',
    "sister's phone",
    'no',
    'true',
    'work: front desk',
    '# 2',
    '- one',
    '{x}',
    'é "q" \\\\ 心',
    '12',
    '2026-01-01',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ab1 :#,[]{}&*!|>%@`\'"\\\\-?=~é') })
    .filter((text) => /[a-z]/.test(text) && text.trim() === text && !/ {2}/.test(text)),
);

export const anyAttempt: fc.Arbitrary<Attempt> = fc.record(
  {
    on: fc.constantFrom('2026-11-09', '2026-11-23'),
    to: label,
    outcome: fc.constantFrom(...OUTCOMES),
    level: fc.constantFrom(...LEVELS),
    step: fc.constantFrom(...STEPS),
    at: fc.constantFrom('00:00', '14:30'),
    minutes: fc.integer({ min: 0, max: 600 }),
    said: fc.constantFrom(...SAID),
    because: label,
    replyBy: fc.constantFrom('2026-11-30', '2026-12-07'),
  },
  { requiredKeys: ['on', 'to', 'outcome'] },
);

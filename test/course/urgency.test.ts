import { expect, test } from 'vitest';
import type { NextStep } from '../../src/course/next-step.ts';
import { compareUrgency, type Due, unseenDays } from '../../src/course/urgency.ts';
import { adult, fileOf } from '../support/client-file.ts';

const due = (next: Partial<NextStep>, days?: number): Due => ({
  next: {
    step: 'first-call',
    why: '',
    isEarly: false,
    isOverdue: false,
    allowsCheckIn: true,
    due: '2026-11-23',
    ...next,
  },
  unseenDays: days,
});

test.each([
  ['a risk before an answer', due({ step: 'consult-first' }), due({ step: 'wait' })],
  ['an answer before what is overdue', due({ step: 'wait' }), due({ due: '2026-11-02' })],
  ['what is overdue before what is due', due({ due: '2026-11-02' }), due({})],
  [
    'what is due before what waits',
    due({}),
    due({ step: 'wait', ahead: 'close', isEarly: true, due: '2026-11-20' }),
  ],
  [
    'what waits before what is over',
    due({ step: 'wait', isEarly: true }),
    due({ isOver: true, due: '2026-11-02' }),
  ],
  ['whoever was not seen for longer', due({}, 90), due({}, 10)],
  ['someone seen before someone never seen', due({}, 1), due({})],
])('%s', (_, first, second) => {
  expect(compareUrgency(first, second)).toBeLessThan(0);
  expect(compareUrgency(second, first)).toBeGreaterThan(0);
});

test('days are counted from the last session, over a change of the clocks as well', () => {
  const { client } = fileOf({ ...adult, sessions: { first: '2026-05-12', last: '2026-10-31' } });
  expect([unseenDays(client, '2026-11-23'), unseenDays(client, '2026-10-30')]).toEqual([23, 0]);
  expect(unseenDays(fileOf(adult).client, '2026-11-23')).toBeUndefined();
});

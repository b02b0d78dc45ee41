import { expect, test } from 'vitest';
import { listNextSteps } from '../../src/course/case-steps.ts';
import { couple, fileOf } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const ON = '2026-11-23';
const steps = (outreach: readonly object[], changes: object = {}, on = ON) =>
  listNextSteps(shippedLibrary.practice, fileOf({ ...couple, ...changes, outreach }).client, on);
const attempt = (recipient: number, outcome: string, more: object = {}) => ({
  on: '2026-11-02',
  recipient,
  to: recipient === 1 ? "Ada's mobile" : "Bo's mobile",
  outcome,
  ...more,
});
const left = (recipient: number) =>
  attempt(recipient, 'voicemail-left', { step: 'first-call', level: 'detailed' });
const told = (recipient: number) =>
  attempt(recipient, 'voicemail-left', { on: '2026-11-09', step: 'final-call', level: 'detailed' });

test('each partner has a step of their own', () => {
  expect(steps([left(1)])).toMatchObject([{ step: 'final-call' }, { step: 'first-call' }]);
});

test('the case closes when both are done, and not before', () => {
  expect(steps([left(1), told(1), left(2)])).toMatchObject([
    { step: 'wait', ahead: 'close' },
    { step: 'final-call' },
  ]);
  expect(steps([left(1), told(1), left(2), told(2)])).toMatchObject([{ step: 'close' }, { step: 'close' }]);
});

test('nobody is told that the file closes while the other has answered, and the reason does not say who', () => {
  const [first, second] = steps([left(1), attempt(1, 'called-back', { on: '2026-11-20' }), left(2)]);
  expect(first).toMatchObject({ step: 'wait', due: ON });
  expect(second).toMatchObject({ step: 'wait', ahead: 'final-call' });
  expect(second?.why).not.toMatch(/answer|partner|call/);
});

test('what one waits for has no day of the other', () => {
  const [first] = steps([left(1), told(1), { ...left(2), replyBy: '2026-12-01' }]);
  expect(first).toMatchObject({ step: 'wait', ahead: 'close' });
  expect(first?.due).toBeUndefined();
  const [early] = steps([
    left(1),
    { ...told(1), replyBy: '2026-11-27' },
    { ...left(2), replyBy: '2026-12-01' },
  ]);
  expect(early?.due).toBe('2026-11-27');
  const [, second] = steps([left(1), attempt(1, 'called-back', { on: '2026-11-20' }), left(2)]);
  expect(second?.due).toBeUndefined();
});

test.each(['in-crisis', 'escalated'])('%s of one stops both', (outcome) => {
  expect(steps([attempt(1, outcome)])).toMatchObject([{ step: 'consult-first' }, { step: 'consult-first' }]);
});

test('a stop that does not say for whom it is holds for both', () => {
  const stop = { on: '2026-11-02', to: 'somewhere', outcome: 'do-not-contact' };
  expect(steps([stop])).toMatchObject([{ step: 'close-on-record-only' }, { step: 'close-on-record-only' }]);
});

test('a notice that may have gone to either is notice to neither', () => {
  const [ada, bo] = couple.recipients;
  const shared = (one: object | undefined) => ({
    ...one,
    contactPoints: (ada?.contactPoints ?? []).map((point, index) => ({ ...point, label: `place ${index}` })),
  });
  const { recipient: _, ...told2 } = { ...told(1), to: 'place 0' };
  const made = steps([told2], { recipients: [shared(ada), shared(bo)] });
  expect(made.map(({ notice }) => notice)).toEqual([undefined, undefined]);
});

test('a flag on either stops both', () => {
  const [ada, bo] = couple.recipients;
  const made = steps([], { recipients: [ada, { ...bo, safety: { checkedOn: '2026-05-12', flag: true } }] });
  expect(made).toMatchObject([
    { step: 'consult-first', allowsCheckIn: false },
    { step: 'consult-first', allowsCheckIn: false },
  ]);
});

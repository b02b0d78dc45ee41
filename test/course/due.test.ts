import { expect, test } from 'vitest';
import { closingDay, type Moment, replyDay, rungsOf, tellsClosing } from '../../src/course/due.ts';
import type { Policy } from '../../src/model/practice.ts';
import { adult, fileOf } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const { practice } = shippedLibrary;
const { policy } = practice;

function moment(on: string, changes: Partial<Moment> = {}, client: object = {}): Moment {
  const file = fileOf({ ...adult, ...client }).client;
  const [recipient] = file.recipients;
  if (recipient === undefined) throw new Error('no recipient');
  return { practice, client: file, recipient, on, ...changes };
}
const told = (replyBy?: string) => ({
  outreach: [
    {
      on: '2026-11-09',
      to: 'mobile',
      outcome: 'voicemail-left',
      step: 'final-call',
      level: 'detailed',
      ...(replyBy && { replyBy }),
    },
  ],
});

test('the file closes on its own day where it has one, else by the policy on a working day', () => {
  expect(closingDay(moment('2026-11-23'))).toBe('2026-12-07');
  expect(closingDay(moment('2026-12-11'))).toBe('2026-12-28');
  expect(closingDay(moment('2026-11-23', {}, { closingDate: '2026-12-05' }))).toBe('2026-12-05');
});

test('a day that they were told stands for every later message, until it is over', () => {
  expect(closingDay(moment('2026-11-16', {}, told('2026-12-01')))).toBe('2026-12-01');
  expect(closingDay(moment('2026-11-16', {}, told()))).toBe('2026-11-23');
  expect(closingDay(moment('2026-12-02', {}, told('2026-12-01')))).toBe('2026-12-16');
});

test("a step's own days go before the policy's", () => {
  const ladder: Policy['ladder'] = [
    { step: 'first-call', days: 3 },
    { step: 'final-call', days: 4, closingDays: 21 },
  ];
  const own = { practice: { ...practice, policy: { ...policy, ladder } } };
  const call = (step: string) => moment('2026-11-23', { ...own, step });
  expect(replyDay({ ...call('first-call'), level: 'detailed' })).toBe('2026-11-27');
  expect(replyDay({ ...call('outreach-letter'), level: 'private' })).toBe('2026-11-30');
  expect(closingDay(call('final-call'))).toBe('2026-12-14');
});

test('a message that tells of the closing names that day, one that does not names the day to reply by', () => {
  const final = moment('2026-11-23', { step: 'final-call' });
  expect(replyDay({ ...final, level: 'detailed' })).toBe(closingDay(final));
  expect(replyDay({ ...final, level: 'minimal' })).toBe('2026-11-30');
});

test('nobody is asked to reply after the file has closed', () => {
  const first = { step: 'first-call' };
  const by = (closingDate: string) =>
    replyDay({ ...moment('2026-11-23', first, { closingDate }), level: 'minimal' });
  expect(by('2026-11-25')).toBe('2026-11-25');
  expect(by('2026-11-20')).toBe('2026-11-30');
});

test.each([
  ['final-call', 'detailed', true],
  ['final-call', 'minimal', false],
  ['closing-letter', 'private', true],
  ['first-call', 'detailed', false],
  ['caring-contact', 'private', false],
] as const)('%s at %s tells of the closing: %s', (step, level, tells) => {
  expect(tellsClosing(step, level)).toBe(tells);
});

test('the ladder is the preset named, the steps listed, or two calls; without closing letters where none are sent', () => {
  const steps = (changes: Partial<Policy>) => rungsOf({ ...policy, ...changes }).map(({ step }) => step);
  const { ladder: _, ...silent } = policy;
  expect(rungsOf(silent)).toEqual(rungsOf({ ...policy, ladder: 'two-calls' }));
  expect(steps({ ladder: 'calls-then-letter' })).toEqual(['first-call', 'final-call', 'closing-letter']);
  expect(steps({ ladder: 'calls-then-letter', closingLetter: 'never' })).toEqual([
    'first-call',
    'final-call',
  ]);
  expect(steps({ ladder: [{ step: 'final-call', days: 1 }] })).toEqual(['final-call']);
});

import { describe, expect, test } from 'vitest';
import { findAddress, findNumber } from '../../src/course/find-place.ts';
import type { Standing } from '../../src/course/next-step.ts';
import { readCourse } from '../../src/course/read-course.ts';
import type { Policy } from '../../src/model/practice.ts';
import { adult, couple, fileOf, home, mobile, sam } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Where one person stands, and where a step can still go. */

const LADDER = ['first-call', 'outreach-letter', 'final-call', 'closing-letter'].map((step) => ({
  step,
  days: 7,
}));
const { practice: shipped } = shippedLibrary;
const practiceOf = (policy: Partial<Policy>) => ({
  ...shipped,
  policy: {
    ...shipped.policy,
    ladder: LADDER as NonNullable<Policy['ladder']>,
    closingLetter: 'always' as const,
    ...policy,
  },
});

function standing(changes: object, policy: Partial<Policy> = {}): Standing {
  const practice = practiceOf(policy);
  const { client } = fileOf({ ...adult, ...changes });
  const [recipient] = client.recipients;
  if (recipient === undefined) throw new Error('nobody');
  return {
    practice,
    client,
    recipient,
    on: '2026-11-23',
    course: readCourse(practice, { client, recipient }),
  };
}

const attempt = (outcome: string, on = '2026-11-09', more: object = {}) => ({
  on,
  to: 'mobile',
  outcome,
  ...more,
});
const left = (on: string, more: object = {}) => attempt('voicemail-left', on, { level: 'detailed', ...more });
const courseOf = (outreach: readonly object[], changes: object = {}, policy: Partial<Policy> = {}) =>
  standing({ outreach, ...changes }, policy).course;
const haltOf = (...outcomes: readonly (string | object)[]) => {
  const outreach = outcomes.map((one, day) =>
    typeof one === 'string' ? attempt(one, `2026-11-0${day + 1}`) : one,
  );
  return courseOf(outreach).halt?.effect;
};
const takenAfter = (...steps: readonly (string | undefined)[]) =>
  courseOf(steps.map((step, day) => left(`2026-11-0${day + 1}`, { step }))).rungsTaken;

describe('what was recorded last decides,', () => {
  test.each([
    ['a wish not to be contacted', ['do-not-contact'], 'stops'],
    ['a crisis, also before a wish not to be contacted', ['in-crisis', 'do-not-contact'], 'consult'],
    ['a crisis, whatever was recorded after it', ['escalated', 'reached-close'], 'consult'],
    [
      'a closed file, also where they had asked for no contact',
      ['do-not-contact', 'closed-on-record-only'],
      'closed',
    ],
    ['a wish to close, whatever was tried after it', ['reached-close', 'voicemail-left'], 'closes'],
    ['a closed file, whatever was tried after it', ['closed-on-record-only', 'voicemail-left'], 'closed'],
    ['an answer, until something is left again', ['replied', 'voicemail-left'], undefined],
    ['nothing once the file was opened again', ['in-crisis', 'reopened'], undefined],
    ['the wish not to be contacted even then', ['do-not-contact', 'reopened'], 'stops'],
  ])('%s', (_, outcomes, effect) => {
    expect(haltOf(...outcomes)).toBe(effect);
  });

  test('and a closing note closes, unless what it records is that the file was opened again', () => {
    const note = { step: 'closing-note' };
    expect(haltOf(attempt('no-answer', '2026-11-01', note))).toBe('closed');
    expect(haltOf('reached-close', attempt('reopened', '2026-11-02', note))).toBeUndefined();
  });

  test('and after an answer the ladder begins anew', () => {
    const answered = [
      left('2026-11-02'),
      left('2026-11-04'),
      attempt('replied', '2026-11-05'),
      left('2026-11-06'),
    ];
    expect(courseOf(answered).rungsTaken).toBe(1);
  });
});

describe('what came before the last session', () => {
  const sessions = { sessions: { first: '2026-03-02', last: '2026-11-02' } };

  test('is over, and what came on its day is not', () => {
    expect(courseOf([left('2026-11-01')], sessions).rungsTaken).toBe(0);
    expect(courseOf([left('2026-11-02')], sessions).rungsTaken).toBe(1);
    expect(courseOf([attempt('escalated', '2026-11-01')], sessions).halt).toBeUndefined();
  });

  test('but for the wish not to be contacted', () => {
    expect(courseOf([attempt('do-not-contact', '2026-10-01')], sessions).halt?.effect).toBe('stops');
  });
});

describe('an attempt that does not say at whom of two', () => {
  const ofTwo = (outcome: string) => courseOf([attempt(outcome, '2026-11-09', { to: 'elsewhere' })], couple);

  test('counts for both where they asked for no contact, or someone has to be consulted', () => {
    expect([ofTwo('do-not-contact').halt?.effect, ofTwo('in-crisis').halt?.effect]).toEqual([
      'stops',
      'consult',
    ]);
  });

  test('counts for none else', () => {
    expect([ofTwo('voicemail-left').rungsTaken, ofTwo('reached-close').halt]).toEqual([0, undefined]);
  });
});

describe('a step is taken', () => {
  test.each([
    ['by a message for it', ['first-call'], 1],
    ['one after another', ['first-call', 'outreach-letter', 'final-call', 'closing-letter'], 4],
    ['in writing where nobody may be called', ['outreach-letter'], 1],
    ['by a call for a colleague', ['front-desk-call'], 1],
    ['at the end, together with those before it', ['closing-letter'], 3],
    ['by a kind note never', ['caring-contact', 'welcome-back', 'return-call'], 0],
    ['not again by one of a kind that is behind', ['first-call', 'outreach-letter', 'first-call'], 2],
    ['as the next of its kind, where the record does not say which it was for', [undefined], 1],
  ])('%s', (_, steps, rungsTaken) => {
    expect(takenAfter(...steps)).toBe(rungsTaken);
  });

  test('by a letter that does not say what it was for as the letter that was to come, else as an outreach letter', () => {
    const letter = (on: string) => attempt('letter-sent', on, { to: 'home', level: 'private' });
    expect(courseOf([left('2026-11-01'), letter('2026-11-02')]).rungsTaken).toBe(2);
    expect(courseOf([letter('2026-11-02')]).rungsTaken).toBe(1);
    const all = ['01', '02', '03', '04'].map((day, index) =>
      left(`2026-11-${day}`, { step: LADDER[index]?.step }),
    );
    expect(courseOf([...all, letter('2026-11-05'), left('2026-11-06')]).closings.map(({ to }) => to)).toEqual(
      ['mobile', 'mobile', 'home', 'mobile'],
    );
  });

  test('by calls without a message once it was tried enough, each step for itself', () => {
    const tries = (count: number) =>
      Array.from({ length: count }, (_, day) => attempt('no-answer', `2026-11-0${day + 1}`));
    expect(courseOf(tries(1))).toMatchObject({ rungsTaken: 0, tries: { rung: 0, count: 1 } });
    expect(courseOf(tries(2))).toMatchObject({ rungsTaken: 1, tries: { count: 0 } });
    expect(courseOf(tries(2), {}, { tries: 3 })).toMatchObject({ rungsTaken: 0, tries: { count: 2 } });
    const other = [
      attempt('no-answer', '2026-11-01', { step: 'first-call' }),
      attempt('no-answer', '2026-11-02', { step: 'final-call' }),
    ];
    expect(courseOf(other)).toMatchObject({ rungsTaken: 0, tries: { rung: 2, count: 1 } });
  });
});

describe('an answer is waited for', () => {
  const until = (one: object, policy: Partial<Policy> = {}) => courseOf([one], {}, policy).waits[0]?.until;

  test('until the day that was said, else the one that is counted, which is the closing where the message told of it', () => {
    expect(until(left('2026-11-09', { replyBy: '2026-11-12' }))).toBe('2026-11-12');
    expect(until(left('2026-11-09'))).toBe('2026-11-16');
    const final = { step: 'final-call' };
    expect(until(left('2026-11-09', final))).toBe('2026-11-23');
    expect(until(left('2026-11-09', { ...final, level: 'minimal' }))).toBe('2026-11-16');
    const letter = { to: 'home', step: 'closing-letter' };
    expect(until(attempt('letter-sent', '2026-11-09', { ...letter, level: 'private' }))).toBe('2026-11-23');
    expect(until(attempt('letter-sent', '2026-11-09', letter))).toBe('2026-11-16');
  });

  test('until the next working day after a call without a message', () => {
    expect(until(attempt('no-answer', '2026-11-06'))).toBe('2026-11-09');
  });

  test('no longer at a place that turned out to be none', () => {
    const gone = attempt('wrong-or-dead-number', '2026-11-03');
    const waits = [left('2026-11-01'), left('2026-11-02', { to: 'work' }), gone];
    expect(courseOf(waits).waits.map(({ to }) => to)).toEqual(['work']);
  });
});

describe('a step can go', () => {
  const points = [
    { ...mobile, label: 'vague', level: 'vague' },
    mobile,
    { ...home, label: 'portal', address: undefined, portal: 'client portal', level: 'neutral' },
    { ...home, label: 'paper', level: 'neutral' },
    home,
  ];
  const having = (outreach: readonly object[] = []) =>
    standing({ recipients: [{ ...sam, contactPoints: points }], outreach });

  test('to the first number at which as much may be said as it takes', () => {
    expect([findNumber(having(), 'vague')?.label, findNumber(having(), 'detailed')?.label]).toEqual([
      'vague',
      'mobile',
    ]);
    expect(findNumber(having(), 'private')).toBeUndefined();
  });

  test('to the first address; where little may be said only on paper', () => {
    expect([findAddress(having(), 'minimal')?.label, findAddress(having(), 'private')?.label]).toEqual([
      'paper',
      'home',
    ]);
  });

  test('for the closing only where it was not told yet, or was tried less than the policy has', () => {
    const told = attempt('voicemail-left', '2026-11-09', { to: 'vague', step: 'final-call', level: 'vague' });
    const tried = attempt('no-answer', '2026-11-09', { to: 'vague', step: 'final-call' });
    expect(findNumber(having([told]), 'vague', 'untold')?.label).toBe('mobile');
    expect(findNumber(having([told]), 'vague', 'tried-little')?.label).toBe('vague');
    expect(findNumber(having([tried]), 'vague', 'untold')?.label).toBe('vague');
    expect(findNumber(having([tried, tried]), 'vague', 'tried-little')?.label).toBe('mobile');
  });
});

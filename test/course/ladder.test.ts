import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/course/ladder.ts';
import type { NextStep } from '../../src/course/next-step.ts';
import type { Policy } from '../../src/model/practice.ts';
import { adult, fileOf, home, mobile, sam } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const { practice } = shippedLibrary;
const ON = '2026-11-23';

/** What comes next for the one recipient of the client, under the shipped policy with changes. */
function next(changes: object = {}, policy: Partial<Policy> = {}, on = ON): NextStep {
  const { client } = fileOf({ ...adult, ...changes });
  const recipient = client.recipients[0];
  if (recipient === undefined) throw new Error('no recipient');
  return nextStep({ ...practice, policy: { ...practice.policy, ...policy } }, { client, recipient }, on);
}

const attempt = (on: string, outcome: string, more: object = {}) => ({ on, to: 'mobile', outcome, ...more });
const first = attempt('2026-11-09', 'voicemail-left', { step: 'first-call', level: 'detailed' });
const final = attempt('2026-11-16', 'voicemail-left', { step: 'final-call', level: 'detailed' });
const little = { ...final, level: 'minimal' };
const at = (...contactPoints: object[]) => ({ recipients: [{ ...sam, contactPoints }] });
const having = (...outreach: object[]) => ({ outreach });
const onlyMinimal = { ...mobile, level: 'minimal' };

describe('two calls a week apart', () => {
  test('begin with the first call, which is due now and not early', () => {
    expect(next()).toMatchObject({ step: 'first-call', due: ON, isEarly: false, isOverdue: false });
  });

  test('on a day off the first call is due on the next working day, and nobody is told to wait', () => {
    expect(next({}, {}, '2026-11-28')).toMatchObject({
      step: 'first-call',
      due: '2026-11-30',
      isEarly: false,
    });
  });

  test('wait a week after the first message, and then call once more', () => {
    expect(next(having(first), {}, '2026-11-15')).toMatchObject({
      step: 'wait',
      ahead: 'final-call',
      due: '2026-11-16',
      isEarly: true,
    });
    expect(next(having(first), {}, '2026-11-16')).toMatchObject({ step: 'final-call', isOverdue: false });
    expect(next(having(first), {}, '2026-11-17')).toMatchObject({ step: 'final-call', isOverdue: true });
  });

  test('the day that was said is the day on which the next step is due', () => {
    expect(next(having({ ...first, replyBy: '2026-11-25' }))).toMatchObject({
      step: 'wait',
      due: '2026-11-25',
    });
    expect(next(having({ ...first, replyBy: '2026-11-12' }))).toMatchObject({ due: '2026-11-12' });
  });

  test('a day that was counted falls on a working day', () => {
    expect(next(having({ ...first, on: '2026-11-19' })).due).toBe('2026-11-27');
  });

  test('once they were told, only the day they were told closes the file', () => {
    expect(next(having(first, final))).toMatchObject({
      step: 'wait',
      ahead: 'close',
      due: '2026-11-30',
      notice: { how: 'voicemail', on: '2026-11-16', closesOn: '2026-11-30' },
    });
    expect(next(having(first, final), {}, '2026-11-30')).toMatchObject({ step: 'close' });
    expect(next(having(first, { ...final, replyBy: '2026-12-03' }), {}, '2026-12-03')).toMatchObject({
      step: 'close',
      due: '2026-12-03',
    });
  });
});

describe('a message that says little is no notice', () => {
  test('and a letter follows where one may say it', () => {
    expect(next(having(first, little))).toMatchObject({
      step: 'letter',
      letter: 'closing-letter',
      place: 'home',
      due: '2026-11-23',
    });
  });

  test('and the same number is called for it only where nothing else is left, and as often as the policy says', () => {
    expect(next({ ...at(mobile), ...having(first, little) })).toMatchObject({ step: 'final-call' });
    expect(
      next({ ...at(mobile), ...having(first, little, { ...little, on: ON }) }, {}, '2026-12-01'),
    ).toMatchObject({ step: 'close-on-record-only' });
  });

  test('and a number that may hear it goes before the letter', () => {
    const points = at(onlyMinimal, { ...mobile, label: 'work' }, home);
    expect(next({ ...points, ...having(first, little) })).toMatchObject({
      step: 'final-call',
      place: 'work',
    });
  });

  test('and the file closes on record only where nothing may say it', () => {
    const neutral = at(onlyMinimal, { ...home, level: 'neutral' });
    expect(next({ ...neutral, ...having(first, little) })).toMatchObject({ step: 'close-on-record-only' });
    expect(next({ ...neutral, ...having(first, little) }).notice).toBeUndefined();
  });

  test.each([
    ['cut off', { ...final, said: 'cut-off' }],
    ['left nowhere', { ...final, outcome: 'mailbox-full' }],
    ['a letter that came back', { ...final, to: 'home', step: 'closing-letter', outcome: 'letter-returned' }],
  ])('nor is one that was %s', (_, told) => {
    expect(next(having(first, told)).notice).toBeUndefined();
  });

  test('nor is one at a number that turned out not to be theirs, or a letter that came back', () => {
    const strange = attempt('2026-11-17', 'greeting-not-theirs');
    const sent = { ...final, to: 'home', outcome: 'letter-sent', step: 'closing-letter' };
    const back = attempt('2026-11-20', 'letter-returned', { to: 'home' });
    expect(next(having(first, final, strange))).toMatchObject({ step: 'letter' });
    expect(next(having(first, sent, back))).toMatchObject({ step: 'final-call', due: '2026-11-16' });
    expect(next(having(first, final, strange)).notice).toBeUndefined();
  });

  test('nor is one before the last session', () => {
    expect(next({ ...having(first, final), sessions: { last: '2026-11-17' } })).toMatchObject({
      step: 'first-call',
    });
  });
});

describe('a call without a message', () => {
  const unanswered = (on: string) => attempt(on, 'no-answer');

  test.each(['no-answer', 'mailbox-full', 'not-private', 'cut-off'])(
    '%s is tried again on the next working day',
    (outcome) => {
      expect(next(having(attempt('2026-11-20', outcome)))).toMatchObject({
        step: 'first-call',
        due: '2026-11-23',
        why: expect.stringContaining('again'),
      });
      expect(next(having(attempt('2026-11-20', outcome)), {}, '2026-11-20')).toMatchObject({ step: 'wait' });
    },
  );

  test('counts as the step once it was tried as often as the policy says, with the full wait', () => {
    const twice = having(unanswered('2026-11-11'), unanswered('2026-11-12'));
    expect(next(twice)).toMatchObject({ step: 'final-call', due: '2026-11-19' });
    expect(next(twice, { tries: 3 })).toMatchObject({ step: 'first-call', due: '2026-11-13' });
    expect(next(having(unanswered('2026-11-12')), { tries: 1 })).toMatchObject({ step: 'final-call' });
  });

  test('counts also where the step before it cannot be taken', () => {
    const policy = { ladder: 'three-attempts' } as const;
    const twice = having(
      ...['2026-11-11', '2026-11-12'].map((on) => ({ ...unanswered(on), step: 'first-call' })),
    );
    expect(next({ ...at(mobile), ...twice }, policy)).toMatchObject({ step: 'final-call' });
  });

  test('a call that they ended counts at once', () => {
    expect(next(having(attempt('2026-11-20', 'hung-up')))).toMatchObject({
      step: 'wait',
      ahead: 'final-call',
    });
  });

  test('never closes a file', () => {
    const all = having(
      first,
      ...['2026-11-16', '2026-11-17'].map((on) => ({ ...unanswered(on), step: 'final-call' })),
    );
    expect(next({ ...at(mobile), ...all }, {}, '2026-12-01')).toMatchObject({ step: 'close-on-record-only' });
  });
});

describe('a number or address is out until they were asked again', () => {
  test.each(['wrong-or-dead-number', 'greeting-not-theirs', 'third-person-answered'])('%s', (outcome) => {
    const work = { ...mobile, label: 'work' };
    const out = attempt('2026-11-20', outcome);
    expect(next({ ...at(mobile, work), ...having(out) })).toMatchObject({
      step: 'first-call',
      place: 'work',
    });
    expect(next({ ...at({ ...mobile, confirmedOn: '2026-11-21' }, work), ...having(out) })).toMatchObject({
      place: 'mobile',
    });
    expect(next({ ...at({ ...mobile, confirmedOn: '2026-11-20' }, work), ...having(out) })).toMatchObject({
      place: 'work',
    });
  });

  test('and what was left there no longer has to be waited for', () => {
    const out = attempt('2026-11-10', 'wrong-or-dead-number');
    expect(
      next({ ...at(mobile, { ...mobile, label: 'work' }), ...having(first, out) }, {}, '2026-11-10'),
    ).toMatchObject({
      step: 'final-call',
      place: 'work',
    });
  });

  test('without a number the first step goes in writing, and tells nothing yet', () => {
    const out = attempt('2026-11-20', 'wrong-or-dead-number');
    expect(next(having(out))).toMatchObject({ step: 'letter', letter: 'outreach-letter', place: 'home' });
    expect(next({ ...at({ ...home, level: 'neutral' }) })).toMatchObject({ letter: 'outreach-letter' });
  });
});

describe('what they said decides', () => {
  test.each(['replied', 'called-back'])(
    '%s waits for the clinician, from the next working day',
    (outcome) => {
      expect(next(having(first, attempt('2026-11-20', outcome)))).toMatchObject({
        step: 'wait',
        due: '2026-11-23',
      });
      expect(next(having(first, attempt('2026-11-20', outcome))).ahead).toBeUndefined();
    },
  );

  test('a message left after an answer begins the ladder anew', () => {
    const outreach = having(
      first,
      attempt('2026-11-10', 'called-back'),
      attempt('2026-11-11', 'voicemail-left'),
    );
    expect(next(outreach)).toMatchObject({ step: 'final-call', due: '2026-11-18' });
  });

  test.each(['reached-continue', 'reached-pause'])(
    '%s rests for a quarter and then begins anew',
    (outcome) => {
      const rests = having(first, attempt('2026-11-10', outcome));
      expect(next(rests)).toMatchObject({ step: 'wait', isOver: true, due: '2027-02-10' });
      expect(next(rests, {}, '2027-02-10')).toMatchObject({ step: 'first-call' });
    },
  );

  test.each(['reached-close', 'reached-wants-referral'])('%s closes', (outcome) => {
    expect(next(having(first, attempt('2026-11-20', outcome)))).toMatchObject({
      step: 'close',
      due: '2026-11-20',
    });
  });

  test('a wish not to be contacted closes on record only, whatever came before or after', () => {
    const stop = attempt('2026-11-10', 'do-not-contact');
    const outreach = having(first, stop, final);
    expect(next(outreach)).toMatchObject({ step: 'close-on-record-only', allowsCheckIn: false });
    expect(next({ ...outreach, sessions: { last: '2026-11-12' } })).toMatchObject({
      step: 'close-on-record-only',
    });
  });

  test('and yields when they are in touch themselves', () => {
    const outreach = having(attempt('2026-11-10', 'do-not-contact'), attempt('2026-11-20', 'called-back'));
    expect(next(outreach)).toMatchObject({ step: 'wait' });
  });

  test.each(['in-crisis', 'escalated'])('%s asks to consult until the file is opened again', (outcome) => {
    const crisis = [first, attempt('2026-11-16', outcome)];
    expect(next(having(...crisis))).toMatchObject({
      step: 'consult-first',
      why: expect.stringContaining('Ruth'),
    });
    expect(next(having(...crisis, attempt('2026-11-17', 'voicemail-left')))).toMatchObject({
      step: 'consult-first',
    });
    expect(next(having(...crisis, attempt('2026-11-17', 'reopened')))).toMatchObject({ step: 'first-call' });
  });

  test('a file that is closed is over', () => {
    expect(next(having(attempt('2026-11-20', 'closed-on-record-only')))).toMatchObject({ isOver: true });
    const note = attempt('2026-11-20', 'no-reply-by-date', { step: 'closing-note' });
    expect(next(having(first, final, note))).toMatchObject({ step: 'close', isOver: true });
  });

  test('a note that no reply came moves no day', () => {
    expect(next(having(first, attempt('2026-11-20', 'no-reply-by-date')))).toMatchObject({
      step: 'final-call',
      due: '2026-11-16',
    });
  });

  test('a kind note that asked nothing moves no day either', () => {
    const kind = attempt('2026-11-20', 'letter-sent', { to: 'home', step: 'caring-contact' });
    expect(next(having(first, kind))).toMatchObject({ step: 'final-call', due: '2026-11-16' });
  });
});

describe('the policy', () => {
  test('three attempts ask by letter first', () => {
    const policy = { ladder: 'three-attempts' } as const;
    expect(next({}, policy)).toMatchObject({ step: 'letter', letter: 'outreach-letter' });
    const sent = attempt('2026-11-02', 'letter-sent', {
      to: 'home',
      step: 'outreach-letter',
      level: 'private',
    });
    expect(next(having(sent), policy)).toMatchObject({ step: 'first-call', due: '2026-11-16' });
  });

  test('calls and then a letter: the letter follows at once where the call has told them, with the same day', () => {
    const policy = { ladder: 'calls-then-letter' } as const;
    expect(next(having(first, final), policy)).toMatchObject({ letter: 'closing-letter', due: '2026-11-16' });
    expect(next(having(first, little), policy)).toMatchObject({
      letter: 'closing-letter',
      due: '2026-11-23',
    });
    const sent = attempt('2026-11-23', 'letter-sent', {
      to: 'home',
      step: 'closing-letter',
      level: 'private',
    });
    expect(next(having(first, little, sent), policy)).toMatchObject({ ahead: 'close', due: '2026-12-07' });
  });

  test('always a closing letter: one follows the call, and goes before another call', () => {
    expect(next(having(first, final), { closingLetter: 'always' })).toMatchObject({
      letter: 'closing-letter',
    });
    const work = { ...mobile, label: 'work' };
    expect(
      next({ ...at(onlyMinimal, work, home), ...having(first, little) }, { closingLetter: 'always' }),
    ).toMatchObject({ letter: 'closing-letter' });
    expect(next({ ...at(mobile), ...having(first, final) }, { closingLetter: 'always' })).toMatchObject({
      ahead: 'close',
    });
  });

  test('never a closing letter: the file closes on record only where no call could tell them', () => {
    expect(next(having(first, little), { closingLetter: 'never' })).toMatchObject({ place: 'mobile' });
    expect(
      next({ ...at(onlyMinimal, home), ...having(first, little) }, { closingLetter: 'never' }),
    ).toMatchObject({
      step: 'close-on-record-only',
    });
  });

  test('a clinician who decides against the letter writes down why', () => {
    const overrule = { 'closing-letter': 'she asked for no mail at home' };
    expect(next({ ...at(onlyMinimal, home), ...having(first, little), overrule })).toMatchObject({
      step: 'close-on-record-only',
    });
  });

  test("a practice's own steps and days are taken as they stand", () => {
    const ladder = [
      { step: 'first-call', days: 2 },
      { step: 'first-call', days: 3 },
      { step: 'final-call', days: 4, closingDays: 30 },
    ] as const;
    const policy: Partial<Policy> = { ladder: [...ladder] };
    expect(next(having(attempt('2026-11-16', 'voicemail-left')), policy)).toMatchObject({
      step: 'first-call',
    });
    expect(next(having(first, final), policy)).toMatchObject({ ahead: 'close', due: '2026-12-16' });
  });
});

describe('a reason to do it now', () => {
  test('makes a waiting step the step of today, still told as early', () => {
    const overrule = { early: 'they move away on Friday' };
    expect(next({ ...having({ ...first, on: ON }), overrule })).toMatchObject({
      step: 'final-call',
      isEarly: true,
    });
  });

  test('never moves a day that they were told', () => {
    const overrule = { early: 'the quarter ends' };
    expect(next({ ...having(first, { ...final, on: ON }), overrule })).toMatchObject({
      step: 'wait',
      ahead: 'close',
    });
  });
});

describe('what stops it', () => {
  test.each([
    ['risk', { consultFirst: 'risk' }, false],
    ['a doubt', { consultFirst: 'unsure' }, false],
    ['someone to be told', { consultFirst: 'mandate' }, true],
    ['medication', { consultFirst: 'medication' }, true],
    ['mandated work', { situation: 'mandated' }, true],
  ])('%s shows whom to consult', (_, changes, allowsCheckIn) => {
    expect(next(changes)).toMatchObject({
      step: 'consult-first',
      why: expect.stringContaining('Ruth'),
      allowsCheckIn,
    });
  });

  test('mandated work goes on once it is written down who was told', () => {
    expect(next({ situation: 'mandated', overrule: { mandate: 'the court was told' } })).toMatchObject({
      step: 'first-call',
    });
  });

  test('an open appointment waits for its day', () => {
    expect(next({ sessions: { future: '2026-12-04' } })).toMatchObject({
      step: 'wait',
      due: '2026-12-07',
      allowsCheckIn: true,
    });
  });

  test('whoever will be in touch themselves is left alone for a quarter', () => {
    const held = { clientWillContactUs: true, sessions: { last: '2026-10-05' } };
    expect(next(held)).toMatchObject({ step: 'wait', ahead: 'close-on-record-only', due: '2027-01-05' });
    expect(next(held, {}, '2027-01-05')).toMatchObject({
      step: 'close-on-record-only',
      allowsCheckIn: false,
    });
  });
});

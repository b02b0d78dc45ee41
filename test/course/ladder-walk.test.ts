import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permissionAt } from '../../src/course/attempts.ts';
import { listNextSteps } from '../../src/course/case-steps.ts';
import { replyDay } from '../../src/course/due.ts';
import type { NextStep } from '../../src/course/next-step.ts';
import type { Attempt, Client } from '../../src/model/client.ts';
import { PRESET_NAMES } from '../../src/model/ladder-presets.ts';
import { lowerLevel } from '../../src/model/level.ts';
import type { Practice } from '../../src/model/practice.ts';
import { anyClient, anyReachable } from '../support/any-client.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Whatever the client and whatever comes of each step: the ladder is walked to its end, doing what it says. */

const BEGIN = '2026-11-23';
const MOST_STEPS = 80;

const CALLS = [
  'voicemail-left',
  'voicemail-left',
  'no-answer',
  'mailbox-full',
  'not-private',
  'hung-up',
  'cut-off',
  'wrong-or-dead-number',
  'third-person-answered',
  'greeting-not-theirs',
  'called-back',
  'reached-continue',
  'reached-close',
  'in-crisis',
  'do-not-contact',
] as const;
const LETTERS = [
  'letter-sent',
  'letter-sent',
  'letter-sent',
  'letter-returned',
  'message-unread',
  'replied',
] as const;
/** What a talk comes to; someone who answers for ever and is never reached has no end that a ladder could give. */
const ANSWERS = ['reached-continue', 'reached-pause', 'reached-close', 'reached-wants-referral'] as const;

const anyPolicy = fc.record({
  ladder: fc.constantFrom(...PRESET_NAMES),
  closingLetter: fc.constantFrom('always', 'clinician-decides', 'never'),
  tries: fc.integer({ min: 1, max: 3 }),
  mailUnconfirmed: fc.constantFrom('none', 'neutral', 'private'),
});
/** Most of them with permissions that are fresh and nothing on record: the others stop early. */
const anyWalker = fc.oneof(
  { weight: 1, arbitrary: anyClient },
  { weight: 6, arbitrary: fc.tuple(anyReachable, fc.boolean(), fc.boolean()).map(trusting) },
);

function trusting([client, isFresh, isEarly]: readonly [object, boolean, boolean]) {
  const { outreach: _, closingDate: __, overrule, ...rest } = client as Client;
  const fresh = { checkedOn: '2026-11-02', flag: false };
  return {
    ...rest,
    overrule: { ...overrule, ...(isEarly ? { early: 'agreed in supervision' } : {}) },
    recipients: rest.recipients.map((one) => ({
      ...one,
      ...(isFresh ? { safety: fresh } : {}),
      contactPoints: one.contactPoints.map((point) => ({ ...point, confirmedOn: '2026-11-02' })),
    })),
  };
}

/** A different outcome each time, or the same one again and again. */
const anyDice = fc.oneof(
  fc.array(fc.nat(1_000), { minLength: MOST_STEPS, maxLength: MOST_STEPS }),
  fc.nat(1_000).map((die) => Array.from({ length: MOST_STEPS }, () => die)),
);

const practiceOf = (policy: object): Practice => ({
  ...shippedLibrary.practice,
  policy: { ...shippedLibrary.practice.policy, ...policy },
});

/** One moment of the walk: the file as it was, the day, and what was said to be next for whom. */
interface Moment {
  readonly client: Client;
  readonly on: string;
  readonly index: number;
  readonly next: NextStep;
}

const ENDS: readonly string[] = ['close', 'close-on-record-only', 'consult-first'];
const isEnd = ({ step, isOver }: NextStep) => ENDS.includes(step) || isOver === true;

/** Every moment until each person's ladder has ended, or the case rests; at most so many steps. */
function walk(practice: Practice, begun: Client, dice: readonly number[]): Moment[] {
  const moments: Moment[] = [];
  let client = begun;
  let on = BEGIN;
  for (let count = 0; count < MOST_STEPS; count++) {
    const steps = listNextSteps(practice, client, on);
    const moment = pick(client, on, steps);
    moments.push(moment);
    if (steps.every(isEnd) || steps.some(({ isOver }) => isOver)) return moments;
    const { next, index } = moment;
    if (next.step === 'wait' && next.due !== undefined && next.due > on) on = next.due;
    else
      client = {
        ...client,
        outreach: [...(client.outreach ?? []), attemptAt(practice, moment, dice[count] ?? 0, index)],
      };
  }
  return moments;
}

/** What can be done today, else what comes first. */
function pick(client: Client, on: string, steps: readonly NextStep[]): Moment {
  const open = steps.map((next, index) => ({ client, on, index, next })).filter(({ next }) => !isEnd(next));
  const now =
    open.find(({ next }) => next.step !== 'wait') ??
    open.find(({ next }) => next.ahead === undefined && (next.due ?? on) <= on);
  const soonest = [...open].sort((a, b) => ((a.next.due ?? '9') < (b.next.due ?? '9') ? -1 : 1))[0];
  const first = steps[0] as NextStep;
  return now ?? soonest ?? { client, on, index: 0, next: first };
}

function attemptAt(practice: Practice, { client, on, next }: Moment, die: number, index: number): Attempt {
  const recipient = client.recipients[index];
  const point = recipient?.contactPoints.find(({ label }) => label === next.place);
  const outcomes = next.step === 'wait' ? ANSWERS : next.step === 'letter' ? LETTERS : CALLS;
  const outcome = outcomes[die % outcomes.length] ?? 'no-answer';
  if (recipient === undefined || point === undefined)
    return { on, recipient: index + 1, to: 'nowhere', outcome };
  const ceiling = permissionAt({ client, recipient }, point, practice, on).ceiling ?? 'vague';
  const level = die % 3 === 0 ? lowerLevel(ceiling, 'minimal') : ceiling;
  const step = next.step === 'letter' ? (next.letter ?? 'closing-letter') : (next.step as 'first-call');
  const replyBy = replyDay({ practice, client, recipient, on, step, level });
  return { on, recipient: index + 1, to: point.label, outcome, level, step, replyBy };
}

const walks = (check: (moments: readonly Moment[], practice: Practice) => void, numRuns = 150) =>
  fc.assert(
    fc.property(anyWalker, anyPolicy, anyDice, (client, policy, dice) => {
      const practice = practiceOf(policy);
      check(walk(practice, client as Client, dice), practice);
    }),
    { numRuns },
  );

test('every ladder ends', () => {
  walks((moments) => {
    expect(moments.length).toBeLessThan(MOST_STEPS);
  });
});

test('no step is taken before the day that a message left where it can still be heard', () => {
  walks((moments) => {
    const broken = moments.filter(({ client, on, index, next }) => {
      const isAsked = client.overrule?.['early'] !== undefined;
      const taken = !isAsked && next.step !== 'wait' && !isEnd(next) && next.notice === undefined;
      const since = (client.outreach ?? []).slice(moments[0]?.client.outreach?.length ?? 0);
      return taken && since.some((one) => one.recipient === index + 1 && isPending(one, since, on));
    });
    expect(broken).toEqual([]);
  });
});

const LEFT: readonly string[] = ['voicemail-left', 'letter-sent', 'hung-up'];
const GONE: readonly string[] = [
  'wrong-or-dead-number',
  'third-person-answered',
  'greeting-not-theirs',
  'letter-returned',
  'message-unread',
];
const isPending = (one: Attempt, all: readonly Attempt[], on: string) =>
  LEFT.includes(one.outcome) &&
  one.replyBy !== undefined &&
  one.replyBy > on &&
  !all.some(({ to, outcome }) => to === one.to && GONE.includes(outcome));

test('no file closes but on the day that they were told, at their own wish, or on record with a reason', () => {
  walks((moments) => {
    const closed = moments.filter(({ next }) => next.step === 'close');
    const untold = closed.filter(({ client, on, index, next }) => {
      const wished = (client.outreach ?? []).some(
        ({ outcome, step }) =>
          ['reached-close', 'reached-wants-referral', 'reopened'].includes(outcome) ||
          step === 'closing-note',
      );
      const told = next.notice !== undefined && next.notice.closesOn <= on;
      return !told && !wished && index >= 0;
    });
    expect(untold).toEqual([]);
    const silent = moments.filter(({ next }) => next.why.length < 15);
    expect(silent).toEqual([]);
  });
});

test('no reason tells a name, a number, an address, or anything typed about the client', () => {
  walks((moments) => {
    expect(moments.map(({ next }) => next.why).filter((why) => /Zq|Place\d|Elm|0142/.test(why))).toEqual([]);
  }, 100);
});

test('every day that is counted is a working day', () => {
  walks((moments, { policy }) => {
    const days = moments.flatMap(({ next }) => (next.due === undefined ? [] : [next.due]));
    const given = new Set(
      moments.flatMap(({ client }) => [client.closingDate, ...(client.outreach ?? []).map(({ on }) => on)]),
    );
    const off = days.filter(
      (day) =>
        !given.has(day) &&
        ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || policy.holidays?.includes(day)),
    );
    expect(off).toEqual([]);
  }, 100);
});

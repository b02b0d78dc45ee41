import type { Attempt } from '../model/client.ts';
import { LADDER_DEFAULTS, type Rung } from '../model/ladder-presets.ts';
import type { Practice } from '../model/practice.ts';
import { attemptsAt, inOrder, isUnattributed, standingStop, type Who } from './attempts.ts';
import { addDays, workingDayFrom } from './dates.ts';
import { replyDay, rungsOf } from './due.ts';
import { EFFECTS, type Effect } from './outcome-effects.ts';

/** Where one person stands: the attempts since the last session, or since the file was opened again, read in order. */

export interface Course {
  /** How many steps of the practice's ladder are taken. */
  readonly rungsTaken: number;
  /** Calls without a message at the step that was tried last. */
  readonly tries: { readonly rung: number; readonly count: number };
  /** Days that have to come first, with the label of the place where something waits for an answer. */
  readonly waits: readonly { readonly to: string; readonly until: string }[];
  /** Attempts at the closing steps: where, and whether that place has had its message. */
  readonly closings: readonly { readonly to: string; readonly isMessage: boolean }[];
  /** What was recorded last that decides, whatever the ladder says. */
  readonly halt?: { readonly effect: Effect; readonly attempt: Attempt };
  /** Their wish not to be contacted; it stands beside a closing, and opening the file again does not end it. */
  readonly stop?: Attempt;
}

const NO_TRIES = { rung: -1, count: 0 };
const FRESH: Course = { rungsTaken: 0, tries: NO_TRIES, waits: [], closings: [] };

/** The course of one recipient so far. */
export function readCourse(practice: Practice, who: Who): Course {
  const reader: Reader = { practice, who, rungs: rungsOf(practice.policy) };
  const course = inOrder(attemptsThatCount(who)).reduce(
    (sofar, attempt) => take(sofar, attempt, reader),
    FRESH,
  );
  const stop = standingStop(who);
  if (stop === undefined) return course;
  const isStronger = course.halt?.effect === 'closed' || course.halt?.effect === 'consult';
  return { ...course, stop, ...(isStronger ? {} : { halt: { effect: 'stops', attempt: stop } }) };
}

interface Reader {
  readonly practice: Practice;
  readonly who: Who;
  readonly rungs: readonly Rung[];
}

/** What came before the last session is over, but for the wish not to be contacted; a stop that names nobody is for all. */
function attemptsThatCount(who: Who): readonly Attempt[] {
  const { sessions, outreach = [] } = who.client;
  const last = sessions?.last ?? '';
  const own = new Set(attemptsAt(who));
  return outreach.filter((one) => {
    const effect = effectOf(one);
    const stops = effect === 'stops' || effect === 'consult';
    return (
      (own.has(one) || (stops && isUnattributed(who.client, one))) &&
      (one.on >= last || effect === 'stops' || effect === 'reopens')
    );
  });
}

/** A closing note that is on record closes the file. */
const effectOf = ({ outcome, step }: Attempt): Effect =>
  step === 'closing-note' && outcome !== 'reopened' ? 'closed' : EFFECTS[outcome];

const HALTS: readonly Effect[] = ['answered', 'rests', 'closes', 'stops', 'consult', 'closed'];
/** What stands until the file is opened again, or until they are in touch themselves. */
const FIRM: readonly Effect[] = ['closes', 'stops', 'closed'];

function take(course: Course, attempt: Attempt, reader: Reader): Course {
  const effect = effectOf(attempt);
  if (effect === 'reopens') return FRESH;
  if (course.halt?.effect === 'consult') return course;
  if (HALTS.includes(effect)) return { ...FRESH, halt: { effect, attempt } };
  if (course.halt !== undefined && FIRM.includes(course.halt.effect)) return course;
  if (effect === 'none' || ASIDE.includes(attempt.step)) return course;
  if (effect === 'place-out') return { ...course, waits: course.waits.filter(({ to }) => to !== attempt.to) };
  return advance(course.halt === undefined ? course : FRESH, attempt, reader);
}

/** The course after a message, or after a call without one. */
function advance(course: Course, attempt: Attempt, { practice, who, rungs }: Reader): Course {
  const { policy } = practice;
  const step = stepOf(attempt, rungs[course.rungsTaken]);
  const rung = rungs.findIndex(
    (one, index) => index >= course.rungsTaken && SATISFIED_BY[one.step].includes(step),
  );
  const tries = rung === course.tries.rung ? course.tries.count + 1 : 1;
  const isAgain = EFFECTS[attempt.outcome] === 'try' && tries < (policy.tries ?? LADDER_DEFAULTS.tries);
  const level =
    attempt.outcome === 'voicemail-left' || attempt.outcome === 'letter-sent' ? attempt.level : 'vague';
  const moment = { practice, ...who, on: attempt.on, step, level: level ?? 'minimal' };
  const until = isAgain
    ? workingDayFrom(addDays(attempt.on, 1), policy)
    : (attempt.replyBy ?? replyDay(moment));
  return {
    rungsTaken: isAgain || rung < 0 ? course.rungsTaken : rung + 1,
    tries: isAgain && rung >= 0 ? { rung, count: tries } : NO_TRIES,
    waits: [...course.waits, { to: attempt.to, until }],
    closings: CLOSING.includes(step)
      ? [...course.closings, { to: attempt.to, isMessage: EFFECTS[attempt.outcome] === 'message' }]
      : course.closings,
  };
}

const CLOSING: readonly string[] = ['final-call', 'closing-letter'];

/** What is no step on the way to closing: it asks nothing, or answers them. */
const ASIDE: readonly (string | undefined)[] = ['caring-contact', 'welcome-back', 'return-call'];

/** What takes a step: where nobody may be called, writing does. */
const SATISFIED_BY: Readonly<Record<Rung['step'], readonly string[]>> = {
  'first-call': ['first-call', 'front-desk-call', 'outreach-letter'],
  'outreach-letter': ['outreach-letter'],
  'final-call': ['final-call', 'closing-letter'],
  'closing-letter': ['closing-letter'],
};

/** What an attempt was for; where the record does not say, the step that was to take if it is one of its kind. */
function stepOf({ step, outcome }: Attempt, rung: Rung | undefined): string {
  if (step !== undefined) return step;
  const isWritten = outcome === 'letter-sent';
  if (rung === undefined) return isWritten ? 'closing-letter' : 'final-call';
  if (rung.step.endsWith('letter') === isWritten) return rung.step;
  return isWritten ? 'outreach-letter' : 'first-call';
}

import { LADDER_OVERRULES, type Rung } from '../model/ladder-presets.ts';
import type { Practice } from '../model/practice.ts';
import { standingNotice, type Who } from './attempts.ts';
import { rungsOf, toldClosing } from './due.ts';
import { findAddress, findNumber, type Untold } from './find-place.ts';
import { haltedStep, stoppedStep } from './ladder-halts.ts';
import { type NextStep, type Planned, placed, type Standing } from './next-step.ts';
import { readCourse } from './read-course.ts';
import { findRefusal } from './refuse.ts';

/** The next step towards one person, by the practice's ladder, what was tried so far, and what is allowed where. */

/** The next step for one recipient, as if there were no other in the case. */
export function nextStep(practice: Practice, who: Who, on: string): NextStep {
  const course = readCourse(practice, who);
  const standing: Standing = { practice, ...who, on, course };
  const stop = findRefusal(standing);
  const planned =
    (stop && stoppedStep(stop, standing)) ??
    haltedStep(standing) ??
    afterNotice(standing) ??
    onLadder(standing);
  return placed(planned, standing, stop);
}

/** Once they know, the letter that the practice owes them, at once and with the same date; then the closing. */
function afterNotice(standing: Standing): Planned | undefined {
  const { practice, client, recipient } = standing;
  const notice = standingNotice(standing);
  const told = toldClosing(practice, client, recipient);
  if (notice === undefined || told === undefined) return undefined;
  const letter = owesLetter(standing) ? findAddress(standing, 'detailed', 'untold') : undefined;
  if (letter !== undefined)
    return {
      step: 'letter',
      letter: 'closing-letter',
      due: notice.on,
      place: letter.label,
      why: 'The call told them that the file closes; the practice sends a letter as well, with the same date.',
    };
  const why = 'They were told when the file closes, and that day decides.';
  return { step: 'close', due: told, why, isFixed: true };
}

const owesLetter = ({ practice: { policy }, course }: Standing) =>
  policy.closingLetter === 'always' ||
  rungsOf(policy)
    .slice(course.rungsTaken)
    .some(({ step }) => step === 'closing-letter');

/** The first step of the ladder that is not taken and can be, else any way to tell them, else the record alone. */
function onLadder(standing: Standing): Planned {
  const due = dueDay(standing);
  const rungs = rungsOf(standing.practice.policy).slice(standing.course.rungsTaken);
  for (const rung of rungs) {
    const planned = takeRung(standing, rung);
    if (planned !== undefined) return { ...planned, ...due };
  }
  return { ...(tellSomehow(standing) ?? onRecordOnly(standing)), ...due };
}

/** The last of the days to wait for; none where there is nothing to wait for. */
function dueDay({ course }: Standing): { readonly due?: string } {
  const due = course.waits
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return due === undefined ? {} : { due };
}

function takeRung(standing: Standing, { step }: Rung): Omit<Planned, 'due'> | undefined {
  if (step === 'closing-letter') return writeClosing(standing, STEP_WHY[step]);
  if (step === 'outreach-letter') return writeOutreach(standing, STEP_WHY[step]);
  const number = findNumber(standing, 'vague');
  if (number !== undefined) {
    const isAgain = standing.course.tries.count > 0;
    return {
      step,
      place: number.label,
      why: isAgain ? 'No message was left yet: try again.' : STEP_WHY[step],
    };
  }
  const why = 'No number may be called, so this step goes in writing.';
  return step === 'first-call' ? writeOutreach(standing, why) : undefined;
}

const STEP_WHY: Readonly<Record<Rung['step'], string>> = {
  'first-call': 'No step has been taken yet that asks what would suit them.',
  'outreach-letter': 'The ladder of the practice asks by letter here.',
  'final-call': 'The steps before it are taken, and the time for an answer is up.',
  'closing-letter': 'The steps before it are taken, and nothing has told them yet that the file closes.',
};

/**
 * A message that says little is no notice: a number that has had no closing message and may hear one, or a letter; last
 * a number that may hear it and was told less.
 */
function tellSomehow(standing: Standing): Omit<Planned, 'due'> | undefined {
  const call = callToTell(standing, 'untold');
  const letter = writeClosing(
    standing,
    'No message so far could tell them that the file closes; a letter here may.',
  );
  const isLetterFirst = standing.practice.policy.closingLetter === 'always';
  return (isLetterFirst ? (letter ?? call) : (call ?? letter)) ?? callToTell(standing, 'tried-little');
}

function callToTell(standing: Standing, where: Untold): Omit<Planned, 'due'> | undefined {
  const number = findNumber(standing, 'detailed', where);
  return (
    number && {
      step: 'final-call',
      place: number.label,
      why: 'No message so far could tell them that the file closes; at this number one may.',
    }
  );
}

function onRecordOnly({ practice: { policy }, client }: Standing): Omit<Planned, 'due'> {
  const why =
    client.overrule?.[LADDER_OVERRULES.closingLetter] !== undefined
      ? 'Nothing told them of the closing, and the file says why no letter goes out.'
      : policy.closingLetter === 'never'
        ? 'No call could tell them that the file closes, and this practice sends no closing letters.'
        : 'Nothing told them that the file closes, and no number or address is left that may.';
  return { step: 'close-on-record-only', why };
}

function writeClosing(standing: Standing, why: string): Omit<Planned, 'due'> | undefined {
  const { practice, client } = standing;
  if (
    practice.policy.closingLetter === 'never' ||
    client.overrule?.[LADDER_OVERRULES.closingLetter] !== undefined
  )
    return undefined;
  const place = findAddress(standing, 'detailed', 'untold');
  return place && { step: 'letter', letter: 'closing-letter', place: place.label, why };
}

function writeOutreach(standing: Standing, why: string): Omit<Planned, 'due'> | undefined {
  const place = findAddress(standing, 'minimal');
  return place && { step: 'letter', letter: 'outreach-letter', place: place.label, why };
}

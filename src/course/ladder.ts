import type { ContactPoint } from '../model/client.ts';
import { LADDER_DEFAULTS, type Rung } from '../model/ladder-presets.ts';
import { isWithin, type Level } from '../model/level.ts';
import type { Practice } from '../model/practice.ts';
import { permissionAt, standingNotice, type Who } from './attempts.ts';
import { rungsOf, toldClosing } from './due.ts';
import { haltedStep, stoppedStep } from './ladder-halts.ts';
import { type NextStep, type Planned, placed, type Standing } from './next-step.ts';
import { readCourse } from './read-course.ts';
import { findRefusal } from './refuse.ts';

/** The next step towards one person, by the practice's ladder, what was tried so far, and what is allowed where. */

/** The next step for one recipient, as if there were no other in the case. */
export function nextStep(practice: Practice, who: Who, on: string): NextStep {
  const course = readCourse(practice, who);
  const standing: Standing = { practice, ...who, on, course };
  const stop = findRefusal(standing, course);
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
  const letter = owesLetter(standing) ? addressFor(standing, 'detailed', true) : undefined;
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
  const number = numberFor(standing, 'vague');
  if (number !== undefined) {
    const isAgain = standing.course.tries > 0;
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
  'final-call': 'They were asked, and the time for an answer is up.',
  'closing-letter': 'They were asked, and nothing has told them yet that the file closes.',
};

/** A message that says little is no notice: another call or a letter where more may be said, as often as is sensible. */
function tellSomehow(standing: Standing): Omit<Planned, 'due'> | undefined {
  const { policy } = standing.practice;
  const number = numberFor(standing, 'detailed', true);
  const call: Omit<Planned, 'due'> | undefined = number && {
    step: 'final-call',
    place: number.label,
    why: 'No message so far could tell them that the file closes; at this number one may.',
  };
  const letter = writeClosing(
    standing,
    'No message so far could tell them that the file closes; a letter here may.',
  );
  return policy.closingLetter === 'always' ? (letter ?? call) : (call ?? letter);
}

function onRecordOnly({ practice: { policy }, client }: Standing): Omit<Planned, 'due'> {
  const why =
    client.overrule?.['closing-letter'] !== undefined
      ? 'Nothing told them of the closing, and the file says why no letter goes out.'
      : policy.closingLetter === 'never'
        ? 'No call could tell them that the file closes, and this practice sends no closing letters.'
        : 'Nothing told them that the file closes, and no number or address is left that may.';
  return { step: 'close-on-record-only', why };
}

function writeClosing(standing: Standing, why: string): Omit<Planned, 'due'> | undefined {
  const { practice, client } = standing;
  if (practice.policy.closingLetter === 'never' || client.overrule?.['closing-letter'] !== undefined)
    return undefined;
  const place = addressFor(standing, 'detailed', true);
  return place && { step: 'letter', letter: 'closing-letter', place: place.label, why };
}

function writeOutreach(standing: Standing, why: string): Omit<Planned, 'due'> | undefined {
  const place = addressFor(standing, 'minimal');
  return place && { step: 'letter', letter: 'outreach-letter', place: place.label, why };
}

const numberFor = (standing: Standing, least: Level, isUntold = false) =>
  placeFor(standing, ({ phone }) => (phone === undefined ? undefined : least), isUntold);

/** Below detailed only paper can go: a plain letter that asks for a call. */
const addressFor = (standing: Standing, least: Level, isUntold = false) =>
  placeFor(
    standing,
    ({ phone, address }) =>
      phone !== undefined ? undefined : address === undefined ? ('detailed' as const) : least,
    isUntold,
  );

/** The first number or address at which as much may be said as it takes; `isUntold`: where closing can still be tried. */
function placeFor(
  standing: Standing,
  leastAt: (point: ContactPoint) => Level | undefined,
  isUntold: boolean,
): ContactPoint | undefined {
  const { practice, recipient, on } = standing;
  return recipient.contactPoints.find((point) => {
    const least = leastAt(point);
    const { ceiling } = permissionAt(standing, point, practice.policy, on);
    return (
      least !== undefined &&
      ceiling !== undefined &&
      isWithin(least, ceiling) &&
      !(isUntold && isUsedUp(standing, point))
    );
  });
}

/** Whether the place has had a message at a closing step, or as many tries as the policy has. */
function isUsedUp({ course, practice: { policy } }: Standing, { label }: ContactPoint): boolean {
  const there = course.closings.filter(({ to }) => to === label);
  return there.some(({ isMessage }) => isMessage) || there.length >= (policy.tries ?? LADDER_DEFAULTS.tries);
}

import type { NextStep } from '../course/next-step.ts';

/** A case in one line, for the review of a whole folder: nothing in it says who it is. */

export interface Reviewed {
  /** The id of the client's record. */
  readonly id: string;
  /** Which of several people it is, from 1; undefined where there is one. */
  readonly recipient: number | undefined;
  readonly next: NextStep;
  readonly unseenDays: number | undefined;
  /** Facts to give before a message of the step can be made. */
  readonly missing: readonly string[];
}

/** The line without its newline: id, how long not seen, the step, its day, what is missing first, and why. */
export function renderNextLine({ id, recipient, next, unseenDays, missing }: Reviewed): string {
  return [
    recipient === undefined ? id : `${id}/${recipient}`,
    unseenDays === undefined ? 'no session on record' : `not seen for ${count(unseenDays, 'day')}`,
    stepLabel(next),
    ...(missing.length === 0 ? [] : [`missing first: ${missing.join(', ')}`]),
    ...(next.notice === undefined ? [] : [`told by ${next.notice.how} on ${next.notice.on}`]),
    next.why,
  ].join(' · ');
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The step in words, with its day. */
export function stepLabel({ step, ahead, letter, due, isOver, isOverdue }: NextStep): string {
  if (isOver) return due === undefined ? 'done' : `rests until ${due}`;
  const what = LABELS[letter ?? ahead ?? step];
  if (ahead !== undefined)
    return due === undefined ? `wait, then ${what}` : `wait until ${due}, then ${what}`;
  return due === undefined ? what : `${what}, ${isOverdue ? 'overdue since' : 'due'} ${due}`;
}

const LABELS: Readonly<Record<NextStep['step'] | NonNullable<NextStep['letter']>, string>> = {
  'first-call': 'first call',
  wait: 'decide',
  'final-call': 'final call',
  letter: 'letter',
  'outreach-letter': 'outreach letter',
  'closing-letter': 'closing letter',
  close: 'close the file',
  'close-on-record-only': 'close on record only',
  'consult-first': 'consult first',
};

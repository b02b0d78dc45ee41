import { attemptsAt, noticeOf } from '../course/attempts.ts';
import { listNextSteps } from '../course/case-steps.ts';
import { toldClosing } from '../course/due.ts';
import type { NextStep } from '../course/next-step.ts';
import type { NoteEvent } from '../course/note-event.ts';
import { EFFECTS } from '../course/outcome-effects.ts';
import { readCourse } from '../course/read-course.ts';
import type { Attempt, ContactPoint, Recipient } from '../model/client.ts';
import type { Composed } from './compose.ts';
import { composeAt } from './compose-at.ts';
import type { Refusal } from './message.ts';
import type { Request } from './reach.ts';

/** The note that closes a file for one person: how it went, what they were told, why it closes, how to come back. */

/** The note, or why the file does not close yet, and the entry that puts the closing on record. */
export interface Closing extends Composed {
  readonly attempt: Attempt;
  /** The closing stands on record by now: the note can be had again, and nothing is recorded twice. */
  readonly isOnRecord: boolean;
}

/** The closing note to the recipient at the index. `because` is a reason to close before the ladder is there. */
export function composeClosing(request: Request, index: number, because?: string): Closing {
  const { file, library, on } = request;
  const { client } = file;
  const recipient = client.recipients[index];
  const next = listNextSteps(library.practice, client, on)[index];
  if (recipient === undefined || next === undefined) throw new RangeError('no such recipient');
  const { told, recorded } = outcomesOf(request, recipient);
  const notice = noticeOf({ client, recipient });
  const point = pointOf(recipient, notice?.to);
  const reason = because ?? (notice === undefined ? reasonOf(request, index) : undefined);
  const attempt: Attempt = {
    on,
    ...(client.recipients.length === 1 ? {} : { recipient: index + 1 }),
    to: point.label,
    outcome: recorded,
    step: 'closing-note',
    ...(reason === undefined ? {} : { because: reason }),
  };
  const refusal =
    refuseClosing(next, on, because) ??
    (notice === undefined && reason === undefined ? NO_REASON : undefined);
  const isOnRecord = isClosed(request, recipient);
  if (refusal !== undefined) return { outcome: refusal, problems: [], attempt, isOnRecord };
  const event: NoteEvent = {
    closesOn: toldClosing(library.practice, client, recipient) ?? on,
    ...(reason === undefined ? {} : { closingReason: reason }),
  };
  const composed = composeAt(request, {
    step: 'closing-note',
    channel: 'note',
    recipient,
    index,
    point,
    ceiling: 'private',
    event,
    ...(told === undefined ? {} : { outcome: told }),
  });
  return { ...composed, attempt, isOnRecord };
}

const isClosed = ({ library: { practice }, file: { client } }: Request, recipient: Recipient) =>
  readCourse(practice, { client, recipient }).halt?.effect === 'closed';

/** A file closes with notice, or with a reason. */
export const NO_REASON: Refusal = {
  refused: 'not-closing',
  reason:
    'Nothing on record told them that the file closes, and nothing says why it closes all the same. Say it with --because.',
};

/**
 * Why the file may close on someone who was not told: as the record has it, else what brought the ladder to it. Undefined
 * where the ladder has another step.
 */
export function reasonOf(
  { file: { client }, library: { practice }, on }: Request,
  index: number,
): string | undefined {
  const recipient = client.recipients[index];
  const next = listNextSteps(practice, client, on)[index];
  if (recipient === undefined || next === undefined) return undefined;
  const recorded = attemptsAt({ client, recipient }).findLast(({ because }) => because !== undefined);
  if (next.isOver) return recorded?.because;
  const isClosing = next.step === 'close' || next.step === 'close-on-record-only';
  return isClosing ? next.why.replace(/[.:;] .*$/, '').replace(/\.$/, '') : undefined;
}

/** What the note gives as the reason, and the outcome under which the closing stands on record. */
function outcomesOf({ file: { client }, library: { practice } }: Request, recipient: Recipient) {
  const last = readCourse(practice, { client, recipient }).halt?.attempt.outcome;
  const effect = last && EFFECTS[last];
  if (last !== undefined && effect === 'closes') return { told: last, recorded: last };
  if (last !== undefined && effect === 'stops')
    return { told: last, recorded: 'closed-on-record-only' as const };
  return noticeOf({ client, recipient }) === undefined
    ? { told: 'closed-on-record-only' as const, recorded: 'closed-on-record-only' as const }
    : { told: undefined, recorded: 'no-reply-by-date' as const };
}

const pointOf = ({ contactPoints }: Recipient, label: string | undefined): ContactPoint => {
  const point = contactPoints.find((one) => one.label === label) ?? contactPoints[0];
  if (point === undefined) throw new RangeError('no contact point');
  return point;
};

/** Nobody's file closes before they were told or the record says why not; nor before the day that they were told. */
function refuseClosing(next: NextStep, on: string, because: string | undefined): Refusal | undefined {
  const { step, ahead, notice, why } = next;
  if (step === 'close' || step === 'close-on-record-only') return undefined;
  const isTold = notice !== undefined && notice.closesOn > on;
  if (because !== undefined && step !== 'consult-first' && !isTold) return undefined;
  const until = ahead === 'close' && isTold ? ` It closes on ${notice.closesOn}, not before.` : '';
  const hint = step === 'consult-first' || isTold ? '' : ' To close it all the same, say why with --because.';
  return { refused: 'not-closing', reason: `The file does not close yet. ${why}${until}${hint}` };
}

import type { Client, Recipient } from '../model/client.ts';
import { LADDER_DEFAULTS, LADDER_PRESETS, type Rung } from '../model/ladder-presets.ts';
import { isWithin, type Level } from '../model/level.ts';
import type { Policy, Practice } from '../model/practice.ts';
import { standingNotice } from './attempts.ts';
import { addDays, workingDayFrom } from './dates.ts';

/**
 * The days that a message names. The same value is said or printed, goes into the note, is recorded as `replyBy` of the
 * attempt, and is the day on which the ladder's next step is due.
 */

/** The moment a day is counted from. */
export interface Moment {
  readonly practice: Practice;
  readonly client: Client;
  /** The day of the call or letter. */
  readonly on: string;
  readonly recipient?: Recipient;
  readonly step?: string;
}

/** The steps of the practice's ladder, in order; closing letters are not among them where the practice sends none. */
export function rungsOf(policy: Policy): readonly Rung[] {
  const chosen = policy.ladder ?? LADDER_DEFAULTS.ladder;
  const rungs: readonly Rung[] = typeof chosen === 'string' ? LADDER_PRESETS[chosen] : chosen;
  return policy.closingLetter === 'never' ? rungs.filter(({ step }) => step !== 'closing-letter') : rungs;
}

const rungAt = ({ practice, step }: Moment) =>
  rungsOf(practice.policy).findLast((rung) => rung.step === step);

/** Whether a message of the step says at this level that the file closes. */
export const tellsClosing = (step: string, level: Level) =>
  (step === 'final-call' || step === 'closing-letter') && isWithin('detailed', level);

/** The day on which the file closes: the client's own, else the one they were told, else by the policy. */
export const closingDay = (moment: Moment): string => fixedClosing(moment) ?? countedClosing(moment);

function countedClosing(moment: Moment): string {
  const { policy } = moment.practice;
  return workingDayFrom(addDays(moment.on, rungAt(moment)?.closingDays ?? policy.closingDays), policy);
}

/** A closing day that no longer moves: set in the file, or told and still to come. */
function fixedClosing({ client, practice, recipient, on }: Moment): string | undefined {
  if (client.closingDate !== undefined || recipient === undefined) return client.closingDate;
  const told = toldClosing(practice, client, recipient);
  return told !== undefined && told >= on ? told : undefined;
}

/** The closing day that the recipient was told, where a notice stands. */
export function toldClosing(practice: Practice, client: Client, recipient: Recipient): string | undefined {
  const notice = standingNotice({ client, recipient });
  if (notice === undefined) return undefined;
  const { on, step, replyBy } = notice;
  const counted = () => client.closingDate ?? countedClosing({ practice, client, on, ...(step && { step }) });
  return replyBy ?? counted();
}

/**
 * The day that a message names. One that tells of the closing names that day; any other leaves the days of its step,
 * or the policy's, up to a working day, and never past a closing day that is set.
 */
export function replyDay(moment: Moment & { readonly level: Level }): string {
  const { practice, on, step = '', level } = moment;
  if (tellsClosing(step, level)) return closingDay(moment);
  const days = rungAt(moment)?.days ?? practice.policy.replyDays;
  const due = workingDayFrom(addDays(on, days), practice.policy);
  const closing = fixedClosing(moment);
  return closing !== undefined && closing >= on && closing < due ? closing : due;
}

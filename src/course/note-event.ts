import type { NEXT_STEPS, PLACE_KINDS } from '../model/choices.ts';
import type { Attempt, ContactPoint } from '../model/client.ts';
import type { NextStep } from './next-step.ts';

/** What a note is about beyond the case: one attempt, or the closing. */

export type NoteStep = (typeof NEXT_STEPS)[number];

/** The event, as far as it is known; days are `YYYY-MM-DD`. */
export interface NoteEvent {
  /** `HH:MM`. */
  readonly time?: string;
  readonly minutes?: number;
  readonly said?: NonNullable<Attempt['said']>;
  /** The lines of the message that was left or sent. */
  readonly wordsSaid?: readonly string[];
  /** What the clinician changed in it, each by its section. */
  readonly changes?: readonly string[];
  /** The texts it was made of, by who approved them. */
  readonly wordingIds?: readonly string[];
  /** Warnings that someone decided against, with the reason. */
  readonly overruled?: readonly string[];
  readonly nextStep?: NoteStep;
  readonly nextDue?: string;
  /** The day on which the file closes, where it is not the policy's. */
  readonly closesOn?: string;
  readonly closingReason?: string;
}

/** The ladder's step as a note says it, with its day. */
export function noteStepOf({
  step,
  ahead,
  letter,
  isOver,
  due,
}: NextStep): Pick<NoteEvent, 'nextStep' | 'nextDue'> {
  const planned = letter ?? ahead ?? step;
  const nextStep: NoteStep = isOver
    ? due === undefined
      ? 'closed'
      : 'rest'
    : planned === 'wait'
      ? 'decide'
      : planned === 'letter'
        ? 'closing-letter'
        : planned;
  return due === undefined ? { nextStep } : { nextStep, nextDue: due };
}

/** What the contact point is. */
export function placeKindOf({ phone, address, portal }: ContactPoint): (typeof PLACE_KINDS)[number] {
  if (phone !== undefined) return 'phone';
  if (address !== undefined) return 'address';
  return portal !== undefined ? 'portal' : 'email';
}

import type { CallStep, LetterStep } from '../compose/choose-step.ts';
import { isDay } from '../course/dates.ts';
import { OUTCOMES, SAID } from '../model/choices.ts';
import type { Attempt } from '../model/client.ts';
import { closest } from '../model/closest.ts';
import { LETTER_STEPS } from './letter.ts';
import type { ComposeFlags } from './request.ts';

export interface NoteFlags extends ComposeFlags {
  readonly outcome?: string;
  readonly closing?: boolean;
  readonly undo?: boolean;
  readonly record?: boolean;
  readonly because?: string;
  readonly at?: string;
  readonly minutes?: string;
  readonly said?: string;
  readonly edited?: string;
  readonly number?: string;
  readonly to?: string;
  readonly call?: string;
  readonly kind?: string;
}

/** What the flags ask for: to take back, to close, or to tell of one attempt. */
export type NoteAsked =
  | { readonly kind: 'undo' }
  | { readonly kind: 'closing' }
  | {
      readonly kind: 'attempt';
      readonly outcome: Attempt['outcome'];
      readonly step?: CallStep | LetterStep;
      readonly at?: string;
      readonly minutes?: number;
      readonly said?: NonNullable<Attempt['said']>;
      readonly because?: string;
    };

type UsageRule = (flags: NoteFlags, path: string) => string | undefined;

const RULES: readonly UsageRule[] = [
  ({ outcome, closing, undo }) =>
    [outcome, closing, undo].filter((one) => one !== undefined).length === 1
      ? undefined
      : 'give one of --outcome, --closing, --undo',
  ({ record, undo }, path) =>
    path === '-' && (record || undo)
      ? 'standard input cannot be written to: name the client file'
      : undefined,
  ({ outcome }) =>
    outcome === undefined || outcome === 'closed' || isOutcome(outcome) ? undefined : otherOutcome(outcome),
  ({ at }) =>
    at === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? undefined : '--at wants a time such as 14:30',
  ({ minutes }) =>
    minutes === undefined || (/^\d{1,3}$/.test(minutes) && Number(minutes) <= 600)
      ? undefined
      : '--minutes wants a whole number up to 600',
  ({ said }) =>
    said === undefined || SAID.some((one) => one === said)
      ? undefined
      : `--said wants one of: ${SAID.join(', ')}`,
  ({ call, kind }) =>
    call === undefined || (kind === undefined && ['first', 'final'].includes(call))
      ? undefined
      : '--call wants first or final, and no --kind beside it',
  ({ kind }) =>
    kind === undefined || Object.hasOwn(LETTER_STEPS, kind)
      ? undefined
      : `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}`,
  ({ number, to }) =>
    number !== undefined && to !== undefined ? 'give one of --number and --to' : undefined,
  ({ on }) => (on === undefined || isDay(on) ? undefined : '--on wants a day such as 2026-12-01'),
  ({ because, outcome = 'closed' }) =>
    because === undefined || (CLOSING.includes(outcome) && isReason(because))
      ? undefined
      : '--because wants a reason of up to 200 characters, and goes with --closing or closed-on-record-only',
];

const CLOSING: readonly string[] = ['closed', 'closed-on-record-only'];
const isReason = (text: string) => /[\p{L}\p{N}]/u.test(text) && text.length <= 200;

/** What the flags ask for, or what is wrong with them in one sentence. */
export function readNoteAsked(flags: NoteFlags, path: string): NoteAsked | string {
  for (const rule of RULES) {
    const fault = rule(flags, path);
    if (fault !== undefined) return fault;
  }
  if (flags.undo) return { kind: 'undo' };
  const { outcome, at, minutes, said, because } = flags;
  if (outcome === undefined || !isOutcome(outcome)) return { kind: 'closing' };
  const step = stepOf(flags);
  return {
    kind: 'attempt',
    outcome,
    ...(step === undefined ? {} : { step }),
    ...(at === undefined ? {} : { at }),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    ...(because === undefined ? {} : { because }),
    ...(said === undefined ? {} : { said: said as NonNullable<Attempt['said']> }),
  };
}

const isOutcome = (text: string): text is Attempt['outcome'] => OUTCOMES.some((one) => one === text);

function otherOutcome(outcome: string): string {
  const near = closest(outcome, OUTCOMES);
  return `--outcome wants one of: ${OUTCOMES.join(', ')}, closed${near === undefined ? '' : `. Did you mean ${near}?`}`;
}

function stepOf({ call, kind }: NoteFlags): CallStep | LetterStep | undefined {
  if (call !== undefined) return `${call}-call` as CallStep;
  return kind === undefined ? undefined : LETTER_STEPS[kind];
}

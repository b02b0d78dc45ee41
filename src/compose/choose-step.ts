import { listNextSteps } from '../course/case-steps.ts';
import { nextStep } from '../course/ladder.ts';
import type { NextStep } from '../course/next-step.ts';
import type { Step } from '../library/headers.ts';
import { LADDER_OVERRULES } from '../model/ladder-presets.ts';
import { type Problem, problem } from '../problem.ts';
import type { Request } from './reach.ts';

/** Which step a call or letter takes: the one asked for, else the ladder's; and a warning where it is earlier than that. */

/** A step towards one recipient, with the place that the ladder has for it and what there is to say about it. */
export interface Chosen<S extends Step> {
  readonly step: S;
  /** The label of the number or address, where the step is the ladder's own. */
  readonly to?: string;
  readonly problems: readonly Problem[];
}

/** The step of a call to the recipient at the index. */
export function chooseCall(request: Request, index: number, asked?: CallStep): Chosen<CallStep> {
  const next = nextFor(request, index);
  const due = callOf(next);
  const fallback: CallStep = isAskDue(next) ? 'first-call' : 'final-call';
  const other = asked === undefined && due === undefined ? otherStep(request, next, 'call') : [];
  return chosen(request, next, { index, step: asked ?? due ?? fallback, problems: other });
}

/** The step of a letter to the recipient at the index: a closing letter where the ladder says no letter. */
export function chooseLetter(request: Request, index: number, asked?: LetterStep): Chosen<LetterStep> {
  const next = nextFor(request, index);
  const step = asked ?? next.letter ?? 'closing-letter';
  const isNever = step === 'closing-letter' && request.library.practice.policy.closingLetter === 'never';
  const problems = isNever ? otherStep(request, next, 'letter') : [];
  return chosen(request, next, { index, step, problems });
}

export type CallStep = Extract<Step, (typeof CALL_STEPS)[number]>;

/** The calls that can be asked for by name; the ladder itself has the first two. */
export const CALL_STEPS = ['first-call', 'final-call', 'front-desk-call', 'return-call'] as const;

/** What is written: an outreach letter, a closing letter, a caring contact, a welcome. */
export type LetterStep = Extract<
  Step,
  'outreach-letter' | 'closing-letter' | 'caring-contact' | 'welcome-back'
>;

function nextFor({ library, file, on }: Request, index: number): NextStep {
  const next = listNextSteps(library.practice, file.client, on)[index];
  if (next === undefined) throw new RangeError('no such recipient');
  return next;
}

const stepAhead = ({ step, ahead }: NextStep) => ahead ?? step;
const isAskDue = (next: NextStep) =>
  stepAhead(next) === 'first-call' || next.letter === 'outreach-letter' || stepAhead(next) === 'wait';

function callOf(next: NextStep): CallStep | undefined {
  const step = stepAhead(next);
  return step === 'first-call' || step === 'final-call' ? step : undefined;
}

function chosen<S extends Step>(
  request: Request,
  next: NextStep,
  {
    index,
    step,
    problems,
  }: { readonly index: number; readonly step: S; readonly problems: readonly Problem[] },
): Chosen<S> {
  const isOwn = step === stepAhead(next) || step === next.letter;
  return {
    step,
    ...(isOwn && next.place !== undefined ? { to: next.place } : {}),
    problems: [...problems, ...earlier(request, next, { index, step })],
  };
}

/** The day on which this person's own step is due; what the others of the case have on record is no part of it. */
function ownDay({ library, file: { client }, on }: Request, index: number): string | undefined {
  const recipient = client.recipients[index];
  const own = recipient && nextStep(library.practice, { client, recipient }, on);
  return own?.isEarly ? own.due : undefined;
}

const CLOSING: readonly Step[] = ['final-call', 'closing-letter'];

/** Never too early: what asks nothing, and what answers them. */
const ANY_DAY: readonly Step[] = ['caring-contact', 'welcome-back', 'return-call'];

/** Before its day, or a closing where the ladder still asks. */
function earlier(
  request: Request,
  next: NextStep,
  { index, step }: { readonly index: number; readonly step: Step },
): Problem[] {
  const { file, library } = request;
  if (ANY_DAY.includes(step) || file.client.overrule?.[LADDER_OVERRULES.early] !== undefined) return [];
  const skips = CLOSING.includes(step) && (next.step === 'first-call' || next.letter === 'outreach-letter');
  if (!next.isEarly && !skips) return [];
  const day = ownDay(request, index);
  const message =
    day !== undefined
      ? `this is earlier than the practice's ladder has it: nothing is due before ${day}`
      : "this is earlier than the practice's ladder has it: another step comes first";
  const hint = `Wait, or write down why it is done now, under overrule as "early". When unsure, ask ${library.practice.consult}.`;
  return [problem('step-early', file.locate(['outreach'], 'key'), message, hint)];
}

function otherStep({ file }: Request, next: NextStep, way: 'call' | 'letter'): Problem[] {
  const message =
    way === 'letter'
      ? 'the practice sends no closing letters'
      : `the next step for this person is ${LABELS[stepAhead(next)]}, not a call`;
  const hint =
    way === 'letter'
      ? 'Call instead, close on record only, or name the letter with --kind.'
      : 'Run `closewell next` with this file, or name the call with --call.';
  return [problem('step-other', file.locate(['outreach'], 'key'), message, hint)];
}

const LABELS: Readonly<Record<NextStep['step'], string>> = {
  'first-call': 'a first call',
  wait: 'to wait',
  'final-call': 'a final call',
  letter: 'a letter',
  close: 'to close the file',
  'close-on-record-only': 'to close the file on record only',
  'consult-first': 'to consult first',
};

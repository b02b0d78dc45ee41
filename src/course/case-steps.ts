import type { Client } from '../model/client.ts';
import type { Practice } from '../model/practice.ts';
import { nextStep } from './ladder.ts';
import type { NextStep } from './next-step.ts';

/**
 * The next step for each recipient of a case, in the file's order. Each has a ladder of their own; but when one has
 * answered or comes back, nobody else is told meanwhile that the file closes, and the case closes for all of them at
 * once. What one of them said is in nobody's `why`.
 */
export function listNextSteps(practice: Practice, client: Client, on: string): NextStep[] {
  const steps = client.recipients.map((recipient) => nextStep(practice, { client, recipient }, on));
  if (steps.length < 2) return steps;
  return steps.map((step, index) => {
    const others = steps.filter((_, other) => other !== index);
    return forOthers(step, others) ?? step;
  });
}

const CLOSINGS: readonly string[] = ['close', 'close-on-record-only'];
const isClosing = ({ step }: NextStep) => CLOSINGS.includes(step);
/** Someone answered, or comes back: a wait with nothing to come. */
const isHeld = ({ step, ahead }: NextStep) => step === 'wait' && ahead === undefined;

/** The step where the others of the case have a say in it. */
function forOthers(step: NextStep, others: readonly NextStep[]): NextStep | undefined {
  if (others.some(isHeld) && !isHeld(step) && step.step !== 'consult-first' && !step.isOver)
    return waiting(step, 'Something is to be decided in this case first.');
  return isClosing(step) && !step.isOver && others.some((one) => !isClosing(one))
    ? waiting(step, 'This part is done; the file closes when all of them are done.')
    : undefined;
}

/** The step put off, without a day where its own has come: the day of another would tell in this one's note what they did. */
function waiting(step: NextStep, why: string): NextStep {
  const { due, ...rest } = step;
  return {
    ...rest,
    step: 'wait',
    ...(step.step === 'wait' ? {} : { ahead: step.step }),
    ...(step.isEarly && due !== undefined ? { due } : {}),
    why,
    isOverdue: false,
  };
}

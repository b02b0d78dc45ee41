import { composeCallSheet } from './call-sheet.ts';
import { CALL_STEPS, type CallStep, type LetterStep } from './choose-step.ts';
import { composeLetters } from './compose-letter.ts';
import { isMessage } from './message.ts';
import type { Request } from './reach.ts';

/** The facts that a message of the step would ask for, for the recipient at the index: names of fields, each once. */
export function listMissing(request: Request, index: number, step: CallStep | LetterStep): readonly string[] {
  const asked: Request = { ...request, recipient: String(index + 1) };
  const outcomes = isCall(step)
    ? composeCallSheet(asked, step).sheets.flatMap(({ messages }) => Object.values(messages))
    : composeLetters(asked, step).letters.map(({ message }) => message);
  const facts = outcomes.flatMap((outcome) => (isMessage(outcome) ? [] : (outcome.facts ?? [])));
  return [...new Set(facts)];
}

const isCall = (step: CallStep | LetterStep): step is CallStep => CALL_STEPS.some((one) => one === step);

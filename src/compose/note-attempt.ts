import { attemptsAt } from '../course/attempts.ts';
import { listNextSteps } from '../course/case-steps.ts';
import { actOf, fitsPlace, hasWords } from '../course/outcome-places.ts';
import type { Attempt, ContactPoint, Recipient } from '../model/client.ts';
import type { Problem } from '../problem.ts';
import { composeCallSheet } from './call-sheet.ts';
import type { CallStep, LetterStep } from './choose-step.ts';
import { composeLetters } from './compose-letter.ts';
import { togetherOf } from './joint-note.ts';
import { isMessage, type Message, type Refusal } from './message.ts';
import type { Request } from './reach.ts';

/** Where an attempt went, what it was for, and the message that went with it. */

export interface Acted {
  readonly point: ContactPoint;
  readonly step?: CallStep | LetterStep;
  readonly message?: Message;
  /** Whether the step came before its day. */
  readonly isEarly: boolean;
  readonly problems: readonly Problem[];
}

interface Asked {
  readonly index: number;
  readonly outcome: Attempt['outcome'];
  readonly step?: CallStep | LetterStep;
  readonly joint?: object;
}

/** The attempt as the client file and the ladder have it; undefined where no number or address fits the outcome. */
export function findActed(request: Request, asked: Asked): Acted | undefined {
  const recipient = request.file.client.recipients[asked.index];
  if (recipient === undefined) return undefined;
  const acted = composeActed(request, asked);
  const point = findPoint(request, recipient, asked.outcome, acted?.label);
  if (point === undefined) return undefined;
  const { message, step } = acted ?? {};
  return {
    point,
    ...(step === undefined ? {} : { step }),
    ...(message !== undefined && isMessage(message) && hasWords(asked.outcome) ? { message } : {}),
    isEarly: acted !== undefined && isEarly(request, asked.index),
    // What stands in the way of composing matters before the call, not after it.
    problems: (acted?.problems ?? []).filter(({ code }) => code === 'step-early'),
  };
}

/** The call or letter as it would be composed, with the label it goes to. */
interface Composed {
  readonly step: CallStep | LetterStep;
  readonly label: string | undefined;
  readonly message: Message | Refusal;
  readonly problems: readonly Problem[];
}

function composeActed(request: Request, { index, outcome, step, joint }: Asked): Composed | undefined {
  const one: Request = joint ? togetherOf(request) : { ...request, recipient: String(index + 1) };
  const act = actOf(outcome) ?? (isCall(step) && fitsCall(request, index) ? 'call' : undefined);
  if (act === 'call') {
    const { sheets, problems } = composeCallSheet(one, isCall(step) ? step : undefined);
    return (
      sheets[0] && {
        ...sheets[0],
        label: sheets[0].number?.label,
        message: sheets[0].messages.voicemail,
        problems,
      }
    );
  }
  if (act === undefined) return undefined;
  const { letters, problems } = composeLetters(one, isCall(step) ? undefined : step);
  return letters[0] && { ...letters[0], label: letters[0].address?.label, problems };
}

/** Whether the place asked for, if any, is a number. */
const fitsCall = ({ file, to }: Request, index: number) =>
  file.client.recipients[index]?.contactPoints.some(
    ({ label, phone }) => phone !== undefined && (to === undefined || label === to),
  ) === true;

const isCall = (step: CallStep | LetterStep | undefined): step is CallStep =>
  step === 'first-call' || step === 'final-call';

/** The place asked for, else the one the message goes to, else where something went last, else the first that fits. */
function findPoint(
  { file, to }: Request,
  recipient: Recipient,
  outcome: Attempt['outcome'],
  label: string | undefined,
): ContactPoint | undefined {
  const fitting = recipient.contactPoints.filter((point) => fitsPlace(outcome, point));
  if (to !== undefined) return fitting.find((point) => point.label === to);
  const before = attemptsAt({ client: file.client, recipient })
    .map((attempt) => attempt.to)
    .reverse();
  return [...(label === undefined ? [] : [label]), ...before]
    .map((one) => fitting.find((point) => point.label === one))
    .concat(fitting)
    .find((point) => point !== undefined);
}

const isEarly = ({ library, file, on }: Request, index: number) =>
  listNextSteps(library.practice, file.client, on)[index]?.isEarly === true;

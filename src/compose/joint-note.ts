import { sharedAddresses } from '../model/joint-letter.ts';
import { CALL_STEPS, type CallStep } from './choose-step.ts';
import { composeLetters } from './compose-letter.ts';
import type { AttemptTold } from './compose-note.ts';
import type { Request } from './reach.ts';

/** One letter to both partners is one event with a note and an entry for each of them: each stands in a record alone. */

/** What is asked of the note of one of the two. */
export interface JointPart {
  readonly request: Request;
  readonly told: AttemptTold;
}

/** Both parts of what is told, where it was a letter to both; empty where each of them gets their own. */
export function listJointParts(request: Request, told: Omit<AttemptTold, 'index'>): readonly JointPart[] {
  const { client } = request.file;
  const { outcome, step } = told;
  if (outcome !== 'letter-sent' || client.jointLetter === undefined || isCall(step)) return [];
  const [letter, ...others] = composeLetters(request, step).letters;
  const points = sharedAddresses(client).find(([first]) => first.label === letter?.address?.label);
  if (request.recipient !== undefined || others.length > 0 || points === undefined) return [];
  const [first, second] = points;
  return [
    { index: 0, to: first.label, other: { index: 1, to: second.label } },
    { index: 1, to: second.label, other: { index: 0, to: first.label } },
  ].map(({ index, to, other }) => ({ request: { ...request, to }, told: { ...told, index, joint: other } }));
}

const isCall = (step: AttemptTold['step']): step is CallStep => CALL_STEPS.some((one) => one === step);

/** The request as the letter to both is composed by: for neither of them alone. */
export function togetherOf({ to: _, recipient: __, ...request }: Request): Request {
  return request;
}

import type { Problem } from '../problem.ts';
import { composeCallSheet } from './call-sheet.ts';
import type { CallStep, LetterStep } from './choose-step.ts';
import { composeLetters, JOINT_INDEX } from './compose-letter.ts';
import { isMessage, type Message, type Refusal } from './message.ts';
import { listRecipients, type Request } from './reach.ts';
import { readEdited } from './recheck.ts';

/** Which message an edited text was made from. */

/** A message that the text may have been; the recipient by name and by position in the client file. */
export interface Candidate {
  readonly message: Message;
  readonly recipient: string;
  readonly index: number;
  /** What was met while it was composed, and does not stand in its way. */
  readonly problems: readonly Problem[];
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly refusals: readonly Refusal[];
  /** Everything met on the way to those that are refused. */
  readonly problems: readonly Problem[];
}

/** What is written or left on a machine at each of the steps, to everyone asked for. */
export function listCandidates(
  request: Request,
  letters: readonly LetterStep[],
  calls: readonly CallStep[],
): Candidates {
  const { recipients, problems } = listRecipients(request);
  const joint = letters.flatMap((step) => composeTogether(request, step));
  const made = [
    ...joint,
    ...recipients.flatMap(({ index }) => {
      const one = { ...request, recipient: String(index + 1) };
      return [
        ...letters
          .filter((step) => !joint.some((made) => made.step === step))
          .flatMap((step) => {
            const composed = composeLetters(one, step);
            return composed.letters.map(({ message }) => ({
              outcome: message,
              index,
              problems: composed.problems,
            }));
          }),
        ...calls.flatMap((step) => {
          const composed = composeCallSheet(one, step);
          return composed.sheets.map(({ messages }) => ({
            outcome: messages.voicemail,
            index,
            problems: composed.problems,
          }));
        }),
      ];
    }),
  ];
  const candidates = made.flatMap(({ outcome, index, problems: met }): Candidate[] => {
    const names = request.file.client.recipients.map(({ name }) => name);
    const recipient = index === JOINT_INDEX ? names.join(' & ') : (names[index] ?? '');
    const beside = met.filter(({ severity }) => severity !== 'error');
    return isMessage(outcome) ? [{ message: outcome, recipient, index, problems: beside }] : [];
  });
  return {
    candidates,
    refusals: made.flatMap(({ outcome }) => (isMessage(outcome) ? [] : [outcome])),
    problems: [...problems, ...made.flatMap(({ outcome, problems: met }) => (isMessage(outcome) ? [] : met))],
  };
}

/** The letter to both partners, where the step makes one: then neither gets one of their own. */
function composeTogether(request: Request, step: LetterStep) {
  if (request.file.client.jointLetter === undefined) return [];
  const { letters, problems } = composeLetters(request, step);
  const [only, ...others] = letters;
  const isJoint = request.recipient === undefined && only !== undefined && others.length === 0;
  return isJoint ? [{ step, outcome: only.message, index: JOINT_INDEX, problems }] : [];
}

/** As much alike as this, and more than the next by about a word: two partners' letters may differ in no more than a name. */
const CLEAR = { share: 0.3, lead: 0.003 };

/** The message that the text was made from; undefined where that is not clear. A single candidate is always it. */
export function findEditedMessage(
  candidates: readonly Candidate[],
  text: string,
  { library }: Request,
): Candidate | undefined {
  const [only, ...others] = candidates;
  if (others.length === 0) return only;
  const [best, second] = candidates
    .map((candidate) => ({ candidate, share: shareOf(candidate.message, text, library) }))
    .sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < CLEAR.share) return undefined;
  return best.share - (second?.share ?? 0) >= CLEAR.lead ? best.candidate : undefined;
}

/** How much of the message and the text are the same words, from 0 to 1. */
function shareOf(message: Message, text: string, library: Request['library']): number {
  const { found, isKept, edited } = readEdited(message, text, { library, file: '' });
  const kept = isKept.filter(Boolean).length;
  const wanted = found.reduce((sum, { anchor }) => sum + anchor.words.length, 0);
  return (2 * kept) / Math.max(1, wanted + edited.words.length);
}

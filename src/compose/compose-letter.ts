import type { Channel } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Problem } from '../problem.ts';
import { findApproach, type UsedPlace, type Way } from './approach.ts';
import { chooseLetter, type LetterStep } from './choose-step.ts';
import { composeAt, distinct } from './compose-at.ts';
import type { Message, Refusal } from './message.ts';
import { findTemplate, listRecipients, oldPermission, type Request, unusedPicks } from './reach.ts';

/** What is written, by mail or through a portal. */

/** What goes in writing to one person. */
export interface WrittenMessage {
  readonly recipient: string;
  readonly step: LetterStep;
  readonly address: UsedPlace | undefined;
  readonly message: Message | Refusal;
}

export interface Letters {
  readonly on: string;
  readonly letters: readonly WrittenMessage[];
  readonly problems: readonly Problem[];
}

/** The letter to every recipient asked for, each of the kind that is theirs, at the first address that allows one. */
export function composeLetters(request: Request, asked?: LetterStep): Letters {
  const { recipients, problems } = listRecipients(request);
  const made = recipients.map(({ recipient, index }) => composeOne(request, asked, recipient, index));
  const letters = made.map(({ letter }) => letter);
  const picks = unusedPicks(
    request,
    letters.map(({ message }) => message),
  );
  return {
    on: request.on,
    letters,
    problems: distinct([...problems, ...made.flatMap((one) => one.problems), ...picks]),
  };
}

const channelOf = ({ address }: ContactPoint): Channel => (address === undefined ? 'portal' : 'letter');

const inWriting = ({ library }: Request, step: LetterStep): Way => ({
  isOfKind: ({ phone }) => phone === undefined,
  serves: ({ point, permission: { ceiling } }) =>
    ceiling !== undefined && findTemplate(library, channelOf(point), step, ceiling) !== undefined,
  nowhere:
    'There is no address or portal to write to. Call instead, or close on record only and write down why.',
  nothing: (reason) => `Nothing is written: ${reason}. Call instead, or close on record only.`,
});

function composeOne(
  request: Request,
  asked: LetterStep | undefined,
  recipient: Recipient,
  index: number,
): { letter: WrittenMessage; problems: readonly Problem[] } {
  const { problems: about, ...chosen } = chooseLetter(request, index, asked);
  const { step } = chosen;
  const approach = findApproach(request, { recipient, ...chosen }, inWriting(request, step));
  const { outcome, problems } = approach.refusal
    ? { outcome: approach.refusal, problems: [] }
    : composeAt(request, {
        step,
        recipient,
        index,
        point: approach.reach.point,
        channel: channelOf(approach.reach.point),
        ceiling: approach.ceiling,
      });
  return {
    letter: { recipient: recipient.name, step, address: approach.place, message: outcome },
    problems: [
      ...(approach.refusal ? [] : about),
      ...oldPermission(request, index, approach.reach),
      ...problems,
    ],
  };
}

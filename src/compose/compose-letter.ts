import type { Channel, Step } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Level } from '../model/level.ts';
import type { Problem } from '../problem.ts';
import { composeAt, distinct } from './compose-at.ts';
import type { Message, Refusal } from './message.ts';
import {
  findTemplate,
  listReaches,
  listRecipients,
  oldPermission,
  type Reach,
  type Request,
  unusedPicks,
} from './reach.ts';
import { findRefusal } from './refuse.ts';

/** What is written: an outreach letter, a closing letter, a caring contact, by mail or through a portal. */

export type LetterStep = Extract<Step, 'outreach-letter' | 'closing-letter' | 'caring-contact'>;

/** What goes in writing to one person. */
export interface WrittenMessage {
  readonly recipient: string;
  readonly address:
    | { readonly label: string; readonly level: Level | 'none'; readonly reason: string }
    | undefined;
  readonly message: Message | Refusal;
}

export interface Letters {
  readonly on: string;
  readonly step: LetterStep;
  readonly letters: readonly WrittenMessage[];
  readonly problems: readonly Problem[];
}

/** The letter to every recipient asked for, each at the first address that allows one. */
export function composeLetters(request: Request, step: LetterStep): Letters {
  const { recipients, problems } = listRecipients(request);
  const made = recipients.map(({ recipient, index }) => composeOne(request, step, recipient, index));
  const letters = made.map(({ letter }) => letter);
  const picks = unusedPicks(
    request,
    letters.map(({ message }) => message),
  );
  return {
    on: request.on,
    step,
    letters,
    problems: distinct([...problems, ...made.flatMap((one) => one.problems), ...picks]),
  };
}

const isWritten = ({ phone }: ContactPoint) => phone === undefined;
const channelOf = ({ address }: ContactPoint): Channel => (address === undefined ? 'portal' : 'letter');

function composeOne(
  request: Request,
  step: LetterStep,
  recipient: Recipient,
  index: number,
): { letter: WrittenMessage; problems: readonly Problem[] } {
  const { library, file, on } = request;
  const reaches = listReaches(recipient, isWritten, request);
  const template = (reach: Reach) =>
    reach.permission.ceiling && findTemplate(library, channelOf(reach.point), step, reach.permission.ceiling);
  const reach = reaches.find((one) => template(one) !== undefined) ?? reaches[0];
  const address = reach && {
    label: reach.point.label,
    level: reach.permission.ceiling ?? ('none' as const),
    reason: reach.permission.reason,
  };
  const refusal =
    findRefusal(file.client, library.practice, on) ??
    (reach?.permission.ceiling === undefined ? noAddress(reach) : undefined);
  const { outcome, problems } =
    refusal || reach === undefined
      ? { outcome: refusal ?? noAddress(reach), problems: [] }
      : composeAt(request, {
          step,
          recipient,
          index,
          point: reach.point,
          channel: channelOf(reach.point),
          ceiling: reach.permission.ceiling ?? 'vague',
        });
  return {
    letter: { recipient: recipient.name, address, message: outcome },
    problems: [...oldPermission(request, index, reach), ...problems],
  };
}

function noAddress(reach: Reach | undefined): Refusal {
  return reach === undefined
    ? {
        refused: 'nothing-allowed',
        reason:
          'There is no address or portal to write to. Call instead, or close on record only and write down why.',
      }
    : {
        refused: 'nothing-allowed',
        reason: `Nothing is written: ${reach.permission.reason}. Call instead, or close on record only.`,
      };
}

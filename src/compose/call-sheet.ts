import type { Channel, Step } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Level } from '../model/level.ts';
import type { Problem } from '../problem.ts';
import type { Composed } from './compose.ts';
import { composeAt, distinct } from './compose-at.ts';
import type { Message, Refusal } from './message.ts';
import {
  listReaches,
  listRecipients,
  oldPermission,
  type Reach,
  type Request,
  unusedPicks,
} from './reach.ts';
import { findRefusal } from './refuse.ts';

/** Everything for one call: what to do before, what to say live, to a machine, and to someone else. */

export type CallStep = Extract<Step, 'first-call' | 'final-call'>;

/** The parts of a call sheet, in the order of a call, and the channel each is said on. */
export const SHEET_PARTS = {
  prepare: 'prepare',
  opening: 'opening',
  live: 'live',
  voicemail: 'voicemail',
  someoneElse: 'someone-else',
} as const satisfies Record<string, Channel>;

export type SheetPart = keyof typeof SHEET_PARTS;

/** The call to one person. */
export interface Sheet {
  readonly recipient: string;
  readonly number:
    | {
        readonly label: string;
        readonly level: Level | 'none';
        readonly reason: string;
        readonly safeHours?: string;
      }
    | undefined;
  readonly messages: { readonly [part in SheetPart]: Message | Refusal };
}

export interface CallSheet {
  readonly on: string;
  readonly step: CallStep;
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

/** The call sheet of every recipient asked for; where nothing is allowed, each part says why. */
export function composeCallSheet(request: Request, asked?: CallStep): CallSheet {
  const step = asked ?? nextCall(request);
  const { recipients, problems } = listRecipients(request);
  const made = recipients.map(({ recipient, index }) => composeSheet(request, step, recipient, index));
  const outcomes = made.flatMap(({ sheet }) => Object.values(sheet.messages));
  const found = [...problems, ...made.flatMap((one) => one.problems), ...unusedPicks(request, outcomes)];
  return { on: request.on, step, sheets: made.map(({ sheet }) => sheet), problems: distinct(found) };
}

/** The first call until a message has been left, then the final one. */
function nextCall({ file: { client } }: Request): CallStep {
  return client.outreach?.some(({ outcome }) => outcome === 'voicemail-left') ? 'final-call' : 'first-call';
}

const isPhone = ({ phone }: ContactPoint) => phone !== undefined;

function composeSheet(
  request: Request,
  step: CallStep,
  recipient: Recipient,
  index: number,
): { sheet: Sheet; problems: Problem[] } {
  const { library, file, on } = request;
  const reaches = listReaches(recipient, isPhone, request);
  const reach = reaches.find(({ permission }) => permission.ceiling !== undefined) ?? reaches[0];
  const refusal =
    findRefusal(file.client, library.practice, on) ??
    (reach?.permission.ceiling === undefined ? noNumber(reach) : undefined);
  const parts = Object.entries(SHEET_PARTS) as [SheetPart, Channel][];
  const composed = parts.map(([part, channel]): [SheetPart, Composed] => [
    part,
    refusal || reach === undefined
      ? { outcome: refusal ?? noNumber(reach), problems: [] }
      : composeAt(request, {
          step,
          recipient,
          index,
          point: reach.point,
          channel,
          ceiling: ceilingOn(channel, reach),
        }),
  ]);
  const messages = Object.fromEntries(
    composed.map(([part, { outcome }]) => [part, outcome]),
  ) as Sheet['messages'];
  const number = reach && {
    label: reach.point.label,
    level: reach.permission.ceiling ?? ('none' as const),
    reason: reach.permission.reason,
    ...(reach.point.safeHours === undefined ? {} : { safeHours: reach.point.safeHours }),
  };
  return {
    sheet: { recipient: recipient.name, number, messages },
    problems: [...oldPermission(request, index, reach), ...composed.flatMap(([, { problems }]) => problems)],
  };
}

/**
 * To the right person alone everything may be said; a machine hears no more than the number's permission, and whoever
 * picks up may be anyone.
 */
function ceilingOn(channel: Channel, { permission }: Reach): Level {
  if (channel === 'voicemail') return permission.ceiling ?? 'vague';
  return channel === 'live' || channel === 'prepare' ? 'private' : 'vague';
}

function noNumber(reach: Reach | undefined): Refusal {
  return reach === undefined
    ? {
        refused: 'nothing-allowed',
        reason:
          'There is no telephone number here to call. Give the label of one, write instead, or close on record only and write down why.',
      }
    : {
        refused: 'nothing-allowed',
        reason: `No call here: ${reach.permission.reason}. Use another way that they agreed to, or close on record only.`,
      };
}

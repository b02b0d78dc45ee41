import type { Channel } from '../library/headers.ts';
import type { Recipient } from '../model/client.ts';
import type { Level } from '../model/level.ts';
import type { Problem } from '../problem.ts';
import { findApproach, type UsedPlace, type Way } from './approach.ts';
import { type CallStep, chooseCall } from './choose-step.ts';
import type { Composed } from './compose.ts';
import { composeAt, distinct } from './compose-at.ts';
import type { Message, Refusal } from './message.ts';
import { listRecipients, oldPermission, type Request, unusedPicks } from './reach.ts';

/** Everything for one call: what to do before, what to say live, to a machine, and to someone else. */

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
  readonly step: CallStep;
  readonly number: UsedPlace | undefined;
  readonly messages: { readonly [part in SheetPart]: Message | Refusal };
}

export interface CallSheet {
  readonly on: string;
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

/** The call sheet of every recipient asked for, each for the step that is theirs; where nothing is allowed, each part says why. */
export function composeCallSheet(request: Request, asked?: CallStep): CallSheet {
  const { recipients, problems } = listRecipients(request);
  const made = recipients.map(({ recipient, index }) => composeSheet(request, asked, recipient, index));
  const outcomes = made.flatMap(({ sheet }) => Object.values(sheet.messages));
  const found = [...problems, ...made.flatMap((one) => one.problems), ...unusedPicks(request, outcomes)];
  return { on: request.on, sheets: made.map(({ sheet }) => sheet), problems: distinct(found) };
}

const BY_PHONE: Way = {
  isOfKind: ({ phone }) => phone !== undefined,
  serves: ({ permission }) => permission.ceiling !== undefined,
  nowhere:
    'There is no telephone number here to call. Give the label of one, write instead, or close on record only and write down why.',
  nothing: (reason) =>
    `No call here: ${reason}. Use another way that they agreed to, or close on record only.`,
};

/** Whoever calls by themselves may be talked with, whatever may be left where. */
const THEY_CALL: Way = { ...BY_PHONE, isOfKind: () => true, serves: () => true, least: 'vague' };

function composeSheet(
  request: Request,
  asked: CallStep | undefined,
  recipient: Recipient,
  index: number,
): { sheet: Sheet; problems: Problem[] } {
  const { problems: about, ...chosen } = chooseCall(request, index, asked);
  const { step } = chosen;
  const approach = findApproach(
    request,
    { recipient, ...chosen },
    step === 'return-call' ? THEY_CALL : BY_PHONE,
  );
  const composed = (Object.entries(SHEET_PARTS) as [SheetPart, Channel][]).map(
    ([part, channel]): [SheetPart, Composed] => [
      part,
      (approach.refusal ?? (isTheirs(step, channel) && THEIRS))
        ? { outcome: approach.refusal ?? THEIRS, problems: [] }
        : composeAt(request, {
            step,
            recipient,
            index,
            point: approach.reach.point,
            channel,
            ceiling: ceilingOn(channel, approach.ceiling),
          }),
    ],
  );
  const messages = Object.fromEntries(
    composed.map(([part, { outcome }]) => [part, outcome]),
  ) as Sheet['messages'];
  return {
    sheet: { recipient: recipient.name, step, number: approach.place, messages },
    problems: [
      ...(approach.refusal ? [] : about),
      ...oldPermission(request, index, approach.reach),
      ...composed.flatMap(([, { problems }]) => problems),
    ],
  };
}

/** They call, so there is no machine to talk to, and nobody else picks up. */
const isTheirs = (step: CallStep, channel: Channel) =>
  step === 'return-call' && (channel === 'voicemail' || channel === 'someone-else');
const THEIRS: Refusal = {
  refused: 'nothing-allowed',
  reason: 'They are calling you, so this part is not needed.',
};

/**
 * The most that may be said on a channel of a call, where the number allows `ceiling`: to the right person alone
 * everything may be said; a machine hears no more than the number's permission, and whoever picks up may be anyone.
 */
export function ceilingOn(channel: Channel, ceiling: Level): Level {
  if (channel === 'voicemail') return ceiling;
  return channel === 'live' || channel === 'prepare' ? 'private' : 'vague';
}

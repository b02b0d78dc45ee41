import { findJoint } from '../course/joint-recipient.ts';
import { findRefusal } from '../course/refuse.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Problem } from '../problem.ts';
import { findApproach, type Target, type UsedPlace, type Way } from './approach.ts';
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

/**
 * The letter to every recipient asked for, each of the kind that is theirs, at the first address that allows one; one
 * letter to both partners where they agreed to that and the same step is next for both.
 */
export function composeLetters(request: Request, asked?: LetterStep): Letters {
  const { recipients, problems } = listRecipients(request);
  const joint = composeJoint(request, asked);
  const made =
    joint === undefined
      ? recipients.map(({ recipient, index }) => composeOne(request, asked, recipient, index))
      : [joint];
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

const inWriting = ({ library }: Request, step: Step): Way => ({
  isOfKind: ({ phone }) => phone === undefined,
  serves: ({ point, permission: { ceiling } }) =>
    ceiling !== undefined && findTemplate(library, channelOf(point), step, ceiling) !== undefined,
  nowhere:
    'There is no address or portal to write to. Call instead, or close on record only and write down why.',
  nothing: (reason) => `Nothing is written: ${reason}. Call instead, or close on record only.`,
});

interface Made {
  readonly letter: WrittenMessage;
  readonly problems: readonly Problem[];
}

function composeOne(
  request: Request,
  asked: LetterStep | undefined,
  recipient: Recipient,
  index: number,
): Made {
  const { problems, ...chosen } = chooseLetter(request, index, asked);
  return write(request, { recipient, index, ...chosen }, problems);
}

/** The position of both partners together: they stand nowhere in the client file. */
export const JOINT_INDEX = -1;

/** One letter to both partners; undefined where each gets their own. */
function composeJoint(request: Request, asked: LetterStep | undefined): Made | undefined {
  const { library, file, on, to, level = 'private' } = request;
  const { client } = file;
  if (client.jointLetter === undefined || request.recipient !== undefined || level !== 'private')
    return undefined;
  const chosen = client.recipients.map((_, index) => chooseLetter(request, index, asked));
  const [step, other] = chosen.map((one) => one.step);
  const { practice } = library;
  const isStopped = client.recipients.some((recipient) =>
    findRefusal({ practice, client, recipient, on, ...(step && { step }) }),
  );
  if (step === undefined || step !== other || isStopped) return undefined;
  const joint = findJoint({ practice, client, on, step });
  if (joint === undefined || (to !== undefined && to !== joint.point.label)) return undefined;
  const together = { ...request, file: { ...file, client: joint.client } };
  const target = { recipient: joint.recipient, index: JOINT_INDEX, step };
  return write(
    together,
    target,
    chosen.flatMap(({ problems }) => problems),
  );
}

/** The letter of the step; what there is to say about the step is left out where nothing goes. */
function write(
  request: Request,
  target: Target & { readonly step: LetterStep; readonly index: number },
  about: readonly Problem[],
): Made {
  const { recipient, index, step } = target;
  const approach = findApproach(request, target, inWriting(request, step));
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

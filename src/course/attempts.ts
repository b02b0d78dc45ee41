import type { Attempt, Client, ContactPoint, Recipient } from '../model/client.ts';
import type { Practice } from '../model/practice.ts';
import { EFFECTS, isPlaceOut, OUT_REASONS } from './outcome-effects.ts';
import { type Permission, permissionFor } from './permission.ts';

/** What the record says of the attempts at one person: theirs, which of them told of the closing, which places are out. */

export interface Who {
  readonly client: Client;
  readonly recipient: Recipient;
}

/** The attempts at this recipient, as they stand in the file; one that names nobody is theirs if it went to one of their numbers or addresses. */
export function attemptsAt({ client, recipient }: Who): readonly Attempt[] {
  return (client.outreach ?? []).filter(({ recipient: number, to }) =>
    number === undefined
      ? client.recipients.length === 1 || hasLabel(recipient, to)
      : client.recipients[number - 1] === recipient,
  );
}

const hasLabel = ({ contactPoints }: Recipient, to: string) =>
  contactPoints.some(({ label }) => label === to);

/** Whether the file does not say to which of several people the attempt went. */
export const isUnattributed = ({ recipients }: Client, { recipient, to }: Attempt) =>
  recipient === undefined &&
  recipients.length > 1 &&
  recipients.filter((one) => hasLabel(one, to)).length !== 1;

/** Whether an attempt told the client that the file closes: a closing letter, or a final voicemail in full. */
function isNotice({ outcome, level, step, said }: Attempt): boolean {
  if (said === 'cut-off') return false;
  if (step === 'closing-letter') return outcome === 'letter-sent' && level !== 'vague' && level !== 'minimal';
  return step === 'final-call' && outcome === 'voicemail-left' && level === 'detailed';
}

/** The attempts by day; those of one day keep the order of the file. */
export const inOrder = (attempts: readonly Attempt[]) =>
  [...attempts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * The last attempt that told this recipient of the closing: since the last session, to them and nobody else, and
 * without a word since that it went astray.
 */
export const noticeOf = (who: Who): Attempt | undefined => findNotice(who)?.notice;

/** The notice, unless they have answered, paused or come back since: then it no longer holds. */
export function standingNotice(who: Who): Attempt | undefined {
  const found = findNotice(who);
  return found?.later.some(({ outcome }) => OVERTAKING.includes(EFFECTS[outcome]))
    ? undefined
    : found?.notice;
}

const OVERTAKING: readonly string[] = ['answered', 'rests', 'reopens'];

function findNotice(who: Who): { notice: Attempt; later: readonly Attempt[] } | undefined {
  const attempts = attemptsAt(who);
  if (!attempts.some(isNotice)) return undefined;
  const ordered = inOrder(attempts);
  const last = who.client.sessions?.last ?? '';
  const index = ordered.findLastIndex(
    (one, at) =>
      isNotice(one) &&
      one.on >= last &&
      !isUnattributed(who.client, one) &&
      !ordered.slice(at + 1).some((other) => other.to === one.to && isPlaceOut(other)),
  );
  const notice = ordered[index];
  return notice && { notice, later: ordered.slice(index + 1) };
}

/** What shows that they are in touch of their own will. */
const IN_TOUCH: readonly Attempt['outcome'][] = ['called-back', 'replied', 'reached-continue'];

/**
 * The wish not to be contacted, where it stands: whatever came after it, closing the file and opening it again as well,
 * unless they were in touch themselves. One that names nobody is everyone's.
 */
export function standingStop(who: Who): Attempt | undefined {
  const { outreach = [] } = who.client;
  const stops = ({ outcome }: Attempt) => EFFECTS[outcome] === 'stops';
  if (!outreach.some(stops)) return undefined;
  const own = new Set(attemptsAt(who));
  const attempts = inOrder(outreach).filter(
    (one) => own.has(one) || (stops(one) && isUnattributed(who.client, one)),
  );
  const index = attempts.findLastIndex(stops);
  const isLifted = attempts.slice(index + 1).some(({ outcome }) => IN_TOUCH.includes(outcome));
  return isLifted ? undefined : attempts[index];
}

/** What may be said at the contact point on a day: nothing where an attempt showed that it has to be asked for again. */
export function permissionAt(
  who: Who,
  point: ContactPoint,
  practice: Pick<Practice, 'policy' | 'part2'>,
  on: string,
): Permission {
  const out = attemptsAt(who).findLast((one) => one.to === point.label && isPlaceOut(one));
  const { confirmedOn } = point;
  const isAskedAgain = out && confirmedOn !== undefined && confirmedOn > out.on && confirmedOn <= on;
  if (out === undefined || isAskedAgain) return permissionFor(who.recipient, point, practice, on);
  return { reason: OUT_REASONS[out.outcome] ?? '' };
}

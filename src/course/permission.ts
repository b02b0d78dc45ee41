import type { ContactPoint, Recipient } from '../model/client.ts';
import { type Level, lowerLevel } from '../model/level.ts';
import type { Policy, Practice } from '../model/practice.ts';
import { addMonths } from './dates.ts';

/** How much may be said at a contact point: a ceiling, never an order. See design, Disclosure. */
export interface Permission {
  /** The most that may be said; absent where nothing may be left or sent. */
  readonly ceiling?: Level;
  /** Why, in a few words for the clinician; never a name, a number or an address. */
  readonly reason: string;
  /** Whether a date on the permission has grown old, so that asking again is due. */
  readonly isOld?: true;
}

/** What may be said to the recipient at the contact point on a day. */
export function permissionFor(
  recipient: Recipient,
  point: ContactPoint,
  { policy, part2 = false }: Pick<Practice, 'policy' | 'part2'>,
  on: string,
): Permission {
  if (point.level === 'none') return { reason: 'they asked that nothing be left here' };
  const strict: Policy = part2 ? underPart2(policy) : policy;
  if (point.phone !== undefined)
    return recipient.role === 'minor'
      ? minorsPhone(recipient, point, strict, on)
      : phonePermission(recipient, point, strict, on);
  return recipient.role === 'minor'
    ? minorsMail(recipient, point, strict, on)
    : mailPermission(recipient, point, strict, on);
}

/** What a parent may open first goes only where the minor said themselves that it stays private. */
function minorsMail(recipient: Recipient, point: ContactPoint, policy: Policy, on: string): Permission {
  const permission = mailPermission(recipient, point, { ...policy, mailUnconfirmed: 'none' }, on);
  if (permission.ceiling === 'private') return permission;
  const reason =
    'a minor who consented alone is written to only where they confirmed lately that it stays private';
  return { reason, ...(permission.isOld && { isOld: true }) };
}

/** A message that a parent may play first says who is calling only where the minor agreed to that lately. */
function minorsPhone(recipient: Recipient, point: ContactPoint, policy: Policy, on: string): Permission {
  const permission = phonePermission(recipient, point, policy, on);
  const { level, confirmedOn } = point;
  if (permission.isOld || level === undefined || confirmedOn === undefined || confirmedOn > on)
    return { ...permission, ceiling: 'vague' };
  return permission;
}

/** Where being known as its client tells what for (42 CFR 2.13): whoever may be listening, or opens the mail, hears no name of it. */
function underPart2(policy: Policy): Policy {
  const mailUnconfirmed = policy.mailUnconfirmed === 'none' ? 'none' : 'neutral';
  return { ...policy, mailUnconfirmed, mostOnVoicemail: lowerLevel(policy.mostOnVoicemail, 'minimal') };
}

function phonePermission(
  { safety }: Recipient,
  { level, confirmedOn }: ContactPoint,
  policy: Policy,
  on: string,
): Permission {
  if (safety?.flag) return { ceiling: 'vague', reason: 'a safety flag stands' };
  if (safety?.checkedOn === undefined)
    return { ceiling: 'vague', reason: 'what is safe was never checked with them' };
  if (level === undefined) return { ceiling: 'minimal', reason: 'nobody has asked what may be left here' };
  const recorded = level as Level;
  if (confirmedOn === undefined || confirmedOn > on)
    return { ceiling: lowerLevel(recorded, 'minimal'), reason: 'the permission has no date, or one to come' };
  if (isOld(confirmedOn, policy, on)) {
    return {
      ceiling: lowerLevel(recorded, 'minimal'),
      reason: 'the permission has grown old: ask again',
      isOld: true,
    };
  }
  return {
    ceiling: lowerLevel(recorded, policy.mostOnVoicemail),
    reason: `permission recorded on ${confirmedOn}`,
  };
}

function mailPermission(
  { safety }: Recipient,
  { level, confirmedOn }: ContactPoint,
  policy: Policy,
  on: string,
): Permission {
  if (safety?.flag) return { reason: 'a safety flag stands, so nothing is mailed' };
  if (level === 'neutral') return { ceiling: 'minimal', reason: 'neutral mail only' };
  if (safety?.checkedOn === undefined)
    return unconfirmed(policy, 'what is safe was never checked with them', 'neutral');
  if (level === undefined || confirmedOn === undefined || confirmedOn > on)
    return unconfirmed(policy, 'this address was never confirmed');
  if (isOld(confirmedOn, policy, on)) {
    return {
      ...unconfirmed(policy, 'the confirmation has grown old: ask again'),
      isOld: true,
    };
  }
  return { ceiling: 'private', reason: `confirmed on ${confirmedOn}` };
}

function unconfirmed({ mailUnconfirmed }: Policy, reason: string, most?: 'neutral'): Permission {
  if (mailUnconfirmed === 'none') return { reason };
  return { ceiling: mailUnconfirmed === 'private' && most === undefined ? 'private' : 'minimal', reason };
}

const isOld = (confirmedOn: string, policy: Policy, on: string) =>
  addMonths(confirmedOn, policy.permissionMonths) < on;

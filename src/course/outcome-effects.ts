import type { Attempt } from '../model/client.ts';

/** What each outcome does to the course of a case, as data. */

export type Effect =
  /** A step was taken, and time is left for an answer. */
  | 'message'
  /** Nobody was reached and nothing left: it is tried again, and counts as the step once it has been tried enough. */
  | 'try'
  /** The number or address is out until they are asked again. */
  | 'place-out'
  /** They answered; what comes next is theirs and the clinician's to decide. */
  | 'answered'
  /** They come back or pause: outreach rests until the file comes up again. */
  | 'rests'
  /** They know, and want the file closed. */
  | 'closes'
  /** They asked for no further contact. */
  | 'stops'
  /** Nothing goes out until someone has been consulted. */
  | 'consult'
  /** The file is closed. */
  | 'closed'
  /** Everything begins anew. */
  | 'reopens'
  | 'none';

/**
 * An attempt without a message is no notice and no step by itself. Someone who hangs up has been called: that is the
 * step, and the time for an answer is left. A file goes on after `consult` only once `reopened` is recorded, and after `stops` only once they are in touch
 * themselves.
 */
export const EFFECTS: Readonly<Record<Attempt['outcome'], Effect>> = {
  'reached-continue': 'rests',
  'reached-pause': 'rests',
  'reached-close': 'closes',
  'reached-wants-referral': 'closes',
  'voicemail-left': 'message',
  'mailbox-full': 'try',
  'no-answer': 'try',
  'not-private': 'try',
  'hung-up': 'message',
  'cut-off': 'try',
  'in-crisis': 'consult',
  'wrong-or-dead-number': 'place-out',
  'third-person-answered': 'place-out',
  'greeting-not-theirs': 'place-out',
  'letter-sent': 'message',
  'letter-returned': 'place-out',
  'message-unread': 'place-out',
  replied: 'answered',
  'called-back': 'answered',
  'no-reply-by-date': 'none',
  'do-not-contact': 'stops',
  escalated: 'consult',
  'closed-on-record-only': 'closed',
  reopened: 'reopens',
};

/** Why a place is out, for the clinician. */
export const OUT_REASONS: { readonly [outcome in Attempt['outcome']]?: string } = {
  'wrong-or-dead-number': 'the number was wrong or not in service',
  'third-person-answered': 'someone else answered here: ask first whether it is still safe',
  'greeting-not-theirs': 'the greeting here was not theirs: ask first whether it is still safe',
  'letter-returned': 'a letter came back from here',
  'message-unread': 'a message here was not read',
};

/** Whether the attempt showed that its number or address may not be used before they are asked again. */
export const isPlaceOut = ({ outcome }: Attempt) => EFFECTS[outcome] === 'place-out';

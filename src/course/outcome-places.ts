import type { PLACE_KINDS } from '../model/choices.ts';
import type { Attempt, ContactPoint } from '../model/client.ts';
import { placeKindOf } from './note-event.ts';

/** Which outcomes can come of which kind of number or address, as data. */

type Outcome = Attempt['outcome'];
type PlaceKind = (typeof PLACE_KINDS)[number];

const CALL: readonly PlaceKind[] = ['phone'];
const WRITTEN: readonly PlaceKind[] = ['address', 'portal', 'email'];
const ANY: readonly PlaceKind[] = [...CALL, ...WRITTEN];

const PLACES: Readonly<Record<Outcome, readonly PlaceKind[]>> = {
  'reached-continue': ANY,
  'reached-pause': ANY,
  'reached-close': ANY,
  'reached-wants-referral': ANY,
  'voicemail-left': CALL,
  'mailbox-full': CALL,
  'no-answer': CALL,
  'not-private': CALL,
  'hung-up': CALL,
  'cut-off': CALL,
  'in-crisis': CALL,
  'wrong-or-dead-number': CALL,
  'third-person-answered': CALL,
  'greeting-not-theirs': CALL,
  'letter-sent': WRITTEN,
  'letter-returned': ['address'],
  'message-unread': ['portal', 'email'],
  replied: ANY,
  'called-back': CALL,
  'no-reply-by-date': ANY,
  'do-not-contact': ANY,
  escalated: ANY,
  'closed-on-record-only': ANY,
  reopened: ANY,
};

/** Whether the outcome can come of an attempt at the contact point. */
export const fitsPlace = (outcome: Outcome, point: ContactPoint): boolean =>
  PLACES[outcome].includes(placeKindOf(point));

/** What the clinician did, if it was she who acted: called, or wrote. Anything else came from outside, or was decided. */
export function actOf(outcome: Outcome): 'call' | 'letter' | undefined {
  if (outcome === 'letter-sent') return 'letter';
  return PLACES[outcome] === CALL && outcome !== 'called-back' ? 'call' : undefined;
}

/** Whether words went out with the outcome: a message on a machine, or a letter. */
export const hasWords = (outcome: Outcome): boolean =>
  outcome === 'voicemail-left' || outcome === 'letter-sent';

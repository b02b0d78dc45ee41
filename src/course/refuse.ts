import type { Client } from '../model/client.ts';
import { LADDER_OVERRULES } from '../model/ladder-presets.ts';
import type { Practice } from '../model/practice.ts';
import { standingStop, type Who } from './attempts.ts';
import { EFFECTS } from './outcome-effects.ts';
import { readCourse } from './read-course.ts';

/**
 * When nothing is composed, whatever the channel, and what to do instead. One rule, one function. A check-in, the kind
 * note that asks nothing and closes nothing, may still go where the reason is about the closing alone: an appointment
 * that is open, someone who has to be told first, medication that must not end unnoticed. It may not go where nobody
 * knows what it would meet: a risk, a hospital, a death, a doubt. Whoever is unsure asks first; that takes a call.
 */

export type StopCode =
  | 'client-will-contact-us'
  | 'consent-unrecorded'
  | 'consult-first'
  | 'do-not-contact'
  | 'open-appointment'
  | 'safety-flag';

/** Why nothing goes out, in words for the clinician. */
export interface Stop {
  readonly refused: StopCode;
  readonly reason: string;
  /** A kind note that asks nothing may go all the same. */
  readonly allowsCheckIn?: true;
  /** Someone who is in touch again themselves may be answered and welcomed. */
  readonly allowsReturn?: true;
}

/** What a stop may depend on. */
export interface Case extends Who {
  readonly practice: Practice;
  readonly on: string;
  /** What is to go out; without it, anything that is not a check-in. */
  readonly step?: string;
}

type StopRule = (asked: Case) => Stop | undefined;

/** The first reason for which a step does not go to this recipient on this day. */
export function findRefusal(asked: Case): Stop | undefined {
  for (const rule of STOP_RULES) {
    const stop = rule(asked);
    if (stop !== undefined && !isAllowed(stop, asked)) return stop;
  }
  return undefined;
}

const RETURNS: readonly (string | undefined)[] = ['return-call', 'welcome-back'];

const isAllowed = ({ allowsCheckIn, allowsReturn }: Stop, { step }: Case) =>
  (allowsCheckIn === true && step === 'caring-contact') || (allowsReturn === true && RETURNS.includes(step));

const consultFirst: StopRule = ({ client: { consultFirst: why }, practice: { consult } }) =>
  why === 'none'
    ? undefined
    : {
        refused: 'consult-first',
        reason: `${CONSULT_REASONS[why]} Nothing is composed. Call ${consult} before anyone reaches out, and write down what you decide.`,
        ...(why === 'mandate' || why === 'medication' ? { allowsCheckIn: true, allowsReturn: true } : {}),
      };

const CONSULT_REASONS: Readonly<Record<Exclude<Client['consultFirst'], 'none'>, string>> = {
  risk: 'There may be a risk to life or safety.',
  hospital: 'The client may be in hospital.',
  death: 'The client may have died.',
  mandate: 'Someone else may have to be told before the file can close.',
  medication: 'The client may still be on medication that someone here prescribes.',
  'child-not-brought':
    'A child was not brought. That is no appointment that the child missed, and it may be a sign that they need someone: follow your safeguarding procedure.',
  unsure: 'You are not sure whether there is a reason to wait.',
};

/** One person's crisis stops the whole case; only the outcome "reopened" lets it go on. */
const crisisRecorded: StopRule = ({ practice, client }) =>
  client.outreach?.some(({ outcome }) => EFFECTS[outcome] === 'consult') &&
  client.recipients.some(
    (recipient) => readCourse(practice, { client, recipient }).halt?.effect === 'consult',
  )
    ? {
        refused: 'consult-first',
        reason: `The record says that contact was stopped over someone's safety. Nothing is composed. Decide with ${practice.consult}, and record "reopened" once contact is to go on.`,
      }
    : undefined;

const flaggedCouple: StopRule = ({ client: { kind, recipients }, practice: { consult } }) =>
  kind === 'couple' && recipients.some(({ safety }) => safety?.flag)
    ? {
        refused: 'safety-flag',
        reason: `A safety flag stands in this couple, so nothing goes to either partner. Call ${consult}, and decide together whether and how to reach each of them.`,
      }
    : undefined;

const flaggedFrontDesk: StopRule = ({ recipient: { safety }, step }) =>
  step === 'front-desk-call' && safety?.flag
    ? {
        refused: 'safety-flag',
        reason:
          'A safety flag stands, so nobody calls in your place. Call yourself, in the words that you agreed on.',
      }
    : undefined;

const doNotContact: StopRule = (asked) => {
  if (standingStop(asked) === undefined) return undefined;
  const isClosed = readCourse(asked.practice, asked).halt?.effect === 'closed';
  const what = isClosed ? 'The file is closed.' : 'Close on record only, with that as the reason.';
  const reason = `They asked for no further contact. ${what} That holds until they are in touch themselves, and it is on record.`;
  return { refused: 'do-not-contact', reason };
};

const clientWillContactUs: StopRule = ({ client: { clientWillContactUs: held } }) =>
  held
    ? {
        refused: 'client-will-contact-us',
        reason: 'They asked you not to reach out. Wait for them, or close on record only and write down why.',
        allowsReturn: true,
      }
    : undefined;

const openAppointment: StopRule = ({ client: { sessions }, on }) =>
  sessions?.future !== undefined && sessions.future >= on
    ? {
        refused: 'open-appointment',
        reason:
          'An appointment is still in the calendar. See whether they come, or cancel it first and take it out of the file.',
        allowsCheckIn: true,
        allowsReturn: true,
      }
    : undefined;

const consentUnrecorded: StopRule = ({ client: { kind, consent } }) =>
  kind === 'minor' && (consent === undefined || consent === 'unrecorded')
    ? {
        refused: 'consent-unrecorded',
        reason:
          'It is not on record who consented to the work with this minor. Look it up in the intake papers, and set consent to guardian or minor.',
      }
    : undefined;

const ASKING: readonly (string | undefined)[] = ['first-call', 'front-desk-call', 'outreach-letter'];

/** Mandated work closes only once it is written down who was told; asking how they are is another matter. */
const mandateUntold: StopRule = ({ client, practice: { consult }, step }) =>
  client.situation === 'mandated' &&
  client.overrule?.[LADDER_OVERRULES.mandate] === undefined &&
  !ASKING.includes(step)
    ? {
        refused: 'consult-first',
        reason: `This work was mandated, so someone may have to be told before the file closes. Call ${consult}, and write down what you decide under overrule, as "mandate".`,
        allowsCheckIn: true,
        allowsReturn: true,
      }
    : undefined;

const STOP_RULES: readonly StopRule[] = [
  consultFirst,
  crisisRecorded,
  flaggedCouple,
  flaggedFrontDesk,
  doNotContact,
  clientWillContactUs,
  openAppointment,
  consentUnrecorded,
  mandateUntold,
];

import type { Client } from '../model/client.ts';
import type { Practice } from '../model/practice.ts';
import type { Refusal } from './message.ts';

/** When nothing is composed at all, whatever the channel, and what to do instead. One rule, one function. */

type RefusalRule = (client: Client, practice: Practice, on: string) => Refusal | undefined;

/** The first reason for which nothing goes out to this client on this day. */
export function findRefusal(client: Client, practice: Practice, on: string): Refusal | undefined {
  for (const rule of REFUSAL_RULES) {
    const refusal = rule(client, practice, on);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

const consultFirst: RefusalRule = ({ consultFirst: why }, { consult }) =>
  why === 'none'
    ? undefined
    : {
        refused: 'consult-first',
        reason: `${CONSULT_REASONS[why]} Nothing is composed. Call ${consult} before anyone reaches out, and write down what you decide.`,
      };

const CONSULT_REASONS: Readonly<Record<Exclude<Client['consultFirst'], 'none'>, string>> = {
  risk: 'There may be a risk to life or safety.',
  hospital: 'The client may be in hospital.',
  death: 'The client may have died.',
  mandate: 'Someone else may have to be told before the file can close.',
  medication: 'The client may still be on medication that someone here prescribes.',
  unsure: 'You are not sure whether there is a reason to wait.',
};

const flaggedCouple: RefusalRule = ({ kind, recipients }, { consult }) =>
  kind === 'couple' && recipients.some(({ safety }) => safety?.flag)
    ? {
        refused: 'safety-flag',
        reason: `A safety flag stands in this couple, so nothing goes to either partner. Call ${consult}, and decide together whether and how to reach each of them.`,
      }
    : undefined;

const clientWillContactUs: RefusalRule = ({ clientWillContactUs: held }) =>
  held
    ? {
        refused: 'client-will-contact-us',
        reason: 'They asked you not to reach out. Wait for them, or close on record only and write down why.',
      }
    : undefined;

const openAppointment: RefusalRule = ({ sessions }, _, on) =>
  sessions?.future !== undefined && sessions.future >= on
    ? {
        refused: 'open-appointment',
        reason:
          'An appointment is still in the calendar. See whether they come, or cancel it first and take it out of the file.',
      }
    : undefined;

const consentUnrecorded: RefusalRule = ({ kind, consent }) =>
  kind === 'minor' && (consent === undefined || consent === 'unrecorded')
    ? {
        refused: 'consent-unrecorded',
        reason:
          'It is not on record who consented to the work with this minor. Look it up in the intake papers, and set consent to guardian or minor.',
      }
    : undefined;

const REFUSAL_RULES: readonly RefusalRule[] = [
  consultFirst,
  flaggedCouple,
  clientWillContactUs,
  openAppointment,
  consentUnrecorded,
];

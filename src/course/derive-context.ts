import type { Client, ContactPoint, Facts, Recipient } from '../model/client.ts';
import type { Context, ListValue, Value } from '../model/context.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from '../model/field.ts';
import { isWithin, type Level } from '../model/level.ts';
import type { Clinician, Practice } from '../model/practice.ts';
import { attemptsAt, noticeOf } from './attempts.ts';
import { type DateForm, formatDate } from './dates.ts';
import { closingDay, replyDay } from './due.ts';
import { type NoteEvent, placeKindOf } from './note-event.ts';
import { permissionFor } from './permission.ts';

/** Everything a message is about, before any of it is in words. */
export interface Occasion {
  readonly practice: Practice;
  readonly client: Client;
  readonly clinician: Clinician;
  readonly recipient: Recipient;
  readonly point: ContactPoint;
  readonly step: string;
  /** Whether numbers and dates are given as they are said, or as they are printed. */
  readonly form: DateForm;
  readonly level: Level;
  /** The day of the call or letter. */
  readonly on: string;
  readonly outcome?: string;
  /** For notes: the day that the message named, as it is recorded. */
  readonly replyBy?: string;
  /** For notes: the attempt or the closing that they are about. */
  readonly event?: NoteEvent;
}

/**
 * What placeholders can see of the occasion. A field above the occasion's level is not in it at all, so that no
 * wording can print it or branch on it; of a couple, only what is shared and what is this partner's own is in it. Where
 * only some `names` are looked at, the others are not worked out.
 */
export function deriveContext(occasion: Occasion, names: readonly FieldName[] = FIELD_NAMES): Context {
  const context: { [name in FieldName]?: Value } = {};
  for (const name of names) {
    if (!isWithin(FIELDS[name].level, occasion.level)) continue;
    const value = DERIVATIONS[name](occasion);
    if (value !== undefined) context[name] = value;
  }
  return context;
}

type Derivation = (occasion: Occasion) => Value | undefined;

const DERIVATIONS: { readonly [name in FieldName]: Derivation } = {
  name: ({ point }) => point.askFor,
  callerName: ({ recipient, clinician }) => recipient.caller?.name ?? clinician.plainName,
  agreedReason: ({ recipient }) => recipient.caller?.reason,
  agreedNumber: (o) => (o.recipient.caller?.leaveNumber ? phoneOf(o) : undefined),
  clinicianName: ({ clinician }) => clinician.name,
  phone: (o) => phoneOf(o),
  hours: ({ clinician, practice }) => clinician.hours ?? practice.hours,
  replyBy: (o) => dateOf(o, o.replyBy ?? replyDay(o)),
  practiceName: ({ practice }) => practice.name,
  closingDate: (o) => dateOf(o, o.event?.closesOn ?? closingDay(o)),
  step: ({ step }) => step,
  role: ({ recipient }) => recipient.role,
  situation: ({ client }) => client.situation,
  returnPath: ({ client }) => client.returnPath,
  progress: (o) => fact(o, 'progress'),
  appreciation: (o) => fact(o, 'appreciation'),
  supports: (o) => listOf(o, fact(o, 'supports')),
  crisisLines: (o) => listOf(o, o.practice.crisis.lines),
  called: ({ recipient }) => recipient.called,
  statedReason: (o) => fact(o, 'statedReason'),
  copingTools: (o) => listOf(o, fact(o, 'copingTools')),
  referral: (o) => fact(o, 'referral'),
  childName: ({ client }) => client.childName,
  service: ({ practice }) => practice.service,
  continues: ({ practice }) => practice.continues,
  credentials: ({ clinician }) => clinician.credentials,
  licence: ({ clinician }) => clinician.licence,
  supervisor: ({ clinician }) => clinician.supervisor,
  recordsContact: ({ practice }) => practice.records,
  complaintsContact: ({ practice }) => practice.complaints,
  consultWith: ({ practice }) => practice.consult,
  clientId: ({ client }) => client.id,
  today: (o) => dateOf(o, o.on),
  place: ({ point }) => point.label,
  placeLevel: (o) => placeLevelOf(o),
  safeHours: ({ point }) => point.safeHours,
  firstSession: (o) => dateOf(o, o.client.sessions?.first),
  lastSession: (o) => dateOf(o, o.client.sessions?.last),
  sessionCount: ({ client }) => client.sessions?.number?.toString(),
  attempts: (o) => listOf(o, attemptsOf(o)),
  outcome: ({ outcome }) => outcome,
  noticeGiven: (o) => noticeGiven(o),
  placeKind: ({ point }) => placeKindOf(point),
  time: ({ event }) => event?.time,
  minutes: ({ event }) => event?.minutes?.toString(),
  said: ({ event }) => event?.said,
  wordsSaid: (o) => listOf(o, o.event?.wordsSaid),
  changes: (o) => listOf(o, o.event?.changes),
  wordingIds: (o) => listOf(o, o.event?.wordingIds),
  overruled: (o) => listOf(o, o.event?.overruled),
  nextStep: ({ event }) => event?.nextStep,
  nextDue: (o) => dateOf(o, o.event?.nextDue),
  closingReason: ({ event }) => event?.closingReason,
};

function fact<K extends keyof Facts>({ client, recipient }: Occasion, key: K): Facts[K] | undefined {
  return recipient.personal?.[key] ?? client.shared?.[key];
}

function phoneOf({ clinician, practice, form }: Occasion): string {
  const phone = clinician.phone ?? practice.phone;
  return form === 'spoken' ? spokenGroups(phone) : phone;
}

/** A number as it is read out: its groups of digits with pauses between them. */
export const spokenGroups = (phone: string) => phone.match(/[\p{L}\p{N}+]+/gu)?.join(', ') ?? phone;

function dateOf({ practice, form }: Occasion, isoDate: string | undefined): string | undefined {
  return isoDate && formatDate(isoDate, practice.language, form);
}

/** What may really be said there today, in the words of the client file. */
function placeLevelOf({ recipient, point, practice, on }: Occasion): string {
  if (point.level === undefined) return 'not asked yet';
  const { ceiling = 'none' } = permissionFor(recipient, point, practice, on);
  return point.phone === undefined && ceiling === 'minimal' ? 'neutral' : ceiling;
}

function attemptsOf(occasion: Occasion): string[] {
  return attemptsAt(occasion).map(
    ({ on, to, outcome }) => `${dateOf(occasion, on)}, ${to}: ${outcome.replaceAll('-', ' ')}`,
  );
}

function noticeGiven(occasion: Occasion): string | undefined {
  const notice = noticeOf(occasion);
  return notice && `${dateOf(occasion, notice.on)}, ${notice.to}: ${notice.outcome.replaceAll('-', ' ')}`;
}

const joiners = new Map<string, Intl.ListFormat>();
/** By the items themselves, and gone with them. */
const joined = new WeakMap<readonly string[], { readonly language: string; readonly value: ListValue }>();

function listOf(
  { practice: { language } }: Occasion,
  items: readonly string[] | undefined,
): ListValue | undefined {
  if (items === undefined || items.length === 0) return undefined;
  const known = joined.get(items);
  if (known?.language === language) return known.value;
  const value = { items, sentence: sentenceOf(items, language) };
  joined.set(items, { language, value });
  return value;
}

function sentenceOf(items: readonly string[], language: string): ListValue['sentence'] {
  const [text = ''] = items;
  // Nothing joins one item in any language.
  if (items.length === 1) return [{ text, isItem: true }];
  const joiner = joiners.get(language) ?? new Intl.ListFormat(language, { type: 'conjunction' });
  joiners.set(language, joiner);
  return joiner.formatToParts(items).map(({ type, value }) => ({ text: value, isItem: type === 'element' }));
}

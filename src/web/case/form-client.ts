import { type Client, clientSchema } from '../../model/client.ts';
import { clientInconsistencies } from '../../model/client-rules.ts';
import { type Path, valueAt } from '../../model/data-path.ts';
import type { ClientFile } from '../../model/parse-client.ts';
import { type Locate, parseWith } from '../../model/schema.ts';
import { isBlank } from '../../model/text-value.ts';
import type { Problem } from '../../problem.ts';
import {
  type CallForm,
  FIRST,
  QUESTION_IDS,
  QUESTIONS,
  type QuestionId,
  questionAt,
  type Where,
} from './questions.ts';

/** From a form to the client that the schema admits: the same that a client file with these answers would give. */

/** What the form is filled for, beside the answers. */
export interface Filling {
  /** The key of the clinician in practice.yaml. */
  readonly clinician: string;
  readonly where: Where;
  /** What it has to have before anything can be composed; by default what a call needs. */
  readonly asks?: Asks;
  /** An opened file, of which the form shows one person and one number, and the form as the file filled it. */
  readonly opened?: { readonly client: Client; readonly form: CallForm };
}

/** A form without a file behind it. */
export const fresh = (clinician: string): Filling => ({ clinician, where: FIRST });

/** The client of a form, or what is missing first. The file of a problem's place is the id of its question. */
export interface FormRead {
  readonly file: ClientFile | undefined;
  /** Questions to answer before there can be any script, in the form's order. */
  readonly unanswered: readonly QuestionId[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the form. Where the answers already forbid every script, the rest need not be answered for that to be said; a
 * letter needs all of its own, since one that asks nothing may go out all the same.
 */
export function readForm(form: CallForm, filling: Filling): FormRead {
  const unanswered = listUnanswered(form, filling);
  const isRefused = filling.asks !== 'letter' && forbidsAll(form);
  if (unanswered.length > 0 && !isRefused) return { file: undefined, unanswered, problems: [] };
  const locate: Locate = (path) => placeOf(path, filling.where);
  const { value, problems } = parseWith(clientSchema, clientData(form, filling), locate);
  if (value === undefined) return { file: undefined, unanswered: [], problems };
  const contradictions = clientInconsistencies(value, locate);
  if (contradictions.length > 0) return { file: undefined, unanswered: [], problems: contradictions };
  return { file: { client: value, file: 'form', locate }, unanswered: [], problems: [] };
}

/** Consulting comes before everything, and where nothing may be left nothing is said. */
const forbidsAll = ({ consult, message }: CallForm) =>
  (consult !== '' && consult !== 'none') || message === 'none';

/** What is composed from the answers: a call, or what is sent in writing. */
export type Asks = 'call' | 'letter';

const REQUIRED: Readonly<Record<Asks, readonly QuestionId[]>> = {
  call: ['consult', 'safety', 'message', 'name', 'call'],
  letter: ['consult', 'safety', 'fullName', 'address', 'mail'],
};

function listUnanswered(form: CallForm, { asks = 'call', where, opened }: Filling): QuestionId[] {
  const portal = opened?.client.recipients[where.recipient]?.contactPoints[where.letterPoint];
  const isWithoutAddress = portal !== undefined && portal.address === undefined;
  const required = REQUIRED[asks].filter((id) => id !== 'address' || !isWithoutAddress);
  return [
    ...required.filter((id) => isBlank(form[id])),
    ...(form.safety === 'checked' && form.safetyOn === '' ? (['safetyOn'] as const) : []),
    ...(asks === 'letter' && form.mail === 'private' && form.mailConfirmedOn === ''
      ? (['mailConfirmedOn'] as const)
      : []),
    ...(form.kind === 'guardian' && isBlank(form.childName) ? (['childName'] as const) : []),
  ];
}

const placeOf = (path: Path, where: Where) => ({
  file: questionAt(path, where) ?? 'form',
  line: 1,
  column: 1,
});

/** The data of the client file that the answers make; of an opened one only what was answered anew is different. */
function clientData(form: CallForm, { clinician, where, opened }: Filling): unknown {
  const data = structuredClone<unknown>(opened?.client ?? START) as Record<string, unknown>;
  put(data, ['clinician'], clinician);
  const before = opened?.form;
  const answers = { ...valuesOf(form), ...(before === undefined ? forNew(form) : {}) };
  for (const id of QUESTION_IDS)
    if (id in answers && isAnew(id, before, form)) put(data, QUESTIONS[id].path(where), answers[id]);
  nameAddress(data, where);
  return before === undefined ? withKind(data, form) : data;
}

/** What the page never asks of a new client, and a client file must have. */
const START = { kind: 'adult', situation: 'other', recipients: [{ role: 'client', contactPoints: [{}] }] };
const NOT_GIVEN = 'not given';

/** The date belongs to the answer above it. */
const isAnew = (id: QuestionId, before: CallForm | undefined, form: CallForm) =>
  before?.[id] !== form[id] || (id === 'safetyOn' && before.safety !== form.safety);

type Answers = { [id in QuestionId]?: unknown };

function valuesOf({ kind: _kind, call: _call, ...form }: CallForm): Answers {
  const { safety, message, mail, leaveNumber, situation } = form;
  const typed = Object.entries(form).map(([id, answer]) => [id, readTyped(id as QuestionId, answer)]);
  const values = Object.fromEntries(typed) as Answers;
  return {
    ...values,
    safety: safety === 'flag' ? true : safety === 'checked' ? false : undefined,
    safetyOn: safety === 'never' ? undefined : values.safetyOn,
    message: message === 'not-asked' || message === '' ? undefined : message,
    mail: mail === 'not-asked' || mail === '' ? undefined : mail,
    leaveNumber: leaveNumber === '' ? undefined : leaveNumber === 'yes',
    situation: situation === '' ? 'other' : situation,
  };
}

/** What a new client is given where the form has no answer: names that say no more, and words that say so. */
function forNew(form: CallForm): Answers {
  const { name: typed, ...values } = valuesOf(form);
  const name = typed ?? values.called ?? values.fullName ?? (forbidsAll(form) ? NOT_GIVEN : undefined);
  const isMinor = form.kind !== '' && form.kind !== 'adult';
  return {
    consult: values.consult ?? 'none',
    name,
    called: values.called ?? name,
    fullName: values.fullName ?? values.called ?? name,
    childName: isMinor ? values.childName : undefined,
    ...(values.address === undefined ? { mail: undefined, mailConfirmedOn: undefined } : {}),
    label: values.label ?? 'this number',
    phone: values.phone ?? NOT_GIVEN,
    clientId: values.clientId ?? 'new-client',
  };
}

/** The value that was typed; undefined where nothing was, and as typed where it cannot be one, so that the schema says so. */
function readTyped(id: QuestionId, typed: string): unknown {
  const { kind } = QUESTIONS[id];
  if (typed.trim() === '') return undefined;
  if (kind === 'lines') return typed.split('\n').filter((line) => line.trim() !== '');
  return kind === 'count' && /^\d+$/.test(typed) ? Number(typed) : typed;
}

/** A new address has a label, and the name that stands on the envelope. */
function nameAddress(data: Record<string, unknown>, { recipient, letterPoint }: Where): void {
  const at = ['recipients', recipient, 'contactPoints', letterPoint];
  const point = valueAt(data, at);
  if (point === undefined || valueAt(data, [...at, 'label']) !== undefined) return;
  put(data, [...at, 'label'], 'this address');
  put(data, [...at, 'askFor'], valueAt(data, ['recipients', recipient, 'name']));
}

/** Who a new client is: nobody is a couple here, since each partner needs numbers and permissions of their own. */
function withKind(data: Record<string, unknown>, { kind }: CallForm): unknown {
  if (kind === '' || kind === 'adult') return data;
  put(data, ['recipients', 0, 'role'], kind === 'minor' ? 'minor' : 'guardian');
  return { ...data, kind: 'minor', consent: kind };
}

/** Writes a value at the path, with the groups on the way to it; takes the key out where there is none. */
function put(data: Record<string, unknown>, path: Path, value: unknown): void {
  if (value === undefined && valueAt(data, path) === undefined) return;
  let here: Record<PropertyKey, unknown> = data;
  for (const part of path.slice(0, -1)) {
    here[part] ??= {};
    here = here[part] as Record<PropertyKey, unknown>;
  }
  const key = path.at(-1) ?? '';
  if (value === undefined) delete here[key];
  else here[key] = value;
}

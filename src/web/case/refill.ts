import { listNextSteps } from '../../course/case-steps.ts';
import type { Client } from '../../model/client.ts';
import { valueAt } from '../../model/data-path.ts';
import type { Practice } from '../../model/practice.ts';
import { type CallForm, EMPTY_FORM, QUESTION_IDS, QUESTIONS, type Where } from './questions.ts';

/** From a client file to a filled form, so that the second call is not typed again. */

/** A fact stays where it is written; a new one of a couple is one partner's own until someone says that both may know. */
function factsIn({ kind, shared, recipients }: Client, recipient: number): Where['factsOf'] {
  return (name) => {
    if (Object.hasOwn(recipients[recipient]?.personal ?? {}, name)) return 'personal';
    return Object.hasOwn(shared ?? {}, name) || kind !== 'couple' ? 'shared' : 'personal';
  };
}

/** The person's number that the next call goes to, else their first; undefined where they have none. */
function numberFor(client: Client, recipient: number, label?: string): number | undefined {
  const points = client.recipients[recipient]?.contactPoints ?? [];
  const planned = points.findIndex((point) => point.phone !== undefined && point.label === label);
  const first = points.findIndex(({ phone }) => phone !== undefined);
  const found = planned >= 0 ? planned : first;
  return found < 0 ? undefined : found;
}

/** The person's first address or portal; behind all their numbers where they have none. */
function addressFor(client: Client, recipient: number): number {
  const points = client.recipients[recipient]?.contactPoints ?? [];
  const found = points.findIndex(({ phone }) => phone === undefined);
  return found < 0 ? points.length : found;
}

/** Where the form of this person stands in the client file; the number that the ladder has next, where they have one. */
export function whereOf(client: Client, practice: Practice, recipient: number, on: string): Where {
  const next = listNextSteps(practice, client, on)[recipient];
  return {
    recipient,
    point: numberFor(client, recipient, next?.place) ?? 0,
    letterPoint: addressFor(client, recipient),
    factsOf: factsIn(client, recipient),
  };
}

/** The answers that the file gives; which call it is comes from the ladder on the day, where that has one next. */
export function formOf(client: Client, practice: Practice, where: Where, on: string): CallForm {
  const plain = Object.fromEntries(
    QUESTION_IDS.map((id) => [id, typedForm(valueAt(client, QUESTIONS[id].path(where)))]),
  ) as CallForm;
  const points = client.recipients[where.recipient]?.contactPoints ?? [];
  const [point, letterPoint] = [points[where.point], points[where.letterPoint]];
  return {
    ...EMPTY_FORM,
    ...plain,
    safety: safetyOf(client, where.recipient),
    message: point?.level ?? 'not-asked',
    mail: letterPoint === undefined ? '' : (letterPoint.level ?? 'not-asked'),
    leaveNumber: plain.leaveNumber === '' ? '' : plain.leaveNumber === 'true' ? 'yes' : 'no',
    situation: plain.situation === 'other' ? '' : plain.situation,
    kind: '',
    call: callNext(client, practice, where.recipient, on),
  };
}

function safetyOf({ recipients }: Client, recipient: number): string {
  const { safety } = recipients[recipient] ?? {};
  if (safety?.flag) return 'flag';
  return safety?.checkedOn === undefined ? 'never' : 'checked';
}

function callNext(client: Client, practice: Practice, recipient: number, on: string): string {
  const next = listNextSteps(practice, client, on)[recipient];
  const step = next?.ahead ?? next?.step;
  return step === 'first-call' || step === 'final-call' ? step : '';
}

const typedForm = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : value === undefined ? '' : String(value);

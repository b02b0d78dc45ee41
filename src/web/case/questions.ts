import { clientSchema } from '../../model/client.ts';
import type { Path } from '../../model/data-path.ts';
import type { FieldName } from '../../model/field.ts';
import { type Description, descriptionAt } from '../../model/schema.ts';

/** What the form asks, and where each answer stands in a client file. The words of a question are the schema's own. */

/** How an answer is typed: `lines` is one item to a line. */
export type AnswerKind = 'text' | 'lines' | 'date' | 'count' | 'choice';

/** Which person and which number of the client file the form is about, and where a fact of theirs stands. */
export interface Where {
  readonly recipient: number;
  readonly point: number;
  /** The address or portal that a letter goes to. */
  readonly letterPoint: number;
  readonly factsOf: (name: string) => 'shared' | 'personal';
}

interface Asked {
  readonly kind: AnswerKind;
  readonly path: (where: Where) => Path;
}

const top = (kind: AnswerKind, ...path: string[]): Asked => ({ kind, path: () => path });
const person = (kind: AnswerKind, ...path: string[]): Asked => ({
  kind,
  path: ({ recipient }) => ['recipients', recipient, ...path],
});
const place = (kind: AnswerKind, key: string): Asked => ({
  kind,
  path: ({ recipient, point }) => ['recipients', recipient, 'contactPoints', point, key],
});
const address = (kind: AnswerKind, key: string): Asked => ({
  kind,
  path: ({ recipient, letterPoint }) => ['recipients', recipient, 'contactPoints', letterPoint, key],
});
const fact = (kind: AnswerKind, name: string): Asked => ({
  kind,
  path: ({ recipient, factsOf }) =>
    factsOf(name) === 'shared' ? ['shared', name] : ['recipients', recipient, 'personal', name],
});

/** Every question by its id, which is also the name of its control on the page. */
export const QUESTIONS = {
  // the five that give a usable script
  consult: top('choice', 'consultFirst'),
  safety: person('choice', 'safety', 'flag'),
  safetyOn: person('date', 'safety', 'checkedOn'),
  message: place('choice', 'level'),
  confirmedOn: place('date', 'confirmedOn'),
  name: place('text', 'askFor'),
  call: top('choice', 'step'),
  // who it is
  kind: person('choice', 'role'),
  childName: top('text', 'childName'),
  called: person('text', 'called'),
  fullName: person('text', 'name'),
  // the number
  label: place('text', 'label'),
  phone: place('text', 'phone'),
  safeHours: place('text', 'safeHours'),
  callerName: person('text', 'caller', 'name'),
  agreedReason: person('text', 'caller', 'reason'),
  leaveNumber: person('choice', 'caller', 'leaveNumber'),
  // the letter
  address: address('lines', 'address'),
  mail: address('choice', 'level'),
  mailConfirmedOn: address('date', 'confirmedOn'),
  // the work
  situation: top('choice', 'situation'),
  returnPath: top('choice', 'returnPath'),
  closingDate: top('date', 'closingDate'),
  sessionsFirst: top('date', 'sessions', 'first'),
  sessionsLast: top('date', 'sessions', 'last'),
  sessionsNumber: top('count', 'sessions', 'number'),
  sessionsFuture: top('date', 'sessions', 'future'),
  progress: fact('text', 'progress'),
  appreciation: fact('text', 'appreciation'),
  statedReason: fact('text', 'statedReason'),
  supports: fact('lines', 'supports'),
  copingTools: fact('lines', 'copingTools'),
  referral: fact('text', 'referral'),
  // the record
  clientId: top('text', 'id'),
  early: top('text', 'overrule', 'early'),
} as const satisfies Record<string, Asked>;

export type QuestionId = keyof typeof QUESTIONS;

export const QUESTION_IDS = Object.keys(QUESTIONS) as readonly QuestionId[];

/** What was answered so far, as it was typed; an empty text is no answer. */
export type CallForm = Readonly<Record<QuestionId, string>>;

/** A form in which nothing is preselected. */
export const EMPTY_FORM = Object.fromEntries(QUESTION_IDS.map((id) => [id, ''])) as CallForm;

/** The first person and the first number of a client who stands in no file. */
export const FIRST: Where = { recipient: 0, point: 0, letterPoint: 1, factsOf: () => 'shared' };

/** The label, question, example and level that the client file's schema has for the question; empty where it has none. */
export const describeQuestion = (id: QuestionId): Partial<Description> =>
  descriptionAt(clientSchema, [
    ...QUESTIONS[id].path(FIRST),
    ...(QUESTIONS[id].kind === 'lines' ? [0] : []),
  ]) ?? {};

/** More than an answer can be, and little enough to show: what is pasted beyond it is cut off before anything reads it. */
export function mostCharacters(id: QuestionId): number {
  const one = (describeQuestion(id).maximumLength ?? 40) + 40;
  return QUESTIONS[id].kind === 'lines' ? one * 6 : one;
}

/** The form with one answer, cut to what the question can take. Whoever says on which day safety was checked says that it was. */
export const withAnswer = (form: CallForm, id: QuestionId, answer: string): CallForm => ({
  ...form,
  ...(id === 'safetyOn' && form.safety === '' && answer !== '' ? { safety: 'checked' } : {}),
  [id]: answer.slice(0, mostCharacters(id)),
});

/** The question for the key at the path, or for the group that it stands in; undefined where none is asked. */
export function questionAt(path: Path, where: Where): QuestionId | undefined {
  const asks = (id: QuestionId) => {
    const own = QUESTIONS[id].path(where);
    return own.every((part, index) => part === path[index]);
  };
  return QUESTION_IDS.filter(asks).sort(
    (a, b) => QUESTIONS[b].path(where).length - QUESTIONS[a].path(where).length,
  )[0];
}

/** The question that gives a field of the context; a field that is the practice's, or worked out, has none. */
export const QUESTION_OF: { readonly [name in FieldName]?: QuestionId } = {
  name: 'name',
  callerName: 'callerName',
  agreedReason: 'agreedReason',
  agreedNumber: 'leaveNumber',
  closingDate: 'closingDate',
  role: 'kind',
  situation: 'situation',
  returnPath: 'returnPath',
  progress: 'progress',
  appreciation: 'appreciation',
  supports: 'supports',
  called: 'called',
  statedReason: 'statedReason',
  copingTools: 'copingTools',
  referral: 'referral',
  childName: 'childName',
  clientId: 'clientId',
  place: 'label',
  placeLevel: 'message',
  safeHours: 'safeHours',
  firstSession: 'sessionsFirst',
  lastSession: 'sessionsLast',
  sessionCount: 'sessionsNumber',
  step: 'call',
};

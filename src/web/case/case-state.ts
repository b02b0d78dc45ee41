import { computed, signal } from '@preact/signals';
import { listNextSteps } from '../../course/case-steps.ts';
import type { Attempt, Client } from '../../model/client.ts';
import type { ClientFile } from '../../model/parse-client.ts';
import { clinicianKey, library, screenId, today } from '../page/page-state.ts';
import { type FormRead, readForm } from './form-client.ts';
import { type CallForm, EMPTY_FORM, FIRST, type QuestionId, type Where, withAnswer } from './questions.ts';
import type { NoteRead } from './read-note.ts';
import { formOf, whereOf } from './refill.ts';

/**
 * The client whom the page is about, as signals that all screens share: what was typed, the opened file, and the client
 * that they make. It lives in this module and nowhere else; `clearCase` is the end of it. A screen that keeps more about
 * the client (picks, edits, a note) registers how that is cleared with `onClear`, when its module is loaded.
 */

/** A client file that was opened in the page. */
export interface Opened {
  readonly client: Client;
  /** The file as it was read, so that an attempt can be put into it without changing another letter. */
  readonly text: string;
  /** The form as the file filled it. */
  readonly form: CallForm;
  readonly where: Where;
}

/** The answers as they were typed. */
export const form = signal<CallForm>(EMPTY_FORM);

/** The opened file, if there is one. */
export const opened = signal<Opened | undefined>(undefined);

/** Who writes and calls: the opened client's clinician, else whoever uses the page. */
export const callerKey = computed(() => opened.value?.client.clinician ?? clinicianKey.value);

/** What the form comes to on the screen that is shown: a client, or what is missing or wrong. Empty of both until someone says who is calling. */
export const formRead = computed((): FormRead => {
  const { value: file } = opened;
  const where = file?.where ?? FIRST;
  if (callerKey.value === '') return { file: undefined, unanswered: [], problems: [] };
  const asks = screenId.value === 'letter' ? 'letter' : 'call';
  return readForm(form.value, { clinician: callerKey.value, where, asks, ...(file && { opened: file }) });
});

/** Attempts that were put on record in the page since the client came into it. */
export const attempts = signal<readonly Attempt[]>([]);

/** The client that the form makes, with the attempts; undefined while something is missing or wrong. */
export const clientFile = computed((): ClientFile | undefined => {
  const { file } = formRead.value;
  if (file === undefined || attempts.value.length === 0) return file;
  return {
    ...file,
    client: { ...file.client, outreach: [...(file.client.outreach ?? []), ...attempts.value] },
  };
});

/** The person of the client file whom the form is about, counting from 0. */
export const recipientIndex = computed(() => opened.value?.where.recipient ?? 0);

/** What the practice's ladder has next for this person; undefined while there is no client. */
export const nextStep = computed(() => {
  const file = clientFile.value;
  return library.value && file
    ? listNextSteps(library.value.practice, file.client, today.value)[recipientIndex.value]
    : undefined;
});

/** Takes down one answer, cut to what its question can take. */
export function answer(id: QuestionId, typed: string): void {
  form.value = withAnswer(form.value, id, typed);
}

/** Fills the form from a client file; of several people the first, until `choosePerson` says otherwise. */
export function openClient(client: Client, text: string): void {
  clearCase();
  showPerson(client, text, 0);
}

/** Fills the form with what the last contact note tells, and puts its attempt on record. */
export function fillFromNote({ answers, attempt }: NoteRead): void {
  clearCase();
  form.value = { ...EMPTY_FORM, ...answers };
  attempts.value = attempt === undefined ? [] : [attempt];
}

/** Shows another person of the opened file, as the file has them. */
export function choosePerson(recipient: number): void {
  if (opened.value !== undefined) showPerson(opened.value.client, opened.value.text, recipient);
}

/** Shows another number of the same person. */
export function chooseNumber(point: number): void {
  const file = opened.value;
  if (file !== undefined) show(file.client, file.text, { ...file.where, point });
}

/** Shows another address of the same person. */
export function chooseAddress(letterPoint: number): void {
  const file = opened.value;
  if (file !== undefined) show(file.client, file.text, { ...file.where, letterPoint });
}

function showPerson(client: Client, text: string, recipient: number): void {
  const practice = library.value?.practice;
  if (practice !== undefined) show(client, text, whereOf(client, practice, recipient, today.value));
}

function show(client: Client, text: string, where: Where): void {
  const practice = library.value?.practice;
  if (practice === undefined) return;
  const filled = formOf(client, practice, where, today.value);
  for (const clear of clearers) clear();
  opened.value = { client, text, form: filled, where };
  form.value = filled;
}

const clearers = new Set<() => void>();

/** Registers what else has to be forgotten with the client. */
export const onClear = (clear: () => void): void => void clearers.add(clear);

/** Forgets everything about the client, on every screen. */
export function clearCase(): void {
  for (const clear of clearers) clear();
  attempts.value = [];
  opened.value = undefined;
  form.value = EMPTY_FORM;
}

/** Whether anything about a client is in the page. */
export const hasCase = computed(
  () => opened.value !== undefined || Object.values(form.value).some((typed) => typed !== ''),
);

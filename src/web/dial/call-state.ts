import { computed, signal } from '@preact/signals';
import { type CallSheet, composeCallSheet, type Sheet, type SheetPart } from '../../compose/call-sheet.ts';
import { CALL_STEPS } from '../../compose/choose-step.ts';
import { isMessage, type Message, type Refusal } from '../../compose/message.ts';
import type { Request } from '../../compose/reach.ts';
import { LEVELS, type Level } from '../../model/level.ts';
import type { SectionKey } from '../../model/section.ts';
import { clientFile, form, onClear, opened, recipientIndex } from '../case/case-state.ts';
import { library, pageData, today } from '../page/page-state.ts';

/** What the screen "Before you dial" knows beyond the client: what was picked, left out, said less; and the call sheet. */

/** The ways a call can go; `interrupted` is the part of the guide for when someone comes in. */
export const WAYS = {
  opening: 'Opening',
  live: 'They can talk',
  voicemail: 'Voicemail',
  someoneElse: 'Someone else answers',
  interrupted: 'Someone came in',
} as const;
export type WayOf = keyof typeof WAYS;

/** The way that is shown; a live call starts with the opening. */
export const way = signal<WayOf>('opening');

/** Variants picked by hand, by section. */
export const picks = signal<Readonly<Record<string, string>>>({});

/** Optional sections that were switched off. */
export const leftOut = signal<readonly SectionKey[]>([]);

/** Say no more than this, where the clinician chose to say less. */
export const atMost = signal<Level | undefined>(undefined);

/** On a phone: which of the two views is seen. */
export const phoneView = signal<'form' | 'script'>('form');

onClear(() => {
  way.value = 'opening';
  picks.value = {};
  leftOut.value = [];
  atMost.value = undefined;
  phoneView.value = 'form';
});

/** What the call sheet is asked for with; undefined while there is no client. */
export const request = computed((): Request | undefined => {
  const file = clientFile.value;
  if (library.value === undefined || file === undefined) return undefined;
  const index = recipientIndex.value;
  const to = file.client.recipients[index]?.contactPoints[opened.value?.where.point ?? 0]?.label;
  return {
    library: library.value,
    file,
    on: today.value,
    today: today.value,
    recipient: String(index + 1),
    use: picks.value,
    without: leftOut.value,
    strict: pageData.value?.approvedOnly ?? false,
    ...(to === undefined ? {} : { to }),
    ...(atMost.value === undefined ? {} : { level: atMost.value }),
  };
});

/** The call that was chosen; undefined before. */
export const callStep = computed(() => CALL_STEPS.find((step) => step === form.value.call));

const composed = computed(
  (): CallSheet | undefined => request.value && composeCallSheet(request.value, callStep.value),
);

/** The call sheet of this person. */
export const sheet = computed((): Sheet | undefined => composed.value?.sheets[0]);

/** What was met while it was composed. */
export const sheetProblems = computed(() => composed.value?.problems ?? []);

/** The reason for which there is no script at all, where it is the same for every part. */
export const refusal = computed((): Refusal | undefined => {
  const all = Object.values(sheet.value?.messages ?? {});
  const [first] = all;
  return first !== undefined &&
    !isMessage(first) &&
    all.every((one) => !isMessage(one) && one.reason === first.reason)
    ? first
    : undefined;
});

/** The part of the call sheet that a way shows. */
const partOf = (one: WayOf): SheetPart => (one === 'interrupted' ? 'live' : one);

/** The message of a way; a refusal where that one cannot be said, undefined while nothing is composed. */
export const outcomeOf = (one: WayOf): Message | Refusal | undefined => sheet.value?.messages[partOf(one)];

/** The sections of a message that a way shows: what to do when someone comes in is a way of its own. */
export const sectionsOf = (one: WayOf, { sections }: Message) =>
  sections.filter(({ section }) => (section === 'way-interrupted') === (one === 'interrupted'));

/** One level less than the message says now; undefined at the least. */
export function levelBelow(level: Level): Level | undefined {
  return LEVELS[LEVELS.indexOf(level) - 1];
}

import { computed, signal } from '@preact/signals';
import type { LetterStep } from '../../compose/choose-step.ts';
import { composeLetters, type WrittenMessage } from '../../compose/compose-letter.ts';
import { isMessage } from '../../compose/message.ts';
import { findTemplate, type Request } from '../../compose/reach.ts';
import type { Template } from '../../library/library.ts';
import type { FieldName } from '../../model/field.ts';
import type { SectionKey } from '../../model/section.ts';
import { clientFile, formRead, nextStep, onClear, opened, recipientIndex } from '../case/case-state.ts';
import { QUESTION_IDS, QUESTION_OF, type QuestionId } from '../case/questions.ts';
import { library, pageData, today } from '../page/page-state.ts';

/** What the screen "Letter" knows beyond the client: which letter, what was left out of it, and the letter itself. */

/** What can be written, in the clinician's words. */
export const LETTERS: Readonly<Record<LetterStep, string>> = {
  'closing-letter': 'A closing letter',
  'outreach-letter': 'A letter that asks',
  'caring-contact': 'A kind note that asks nothing',
  'welcome-back': 'A welcome back',
};

/** The letter that was chosen by hand; empty before. */
export const picked = signal<LetterStep | ''>('');

/** Optional sections that were switched off. */
export const leftOut = signal<readonly SectionKey[]>([]);

/** Whether both partners get one letter together, where they agreed to that. */
export const isTogether = signal(false);

/** On a phone: which of the two views is seen. */
export const phoneView = signal<'form' | 'script'>('form');

onClear(() => {
  picked.value = '';
  leftOut.value = [];
  isTogether.value = false;
  phoneView.value = 'form';
});

/** The letter that is written: the one chosen, else the one that the ladder has next; undefined where neither is. */
export const kind = computed((): LetterStep | undefined => picked.value || nextStep.value?.letter);

/** Whether the opened client is a couple that agreed to one letter together. */
export const canBeTogether = computed(() => opened.value?.client.jointLetter !== undefined);

/** What the letter is asked for with; undefined while there is no client. */
const request = computed((): Request | undefined => {
  const file = clientFile.value;
  if (library.value === undefined || file === undefined) return undefined;
  const index = recipientIndex.value;
  const to = file.client.recipients[index]?.contactPoints[opened.value?.where.letterPoint ?? 1]?.label;
  const isJoint = canBeTogether.value && isTogether.value;
  return {
    library: library.value,
    file,
    on: today.value,
    today: today.value,
    use: {},
    without: leftOut.value,
    strict: pageData.value?.approvedOnly ?? false,
    ...(isJoint ? {} : { recipient: String(index + 1), ...(to === undefined ? {} : { to }) }),
  };
});

const composed = computed(() =>
  request.value === undefined || kind.value === undefined
    ? undefined
    : composeLetters(request.value, kind.value),
);

/** The letter or the reason for none; undefined while answers are missing. */
export const written = computed((): WrittenMessage | undefined => composed.value?.letters[0]);

/** The letter that can be sent; undefined where there is none. */
export const message = computed(() => {
  const outcome = written.value?.message;
  return outcome !== undefined && isMessage(outcome) ? outcome : undefined;
});

/** What was met while it was composed. */
export const letterProblems = computed(() => composed.value?.problems ?? []);

/** The template whose sections are shown: of the letter there is, else of the fullest of its kind. */
export const template = computed((): Template | undefined => {
  if (library.value === undefined || kind.value === undefined) return undefined;
  const { templates } = library.value;
  const made = message.value;
  if (made !== undefined) return templates.find(({ name }) => name === made.template);
  return findTemplate(library.value, 'letter', kind.value, 'private');
});

/** The questions to answer before there is a letter, in the order in which they are asked. */
export const gaps = computed((): readonly QuestionId[] => {
  const outcome = written.value?.message;
  const facts = outcome !== undefined && !isMessage(outcome) ? (outcome.facts ?? []) : [];
  const asked = facts.flatMap((name) => QUESTION_OF[name as FieldName] ?? []);
  const missing = [...formRead.value.unanswered, ...asked];
  return QUESTION_IDS.filter((id) => missing.includes(id));
});

/** How it stands with one section. */
export type SectionState = 'there' | 'asks' | 'waits' | 'left-out';

/** How it stands with a section of the template, and the facts that it asks for. */
export function stateOf(section: SectionKey): {
  readonly state: SectionState;
  readonly facts: readonly string[];
} {
  const outcome = written.value?.message;
  if (outcome === undefined) return { state: 'waits', facts: [] };
  if (isMessage(outcome))
    return {
      state: outcome.sections.some((one) => one.section === section) ? 'there' : 'left-out',
      facts: [],
    };
  const facts = factsFor(section, outcome.facts ?? []);
  if (facts.length > 0) return { state: 'asks', facts };
  return { state: outcome.refused === 'fact-missing' ? 'there' : 'waits', facts };
}

/** Which of the missing facts the section's wording cannot do without. */
function factsFor(section: SectionKey, missing: readonly string[]): string[] {
  const snippets = library.value?.snippets.filter((one) => one.section === section) ?? [];
  return missing.filter((name) => snippets.some(({ header }) => header.needs?.some((need) => need === name)));
}

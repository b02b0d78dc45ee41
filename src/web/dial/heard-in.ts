import { computed } from '@preact/signals';
import { ceilingOn, SHEET_PARTS, type SheetPart } from '../../compose/call-sheet.ts';
import { fieldsUsed } from '../../compose/fields-used.ts';
import { findTemplate } from '../../compose/reach.ts';
import type { FieldName } from '../../model/field.ts';
import { onClear } from '../case/case-state.ts';
import { QUESTION_IDS, QUESTION_OF, type QuestionId } from '../case/questions.ts';
import { library } from '../page/page-state.ts';
import { sheet, WAYS } from './call-state.ts';

/** Which answers the words of this call use, and where they can be heard: nothing else is asked for. */

type Uses = ReadonlyMap<QuestionId, readonly SheetPart[]>;

/** What the last call used: an answer that cannot be read must not take the questions away, its own among them. */
let lastUses: Uses = new Map();
onClear(() => {
  lastUses = new Map();
});

/** For each question that this call can use, the parts in which its answer is looked at; empty before there is a call. */
const uses = computed((): Uses => {
  if (sheet.value === undefined) return lastUses;
  const found = new Map<QuestionId, SheetPart[]>();
  for (const part of Object.keys(SHEET_PARTS) as SheetPart[])
    for (const field of fieldsOf(part)) {
      const question = QUESTION_OF[field];
      if (question !== undefined) found.set(question, [...(found.get(question) ?? []), part]);
    }
  lastUses = found;
  return found;
});

function fieldsOf(part: SheetPart): readonly FieldName[] {
  const { step, number } = sheet.value ?? {};
  if (library.value === undefined || step === undefined || number === undefined || number.level === 'none')
    return [];
  const channel = SHEET_PARTS[part];
  const template = findTemplate(library.value, channel, step, ceilingOn(channel, number.level));
  return template === undefined ? [] : fieldsUsed(library.value, template, channel);
}

/** The questions whose answers this call can use, in the form's order. */
export const usedQuestions = computed(() => QUESTION_IDS.filter((id) => uses.value.has(id)));

/** Where an answer can be heard, in words: what it will disclose. Undefined for what this call does not use. */
export function heardIn(id: QuestionId): string | undefined {
  const parts = uses.value.get(id);
  if (parts === undefined) return undefined;
  const ways = parts.flatMap((part) => (part === 'prepare' ? [] : [WAYS[part].toLowerCase()]));
  return ways.length === 0 ? 'Only you see it.' : `Can be heard in: ${ways.join(', ')}.`;
}

import { computed, signal } from '@preact/signals';
import type { Message, MessageSection } from '../../compose/message.ts';
import { isMessage } from '../../compose/message.ts';
import { type Recheck, recheck } from '../../compose/recheck.ts';
import { listWithheld } from '../../compose/recheck-withheld.ts';
import type { SectionKey } from '../../model/section.ts';
import type { Problem } from '../../problem.ts';
import { blockText } from '../../render/letter-text.ts';
import { onClear, recipientIndex } from '../case/case-state.ts';
import { library } from '../page/page-state.ts';
import { setTo } from '../page/set-to.ts';
import { outcomeOf, request, type WayOf } from './call-state.ts';

/** The clinician's own words in the voicemail and the guide, section by section, and what the checks say of them. */

/** The ways whose words can be edited: the others are the same for everyone, so that they tell nothing. */
export type EditableWay = 'voicemail' | 'live';
export const isEditable = (way: WayOf): way is EditableWay => way === 'voicemail' || way === 'live';

type Edits = Readonly<Record<EditableWay, { readonly [section in SectionKey]?: string }>>;
const NONE: Edits = { voicemail: {}, live: {} };

/** More than any section has; what is pasted beyond is cut off before the checks read it. */
export const MOST_EDITED = 2_000;

/** What was typed in place of sections. */
export const edits = signal<Edits>(NONE);

onClear(setTo(edits, NONE));

/** Puts words in place of a section; the section's own words again where `text` is undefined. */
export function editSection(way: EditableWay, section: SectionKey, text: string | undefined): void {
  const { [section]: _, ...others } = edits.value[way];
  const own = text === undefined ? others : { ...others, [section]: text.slice(0, MOST_EDITED) };
  edits.value = { ...edits.value, [way]: own };
}

/** A section's words as plain text, as they stand in the box to edit them. */
export const sectionText = ({ blocks }: Pick<MessageSection, 'blocks'>) => blocks.map(blockText).join('\n');

/** A message with the clinician's words in it. */
export interface EditedScript {
  readonly message: Message;
  readonly text: string;
  readonly checked: Recheck;
  /** What is wrong with the words, by the section in which they stand. */
  readonly problemsOf: (section: SectionKey) => readonly Problem[];
}

const editedScript = (way: EditableWay) =>
  computed((): EditedScript | undefined => {
    const typed = edits.value[way];
    const message = outcomeOf(way);
    if (Object.keys(typed).length === 0 || message === undefined || !isMessage(message)) return undefined;
    const parts = message.sections.map((one) => typed[one.section] ?? sectionText(one));
    const text = parts.join('\n\n');
    const checked = check(message, text);
    return checked && { message, text, checked, problemsOf: problemsBySection(message, parts, checked) };
  });

function check(message: Message, text: string): Recheck | undefined {
  if (library.value === undefined || request.value === undefined) return undefined;
  const withheld = listWithheld(request.value, message, recipientIndex.value);
  return recheck(message, text, { library: library.value, file: 'script', withheld });
}

/** A problem's line tells the section: each has as many lines as its text, and an empty one before the next. */
function problemsBySection(message: Message, parts: readonly string[], { problems }: Recheck) {
  const starts = parts.map(
    (_, index) => parts.slice(0, index).reduce((lines, part) => lines + part.split('\n').length + 1, 0) + 1,
  );
  const sectionAt = (line: number) =>
    message.sections[starts.findLastIndex((start) => start <= line)]?.section;
  return (section: SectionKey) => problems.filter(({ place }) => sectionAt(place.line) === section);
}

/** The edited voicemail and guide, with what the checks say; undefined where nothing was edited. */
const editedScripts = { voicemail: editedScript('voicemail'), live: editedScript('live') };

/** The edited form of a way, if it has one. */
export const editedOf = (way: WayOf): EditedScript | undefined =>
  isEditable(way) ? editedScripts[way].value : undefined;

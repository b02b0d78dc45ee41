import { computed, signal } from '@preact/signals';
import { isMessage, type Message, type MessageSection } from '../../compose/message.ts';
import type { Recheck } from '../../compose/recheck.ts';
import type { SectionKey } from '../../model/section.ts';
import { hasErrors, type Problem } from '../../problem.ts';
import { blockText } from '../../render/letter-text.ts';
import { onClear, recipientIndex } from '../case/case-state.ts';
import { outcomeOf, request, type WayOf } from './call-state.ts';

/** The clinician's own words in the voicemail and the guide, section by section, and what the checks say of them. */

/** The ways whose words can be edited: the others are the same for everyone, so that they tell nothing. */
export type EditableWay = 'voicemail' | 'live';
export const isEditable = (way: WayOf): way is EditableWay => way === 'voicemail' || way === 'live';

type Edits = Readonly<Record<EditableWay, { readonly [section in SectionKey]?: string }>>;
const NONE: Edits = { voicemail: {}, live: {} };

/** More than any section has; what is pasted beyond is cut off before the checks read it. */
export const MOST_EDITED = 2_000;

const edits = signal<Edits>(NONE);

/** The checks, once they are loaded: with the first edit. */
export const checker = signal<typeof import('./check-edit.ts') | undefined>(undefined);

onClear(() => {
  edits.value = NONE;
});

/** What was typed in place of a section; undefined where its words stand as they are. */
export const typedIn = (way: WayOf, section: SectionKey): string | undefined =>
  isEditable(way) ? edits.value[way][section] : undefined;

/** Puts words in place of a section; the section's own words again where `text` is undefined. */
export function editSection(way: EditableWay, section: SectionKey, text: string | undefined): void {
  if (checker.value === undefined)
    void import('./check-edit.ts').then((loaded) => {
      checker.value = loaded;
    });
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
    const message = outcomeOf(way);
    if (!hasEdits(way) || message === undefined || !isMessage(message)) return undefined;
    const parts = message.sections.map((one) => typedIn(way, one.section) ?? sectionText(one));
    const text = parts.join('\n\n');
    const asked = request.value;
    const checked = asked && checker.value?.checkEdit(asked, message, text, recipientIndex.value);
    return checked && { message, text, checked, problemsOf: problemsBySection(message, parts, checked) };
  });

const hasEdits = (way: EditableWay) => Object.keys(edits.value[way]).length > 0;

/** A problem's line tells the section: each has as many lines as its text, and an empty one before the next. */
function problemsBySection(message: Message, parts: readonly string[], { problems }: Recheck) {
  const starts = parts.map(
    (_, index) => parts.slice(0, index).reduce((lines, part) => lines + part.split('\n').length + 1, 0) + 1,
  );
  const sectionAt = (line: number) =>
    message.sections[starts.findLastIndex((start) => start <= line)]?.section;
  return (section: SectionKey) => problems.filter(({ place }) => sectionAt(place.line) === section);
}

const scripts = { voicemail: editedScript('voicemail'), live: editedScript('live') };

/** The edited form of a way, checked; undefined where nothing was edited. */
export const editedOf = (way: WayOf): EditedScript | undefined =>
  isEditable(way) ? scripts[way].value : undefined;

/** Whether a way may not be said as it stands: an error in the clinician's own words, or no check of them yet. */
export function isWithheld(way: WayOf): boolean {
  if (!isEditable(way) || !hasEdits(way)) return false;
  const edited = editedOf(way);
  return edited === undefined || hasErrors(edited.checked.problems);
}

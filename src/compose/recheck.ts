import { listLanguages } from '../language/foreign-words.ts';
import { listMarked } from '../language/language-mark.ts';
import type { Library } from '../library/library.ts';
import type { EditRule, SectionKey } from '../model/section.ts';
import { type Problem, sortProblems } from '../problem.ts';
import type { Message } from './message.ts';
import { editedLines } from './recheck-lines.ts';
import { originalOf } from './recheck-original.ts';
import type { EditedMessage, RecheckRule, Withheld } from './recheck-rule.ts';
import { closingDateStands, datesKnown } from './recheck-rules-dates.ts';
import { phrasesWithin, withheldStaysOut } from './recheck-rules-disclosure.ts';
import { numberStillSaid, numbersKnown } from './recheck-rules-numbers.ts';
import {
  namesKept,
  pageKept,
  ruleFor,
  sectionsLocked,
  sectionsOnce,
  sectionsRequired,
} from './recheck-rules-sections.ts';
import { blanksFilled, editedSeconds, secondsStillWithin } from './recheck-rules-speech.ts';
import { findSections, type SectionFound, type SectionsFound } from './recheck-sections.ts';
import { blankFurniture, listAddresses, placesIn } from './recheck-text.ts';
import { readWords } from './recheck-words.ts';
import type { Seconds } from './speech.ts';

/** After the edit: a message that was composed, held against the text that the clinician made of it. */

/** What the message was made from, and the name of the edited file for places. */
export interface RecheckAgainst {
  readonly library: Library;
  readonly file: string;
  readonly withheld?: readonly Withheld[];
}

export interface SectionVerdict extends SectionFound {
  readonly rule: EditRule;
  /** Whether the clinician is asked to confirm what was altered. */
  readonly confirm: boolean;
}

/** What a contact note says of the edit: the section, and what was done to it; `added` is own words after it. */
export interface SectionChange {
  readonly section: SectionKey;
  readonly kind: 'altered' | 'deleted' | 'moved' | 'added';
}

export interface Recheck {
  readonly sections: readonly SectionVerdict[];
  /** What was changed, in the order of the message. */
  readonly changes: readonly SectionChange[];
  /** The clinician's own sentences, as they stand, in the order of the edited text. */
  readonly own: readonly string[];
  readonly problems: readonly Problem[];
  readonly seconds?: Seconds;
}

const RULES: readonly RecheckRule[] = [
  sectionsRequired,
  sectionsOnce,
  sectionsLocked,
  pageKept,
  namesKept,
  phrasesWithin,
  withheldStaysOut,
  datesKnown,
  closingDateStands,
  numbersKnown,
  numberStillSaid,
  secondsStillWithin,
  blanksFilled,
];

/**
 * The verdict on an edited text: plain text or Markdown as the message is printed, with or without the page around it,
 * with line ends and wrapping of any kind. Pure, and quick enough for every keystroke.
 */
export function recheck(message: Message, text: string, against: RecheckAgainst): Recheck {
  const edited = readEdited(message, text, against);
  const sections = edited.sections.map((one): SectionVerdict => {
    const rule = ruleFor(edited, one.section);
    return { ...one, rule, confirm: one.kind === 'altered' && rule === 'marked' };
  });
  const seconds = editedSeconds(edited);
  const { words } = edited.edited;
  return {
    sections,
    changes: listChanges(edited),
    own: listOwn(edited).map(({ from, to }) =>
      edited.edited.text.slice(words[from]?.start, words[to]?.start).trim(),
    ),
    problems: sortProblems(RULES.flatMap((rule) => rule(edited))),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** The edited text as the rules see it. */
export function readEdited(
  message: Message,
  text: string,
  { library, file, withheld = [] }: RecheckAgainst,
): EditedMessage {
  const template = library.templates.find(({ name }) => name === message.template);
  if (template === undefined) throw new Error('the message is of another library');
  const words = readWords(blankFurniture(text));
  const found = findSections(message, words, (section) => ruleFor({ library }, section));
  return {
    ...found,
    message,
    original: originalOf(message),
    template,
    library,
    withheld,
    lines: editedLines(found),
    addresses: ownAddresses(text, found),
    languages: [
      message.language,
      ...message.sections.flatMap(({ blocks }) => listLanguages(blocks)),
      ...listMarked(text),
    ],
    at: placesIn(file, text),
  };
}

/** On the page around the sections, addresses are the practice's; the text that is sent is not read from there. */
function ownAddresses(text: string, { owner, found, edited: { words } }: SectionsFound) {
  return listAddresses(text).filter(({ offset }) => {
    const before = owner[words.findLastIndex(({ end }) => end <= offset)] ?? -1;
    return before === -1 || found[before]?.anchor.section !== undefined;
  });
}

/** What is the clinician's own, and not the message's words a second time. */
const listOwn = ({ own, repeated }: EditedMessage) =>
  own.filter(({ from }) => !repeated.some((one) => one.from === from));

function listChanges(edited: EditedMessage): SectionChange[] {
  const { sections, owner, found } = edited;
  const after = listOwn(edited).map(({ from }) => {
    const before = owner.slice(0, from).findLast((index) => found[index]?.anchor.section !== undefined);
    return found[before ?? -1]?.anchor.section ?? sections[0]?.section;
  });
  return sections.flatMap(({ section, kind }): SectionChange[] => [
    ...(kind === 'kept' ? [] : [{ section, kind }]),
    ...(after.includes(section) ? [{ section, kind: 'added' as const }] : []),
  ]);
}

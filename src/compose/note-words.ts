import { formatDate } from '../course/dates.ts';
import { isApproved, standingsOf, templateId } from '../library/approval.ts';
import type { Library } from '../library/library.ts';
import { SECTIONS } from '../model/section.ts';
import { type Message, sectionLines } from './message.ts';
import type { SectionChange } from './recheck.ts';
import { blankFurniture } from './recheck-text.ts';

/** What a note keeps of a message: its words, where they come from, and what was done to them. */

/** The lines of the message as it was composed. */
export const wordsOf = ({ sections }: Message): string[] =>
  sections.flatMap((section) => splitLines(sectionLines(section).join('\n')));

/** The lines of the text that the clinician made of it. */
export const wordsIn = (edited: string): string[] => splitLines(blankFurniture(edited));

const splitLines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line));

/** What was changed, each by its section. */
export const tellChanges = (changes: readonly SectionChange[]): string[] =>
  changes.map(({ section, kind }) => `${SECTIONS[section]}: ${kind}`);

/** As much of a digest as tells texts apart. */
const SHORT = 8;

/** The texts that the message is made of, one item for each approver and day; what is not approved goes by its state. */
export function tellWording(message: Message, library: Library, today: string): string[] {
  const standings = standingsOf(library, today);
  const ids = [
    templateId({ name: message.template }),
    ...new Set(message.sections.map(({ snippet }) => snippet)),
  ];
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const standing = standings.get(id);
    const decision = standing?.decision;
    const who =
      standing !== undefined && decision !== undefined && isApproved(standing.state)
        ? `${decision.sitting.by}, ${formatDate(decision.sitting.on, library.practice.language, 'printed')}`
        : `nobody (${standing?.state ?? 'draft'})`;
    groups.set(who, [...(groups.get(who) ?? []), `${id} ${standing?.digest.slice(0, SHORT) ?? ''}`.trim()]);
  }
  return [...groups].map(([who, texts]) => `${who}: ${texts.join(', ')}`);
}

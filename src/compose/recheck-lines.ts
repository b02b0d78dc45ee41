import type { TextRun } from '../language/document.ts';
import type { SectionsFound } from './recheck-sections.ts';

/** The edited text as lines of runs that know their fields, which is what the rules of a message look at. */

/** One paragraph of the edited text; each run's text is the text itself from its offset on. */
export interface EditedLine {
  readonly runs: readonly (TextRun & { readonly offset: number })[];
}

/**
 * The paragraphs, without what stands on the page around the sections. A run has a field where its words are the
 * message's own and came from it; what was typed anew is wording.
 */
export function editedLines({ edited, owner, fields, found }: SectionsFound): EditedLine[] {
  const { text, words } = edited;
  const lines: { runs: (TextRun & { offset: number })[] }[] = [];
  let previous = -1;
  words.forEach((word, index) => {
    const isPage = owner[index] !== -1 && found[owner[index] ?? -1]?.anchor.section === undefined;
    if (isPage) return;
    const gap = previous < 0 ? '' : text.slice(words[previous]?.end, word.start);
    const isNew = lines.length === 0 || previous !== index - 1 || /\n[ \t]*\r?\n/.test(gap);
    if (isNew) lines.push({ runs: [] });
    const runs = lines.at(-1)?.runs;
    const last = runs?.at(-1);
    const field = fields[index];
    const lead = isNew ? '' : gap;
    if (last !== undefined && last.field === field)
      runs?.splice(-1, 1, { ...last, text: text.slice(last.offset, endOf(index)) });
    else
      runs?.push({
        kind: 'text',
        text: lead + text.slice(word.start, endOf(index)),
        offset: word.start - lead.length,
        ...(field === undefined ? {} : { field }),
      });
    previous = index;
  });
  return lines;

  function endOf(index: number): number {
    const { end = 0 } = words[index] ?? {};
    return end;
  }
}

/** The text of a line, from the offset of its first run on. */
export const lineTextOf = ({ runs }: EditedLine) => runs.map(({ text }) => text).join('');

import type { Block } from '../language/document.ts';
import { readMarkdown } from '../language/markdown.ts';
import { type Problem, problem } from '../problem.ts';
import { markAgain } from './edited-languages.ts';
import type { Message } from './message.ts';
import { type RecheckAgainst, readEdited } from './recheck.ts';
import type { EditedMessage } from './recheck-rule.ts';
import { isHardBreak, widthOf } from './recheck-words.ts';

/** The edited text of a letter as a document: the clinician's own Markdown, under the rules of all wording. */

/** The blocks before the sign-off, and from it on; what stands on the page around them is not in it. */
export interface EditedLetter {
  readonly body: readonly Block[];
  readonly close: readonly Block[];
  readonly problems: readonly Problem[];
}

/** The document of an edited letter. In plain text, line ends stay as they are,
 * and words are marked as in the message; HTML, tables and the like are refused. */
export function readEditedLetter(
  message: Message,
  text: string,
  against: RecheckAgainst & { readonly isMarkdown: boolean },
): EditedLetter {
  const edited = readEdited(message, text, against);
  const from = bodyStart(edited, text);
  const to = closeStart(edited, text, from);
  const read = (start: number, end: number) => {
    const source = text.slice(start, end).replaceAll('\r\n', '\n');
    const place = edited.at(start);
    if (against.isMarkdown) return readMarkdown([{ text: source, place }]);
    const { blocks, refused } = readMarkdown([{ text: asMarkdown(source, widthOf(text)), place }]);
    const first = edited.edited.words.findIndex((word) => word.start >= start);
    return { blocks: markAgain(blocks, edited, first), refused };
  };
  const [body, close] = [read(from, to), read(to, text.length)];
  return {
    body: body.blocks,
    close: close.blocks,
    problems: [...body.refused, ...close.refused].map(({ what, place, hint }) =>
      problem(
        'wording-form',
        place ?? edited.at(from),
        `this letter holds ${what}`,
        hint ?? 'Use paragraphs, headings, lists, bold, italics and plain links only.',
      ),
    ),
  };
}

/** Behind the last line of the page; with none of it in the text, at its beginning. */
function bodyStart({ owner, found, edited: { words } }: EditedMessage, text: string): number {
  const last = owner.findLastIndex((index) => index !== -1 && found[index]?.anchor.section === undefined);
  if (last < 0) return 0;
  const end = words[last]?.end ?? 0;
  const lineEnd = text.indexOf('\n', end);
  const next = words[last + 1]?.start ?? text.length;
  return lineEnd < 0 || lineEnd > next ? next : lineEnd + 1;
}

/** The beginning of the line on which the sign-off begins; the end of the text where something else comes after it. */
function closeStart({ owner, found, edited: { words } }: EditedMessage, text: string, from: number): number {
  const sections = owner.map((index) => found[index]?.anchor.section);
  const first = sections.indexOf('sign-off');
  const others = sections.findLastIndex((section) => section !== undefined && section !== 'sign-off');
  if (first < 0 || others > first) return text.length;
  return Math.max(from, text.lastIndexOf('\n', words[first]?.start ?? 0) + 1);
}

/** Plain text as Markdown that reads literally: a line that begins with a dash is an item, other lines end as they do,
 * but for those that a mail program has wrapped. */
function asMarkdown(source: string, width: number): string {
  return source
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().split('\n').map(readLine))
    .map((lines) => lines.map((line, index) => joinLine(line, lines[index - 1], width)).join(''))
    .join('\n\n');
}

interface Line {
  readonly isItem: boolean;
  readonly text: string;
}

function readLine(line: string): Line {
  const item = /^\s*[-•]\s+/.exec(line);
  return { isItem: item !== null, text: line.slice(item?.[0].length ?? 0).trim() };
}

function joinLine({ isItem, text }: Line, before: Line | undefined, width: number): string {
  const words = `${isItem ? '- ' : ''}${text.replace(/[!-/:-@[-`{-~]/g, '\\$&')}`;
  if (before === undefined) return words;
  return `${!isItem && isHardBreak(before.text, text, width) ? '\\\n' : '\n'}${words}`;
}

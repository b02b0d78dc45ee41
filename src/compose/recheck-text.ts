import { SECTIONS } from '../model/section.ts';
import type { Place } from '../problem.ts';

/** An edited text as it comes: with the headings of a call sheet, or with links written out in Markdown. */

/**
 * The text with blanks in place of what nobody hears or reads: the other parts of a call sheet, its headings, and the
 * addresses of Markdown links. Every character keeps its offset.
 */
export function blankFurniture(text: string): string {
  return voicemailOf(text).replace(HEADING, blank).replace(LEFT_OUT, blank).replace(LINK, blankLink);
}

const blank = (part: string) => part.replace(/[^\n]/g, ' ');

const LABELS = Object.values(SECTIONS).join('|');
const HEADING = new RegExp(`^ *(?:${LABELS}) · \\d+ to \\d+ s *\\r?$`, 'gm');
const LEFT_OUT = /^ {2}Left out for time: [^\n]*(?:\n {2}\S[^\n]*)*/gm;
const LINK = /\[([^\][\n]*)\]\((<[^>\n]*>|[^)\s]*)\)/g;

function blankLink(_: string, words: string, address: string): string {
  return ` ${words}  ${blank(address)} `;
}

/** Of a whole call sheet, what is left on a machine; any other text as it is. */
function voicemailOf(text: string): string {
  const start = /^── Voicemail[^\n]*$/m.exec(text);
  if (start === null) return text;
  const from = start.index + start[0].length;
  const next = text.indexOf('\n── ', from);
  const to = next < 0 ? text.length : next;
  return blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to));
}

/** The place of an offset in a file. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: before.length - lineStart + 1 };
}

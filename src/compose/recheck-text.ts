import { SECTIONS } from '../model/section.ts';
import type { Place } from '../problem.ts';

/** An edited text as it comes: with the headings of a call sheet, or with links written out in Markdown. */

/**
 * The text with blanks in place of what nobody hears or reads: the other parts of a call sheet, its headings, the
 * addresses of Markdown links, and the marks of languages. Every character keeps its offset.
 */
export function blankFurniture(text: string): string {
  return voicemailOf(text)
    .replace(HEADING, blank)
    .replace(LEFT_OUT, blank)
    .replace(MARK, blankMark)
    .replace(LINK, blankLink);
}

const blank = (part: string) => part.replace(/[^\n]/g, ' ');

const LABELS = Object.values(SECTIONS).join('|');
const HEADING = new RegExp(`^ *(?:${LABELS}) · \\d+ to \\d+ s *\\r?$`, 'gm');
const LEFT_OUT = /^ {2}Left out for time: [^\n]*(?:\n {2}\S[^\n]*)*/gm;
const LINK = /\[([^\][\n]{0,300})\]\((<[^>\n]{0,500}>|[^)\s]{0,500})\)/g;

/** A mark of a language, which may go over several lines. */
const MARK = /\[((?:[^\][\\]|\\.)*)\]\(lang:[^)\s]{0,40}\)/gis;

/** In the middle of a word what takes no room, so that marks do not part it. */
function blankMark(mark: string, words: string, at: number, text: string): string {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + mark.length]];
  const fill = (count: number, ...around: readonly string[]) =>
    (around.every((one) => /[\p{L}\p{N}]/u.test(one)) ? '\u2060' : ' ').repeat(count);
  const start = fill(1, before, words.slice(0, 1));
  return `${start}${words}${fill(mark.length - words.length - 1, words.slice(-1), after)}`;
}

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

/** Says the place of any offset of the text in its file; the lines are counted once. */
export function placesIn(file: string, text: string): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

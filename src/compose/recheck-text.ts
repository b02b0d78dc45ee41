import { NOTHING } from '../language/parted-words.ts';
import { SECTIONS } from '../model/section.ts';
import type { Place } from '../problem.ts';

/** An edited text as it comes: with the headings of a call sheet, or with links written out in Markdown. */

/**
 * The text with blanks in place of what nobody hears or reads: the other parts of a call sheet, its headings, the
 * addresses of Markdown links, and the marks of languages. Every character keeps its offset.
 */
export function blankFurniture(text: string): string {
  return blankSheet(text)
    .replace(MARK, blankMark)
    .replace(LINK, (link, words, _, at, whole) => blankMark(link, words, at, whole));
}

const blankSheet = (text: string) => voicemailOf(text).replace(HEADING, blank).replace(LEFT_OUT, blank);

/** The addresses of Markdown links in what is said or read, each at its offset: text and paper print them. */
export const listAddresses = (text: string): { readonly address: string; readonly offset: number }[] =>
  [...blankSheet(text).replace(MARK, blankMark).matchAll(LINK)].map(
    ({ 1: words = '', 2: address = '', index }) => ({
      address,
      offset: index + words.length + '[]('.length,
    }),
  );

const blank = (part: string) => part.replace(/[^\n]/g, ' ');

const LABELS = Object.values(SECTIONS).join('|');
const HEADING = new RegExp(`^ *(?:${LABELS}) · \\d+ to \\d+ s *\\r?$`, 'gm');
const LEFT_OUT = /^ {2}Left out for time: [^\n]*(?:\n {2}\S[^\n]*)*/gm;
const LINK = /\[([^\][\n]{0,300})\]\((<[^>\n]{0,500}>|[^)\s]{0,500})\)/g;

/** A mark of a language, which may go over several lines. */
const MARK = /\[((?:[^\][\\]|\\.){0,4000})\]\(lang:[^)\s]{0,40}\)/gis;

/** Of a mark or a link. In the middle of a word, or between two marks in one, what takes no room, so that marks do not part it. */
function blankMark(mark: string, words: string, at: number, text: string): string {
  const [before, after] = [
    text.slice(Math.max(0, at - 60), at),
    text.slice(at + mark.length, at + mark.length + 12),
  ];
  const isJoined = GOES_ON.test(before) && GOES_ON_AFTER.test(words);
  const isGoingOn = GOES_ON.test(words) && GOES_ON_AFTER.test(after);
  const tail = mark.length - words.length - 1;
  return `${isJoined ? NOTHING : ' '}${words}${(isGoingOn ? NOTHING : ' ').repeat(tail)}`;
}

const GOES_ON = /(?:[\p{L}\p{N}\u2060]|\]\([^)\s]*\))[*_~`]*$/u;
const GOES_ON_AFTER = /^[[*_~`\u2060]*['’]?[\p{L}\p{N}]/u;

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

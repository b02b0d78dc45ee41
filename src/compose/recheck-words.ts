import { joinInPlace } from '../language/parted-words.ts';
import { withoutInvisible } from '../model/text-value.ts';

/** A text as words that know their place in it, and as sentences. What people's programs do to white space, quotes,
 * commas and line ends is not seen here, so that it never counts as an edit. */

/** One word: `key` is what it is compared by, `start` and `end` are its place in the text. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text; `sentences` are ranges of words, `sentenceOf` says for each word which one it is in. */
export interface Words {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
  readonly sentenceOf: readonly number[];
}

const WORD =
  /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+(?:['’][\p{L}\p{M}\p{N}]+)*(?=(["”’')\]*_]*\?)?)/gu;

/** The words of the text; marks within a word do not part it. Case, kind of quote, and all punctuation but a question mark make no difference to a key. */
export function readWords(text: string): Words {
  const words: Word[] = [];
  for (const match of joinInPlace(text).matchAll(WORD)) {
    const key = keyOf(match[0]);
    if (key !== '')
      words.push({ key: match[1] ? `${key}?` : key, start: match.index, end: match.index + match[0].length });
  }
  return { text, words, ...readSentences(text, words) };
}

const PLAIN = /^[a-z0-9']+$/;

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : withoutInvisible(lower).normalize('NFC').replaceAll('’', "'");
}

function readSentences(text: string, words: readonly Word[]): Pick<Words, 'sentences' | 'sentenceOf'> {
  const isHard = hardBreaks(text);
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && !endsBetween(text, word, next) && !isHard(word, next)) return;
    sentences.push({ from, to: index + 1 });
    from = index + 1;
  });
  return { sentences, sentenceOf: sentences.flatMap(({ from, to }, index) => Array(to - from).fill(index)) };
}

/** The word at an index as it stands, with the punctuation after it, and one space where white space follows. */
export function showWord({ text, words }: Pick<Words, 'text' | 'words'>, index: number): string {
  const { start = 0 } = words[index] ?? {};
  const stop = words[index + 1]?.start ?? text.length;
  const [whole = '', word = '', space = ''] = /^(\S*)(\s?)/.exec(text.slice(start, stop)) ?? [];
  return whole === '' ? '' : `${word.replace(/[*\\]+/g, '')}${space === '' ? '' : ' '}`;
}

const FULL_STOP = /^["”’')\]*_]*[.!?]["”’')\]*_\\]*\s/;
/** A blank line, an item of a list, or a line break that Markdown writes out. */
const BREAK = /\n[ \t>]*\r?\n|\n\s*[-*•]\s|\\\r?\n/;
const ABBREVIATION = /^(?:dr|mr|mrs|ms|st|prof|jr|sr|vs|no|\p{L})$/u;

function endsBetween(text: string, word: Word, next: Word): boolean {
  const between = text.slice(word.end, next.start);
  if (between === ' ') return false;
  if (BREAK.test(between)) return true;
  return (
    FULL_STOP.test(between) &&
    !ABBREVIATION.test(word.key) &&
    !/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  );
}

function hardBreaks(text: string): (word: Word, next: Word) => boolean {
  const width = widthOf(text);
  return ({ end }, next) => {
    const lineEnd = text.indexOf('\n', end);
    if (lineEnd < 0 || lineEnd >= next.start) return false;
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, lineEnd);
    return isHardBreak(line, text.slice(lineEnd, lineEnd + 200), width);
  };
}

/** The length of the longest line of the text. */
export const widthOf = (text: string) =>
  text.split('\n').reduce((width, line) => Math.max(width, line.trimEnd().length), 0);

/**
 * Whether the end of a line was meant: a program that wraps lines at the width would have put the first word of what
 * follows on the line as well, had there been room.
 */
export function isHardBreak(line: string, following: string, width: number): boolean {
  const word = /\S+/.exec(following)?.[0] ?? '';
  return line.trimEnd().length + 1 + word.length <= width;
}

import { foldLookAlikes } from '../language/look-alike.ts';
import { withoutInvisible } from '../model/text-value.ts';

/**
 * A text as the words that someone hears: small letters without accents, contractions written out, and a mark on the
 * first word of each sentence. Case, markup, line breaks, kinds of quotes and hyphens, and invisible characters make no
 * difference.
 */
export interface Word {
  readonly text: string;
  /** Where it stands in the folded text: from its first character up to `end`. */
  readonly at: number;
  readonly end: number;
  /** Whether a sentence begins with it; nothing is looked for across the end of a sentence. */
  readonly opens: boolean;
}

const PLAIN = /^[\n\x20-\x7e]*$/;

/** The text without accents, compatibility forms and invisible characters; case stays, since it tells sentences. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldLookAlikes(withoutInvisible(text).normalize('NFKD').replace(/\p{M}/gu, '')).replace(
    /[’‘]/g,
    "'",
  );
}

/** The words of a text with one space round each, in which other words are looked for. */
export const plainWords = (text: string) =>
  ` ${wordsOf(fold(text))
    .map((word) => word.text)
    .join(' ')} `;

const TOKEN = /\ue000|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|\.\.\.|[.!?;](?=["')\]*_]*(?:\s|$))|\n[ \t]*\n/gu;
const ASCII = /[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*|\.\.\.|[.!?;](?=["')\]*_]*(?:\s|$))|\n[ \t]*\n/g;

/**
 * The words of a folded text, in order; where it goes on from one whose words are known, in a sentence, only the rest is
 * read, and that only up to the first sentence that begins after `end`.
 */
export function wordsOf(folded: string, known: readonly Word[] = [], end = folded.length): Word[] {
  const words = [...known];
  const tokens = PLAIN.test(folded) ? ASCII : TOKEN;
  let ended = words.length === 0;
  tokens.lastIndex = words.at(-1)?.end ?? 0;
  for (let match = tokens.exec(folded); match !== null; match = tokens.exec(folded)) {
    const { 0: token, index } = match;
    if (isMark(token.charCodeAt(0))) ended ||= token !== '.' || !isAbbreviation(words.at(-1)?.text);
    else {
      const lower = token.toLowerCase();
      const opens = ended && (words.length === 0 || token !== lower || !/^\p{L}/u.test(token));
      if (opens && index >= end) break;
      pushWord(words, lower, index, opens);
      ended = false;
    }
  }
  return words;
}

/** A full stop, a mark like it, or an empty line. */
const isMark = (code: number) => code === 46 || code === 33 || code === 63 || code === 59 || code === 10;
const isAbbreviation = (word: string | undefined) =>
  word === undefined || word.length === 1 || ABBREVIATIONS.has(word);
const ABBREVIATIONS: ReadonlySet<string> = new Set(['dr', 'mr', 'mrs', 'ms', 'st', 'prof', 'no']);

function pushWord(words: Word[], word: string, at: number, opens: boolean): void {
  const end = at + word.length;
  const parts = writtenOut(word);
  if (parts === undefined) {
    words.push({ text: word, at, end, opens });
    return;
  }
  for (const [index, text] of parts.entries()) words.push({ text, at, end, opens: opens && index === 0 });
}

/** A word as the words it is short for: "you've" is "you have", "didn't" "did not"; a possessive 's stands alone.
 * Undefined for a word that is short for nothing. */
function writtenOut(word: string): readonly string[] | undefined {
  const known = WHOLE.get(word);
  if (known !== undefined) return known;
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe < 0) return undefined;
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const base = word.slice(0, apostrophe);
  const ending = word.slice(apostrophe + 1);
  if (ending === 's') return [base, IS_AFTER.has(base) ? 'is' : "'s"];
  const full = ENDINGS.get(ending);
  return full === undefined ? undefined : [base, full];
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['ve', 'have'],
  ['re', 'are'],
  ['m', 'am'],
  ['ll', 'will'],
  ['d', 'would'],
]);
const IS_AFTER: ReadonlySet<string> = new Set(
  'it that this there here what who he she how where when everyone nobody nothing something'.split(' '),
);
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map(
  [
    "can't:can not",
    'cannot:can not',
    'cant:can not',
    "won't:will not",
    'wont:will not',
    "shan't:shall not",
    "let's:let us",
    'dont:do not',
    'didnt:did not',
    'doesnt:does not',
    'havent:have not',
    'hasnt:has not',
    'hadnt:had not',
    'wasnt:was not',
    'werent:were not',
    'isnt:is not',
    'arent:are not',
    'couldnt:could not',
    'wouldnt:would not',
    'shouldnt:should not',
    'youve:you have',
    'youre:you are',
    'youll:you will',
    'weve:we have',
    'ive:i have',
    'im:i am',
    'thats:that is',
  ].map((line) => [line.split(':')[0] ?? '', (line.split(':')[1] ?? '').split(' ')]),
);

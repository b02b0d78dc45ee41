import { findLanguageCode, isLanguageTag } from '../model/language-tag.ts';

/**
 * How wording says that words are in another language: `[Si prefiere español](lang:es)`, which is a link to every editor
 * of Markdown. Here is what can be wrong with such a mark, and how to see through it in wording that is not read yet.
 */

/** What is wrong with a mark, in words, and what to do about it. */
interface Fault {
  readonly what: string;
  readonly hint: string;
}

/** What a link marks its words as, right or wrong; undefined for a link that leads somewhere. */
export const markedLanguage = (href: string): string | undefined => /^lang:(.*)$/is.exec(href)?.[1];

/** What is wrong with a mark of the language around the words, which are Markdown. */
export function markFault(language: string, words: string, title?: string | null): Fault | undefined {
  if (!isLanguageTag(language))
    return { what: 'words marked as a language that there is not', hint: codeHint(language, 'lang:') };
  if (title) return { what: 'the mark of a language with a title, which nobody would see', hint: FORM_HINT };
  return /[\p{L}\p{N}\p{Co}]/u.test(words) && words !== `lang:${language}`
    ? undefined
    : { what: 'the mark of a language without words', hint: FORM_HINT };
}

/** What is wrong where the end of a mark is left in plain text. */
export const brokenMark = (text: string): Fault | undefined =>
  /\]\s*\(\s*lang:/i.test(text)
    ? { what: 'the mark of a language that is broken off, or has a link in it', hint: FORM_HINT }
    : undefined;

const FORM_HINT =
  'Write [words](lang:es) without a space between, each paragraph for itself, with links before or after it.';

/** What to write in place of what is no language, with what stands `before` it. */
export function codeHint(language: string, before: string): string {
  const code = findLanguageCode(language);
  return code === undefined
    ? `Write its code, such as ${before}es for Spanish, ${before}ar for Arabic or ${before}zh-Hans for simplified Chinese.`
    : `Did you mean "${before}${code}"?`;
}

const MARK = /\[([^\]]*)\]\(lang:[^)\s]*\)/gi;
const HALF = /\]\(lang:([^)\s]*)\)/gi;

/** The languages that wording marks words as. */
export const listMarked = (wording: string): string[] =>
  wording.includes('](') ? [...wording.matchAll(HALF)].map(([, language = '']) => language) : [];

/** Wording as it is heard: with the words of marks, and without what marks them. A mark that a branch parts is closed here. */
export const withoutMarks = (wording: string): string =>
  wording.includes('](') ? wording.replace(MARK, '$1').replace(HALF, '') : wording;

/** Wording without the words that are marked as another language than that of the wording around them. */
export const withoutMarked = (wording: string): string =>
  wording.includes('](') ? wording.replace(MARK, ' ') : wording;

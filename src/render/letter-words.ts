import type { Letter } from './letter.ts';
import { renderLetterText } from './letter-text.ts';
import { typeset } from './typeset.ts';

/** The words of the letter in reading order as its PDF has them, without marks and page numbers, which are no part of it. */
export function listLetterWords(letter: Letter): string[] {
  return splitWords(renderLetterText({ ...typeset(letter), marks: [] }, '•'));
}

/** What stands between white space, in one form of Unicode. */
export function splitWords(text: string): string[] {
  return text.normalize('NFC').split(/\s+/).filter(Boolean);
}

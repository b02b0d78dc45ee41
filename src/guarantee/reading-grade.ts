import { fold } from '../library/words.ts';

/**
 * The school grade that a text reads at, by the Flesch-Kincaid formula (Kincaid, Fishburne, Rogers, Chissom 1975,
 * "Derivation of new readability formulas", Naval Technical Training Command, Research Branch Report 8-75):
 * 0.39 words a sentence + 11.8 syllables a word - 15.59, never below 0. Syllables are counted by groups of vowels, so it is
 * a hint for English and no more. A text without words has grade 0.
 */
export function readingGrade(text: string): number {
  const words =
    fold(text)
      .toLowerCase()
      .match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
  if (words.length === 0) return 0;
  const sentences = Math.max(1, listSentences(text).length);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

/** The sentences of a text: up to a full stop, question or exclamation mark before a space, or the end of a line. */
export function listSentences(text: string): string[] {
  return text
    .replace(/\b(Dr|Mr|Mrs|Ms|St|Prof)\./g, '$1')
    .split(/(?<=[.!?…]["'”’)\]]*)\s+|\n+/)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Groups of vowels, but for a silent e at the end; at least one. */
function syllablesOf(word: string): number {
  const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}

import { fold } from '../library/words.ts';

/**
 * The school grade that lines of text read at, by the Flesch-Kincaid formula (Kincaid, Fishburne, Rogers, Chissom 1975,
 * "Derivation of new readability formulas", Naval Technical Training Command, Research Branch Report 8-75):
 * 0.39 words a sentence + 11.8 syllables a word - 15.59, never below 0. Syllables are counted by groups of vowels, so it is
 * a hint for English and no more. Lines without words have grade 0. `counted` keeps the counts of lines, for texts that share
 * them.
 */
export function readingGrade(lines: readonly string[], counted = new Map<string, LineCount>()): number {
  const counts = lines.map((line) => counted.get(line) ?? countLine(line));
  for (const [index, count] of counts.entries()) counted.set(lines[index] ?? '', count);
  const sum = (name: keyof LineCount) => counts.reduce((total, count) => total + count[name], 0);
  const words = sum('words');
  if (words === 0) return 0;
  const grade = 0.39 * (words / Math.max(1, sum('sentences'))) + 11.8 * (sum('syllables') / words) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

/** What the grade depends on in one line. */
export interface LineCount {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

function countLine(line: string): LineCount {
  const words =
    fold(line)
      .toLowerCase()
      .match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
  return {
    words: words.length,
    sentences: listSentences(line).length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  };
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

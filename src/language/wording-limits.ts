/** How much wording one source may hold, so that nothing that reads it takes long. */

/** What a source may hold at most; the parser takes quadratic time on hostile input, so it is asked only within these. */
export const LIMITS = { characters: 16_384, tags: 300, brackets: 60, depth: 8, emphasis: 600 } as const;

/** What Markdown would nest at one go; its lexer follows lists and quotations by recursion. */
const NESTED_MARKS = /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?){9}/;

/** What a text has too much of, in words; undefined for one that may be read. */
export function findExcess(text: string): string | undefined {
  if (text.length > LIMITS.characters) return `more than ${LIMITS.characters} characters`;
  const occurrences = (mark: string) => text.split(mark).length - 1;
  if (occurrences('{{') > LIMITS.tags) return `more than ${LIMITS.tags} pairs of braces`;
  if (occurrences('(') > LIMITS.brackets) return `more than ${LIMITS.brackets} brackets`;
  if (NESTED_MARKS.test(text)) return 'lists or quotations nested too deeply';
  return occurrences('*') + occurrences('_') > LIMITS.emphasis
    ? `more than ${LIMITS.emphasis} stars and underscores`
    : undefined;
}

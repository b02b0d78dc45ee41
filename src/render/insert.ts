import { readMarkdown } from '../language/markdown.ts';
import { languageNamed } from '../library/file-names.ts';
import { isLanguageTag } from '../model/language-tag.ts';
import { type Problem, problem } from '../problem.ts';
import type { Insert } from './letter.ts';

/** A text that goes along: Markdown without placeholders, the same for everyone; `help.es.md` is in Spanish. */
export function insertOf(
  path: string,
  text: string,
): { readonly insert: Insert; readonly problems: readonly Problem[] } {
  const { blocks, refused } = readMarkdown([{ text, place: { file: path, line: 1, column: 1 } }]);
  return {
    insert: { ...languageOf(path), blocks },
    problems: refused.map(({ what, place, hint = HINT }) =>
      problem('wording-form', place ?? { file: path, line: 1, column: 1 }, what, hint),
    ),
  };
}

const HINT = 'Use paragraphs, headings, lists and bold only.';

/** The language that a file name tells, such as `es`, `pt-BR` or `zh-Hans`. */
function languageOf(path: string): Pick<Insert, 'language'> {
  const language = languageNamed(path) ?? '';
  return isLanguageTag(language) ? { language } : {};
}

import { readMarkdown } from '../language/markdown.ts';
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

/** The language that a file name tells before its ending, such as `es`, `pt-BR` or `zh-Hans`. */
function languageOf(path: string): Pick<Insert, 'language'> {
  const language = /\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/.exec(path)?.[1];
  return language === undefined ? {} : { language };
}

import { isSameLanguage } from '../model/language-tag.ts';
import { type Block, type TextRun, textLines, VALUE } from './document.ts';

/** Words that are marked as another language: measures made for one language leave them out, and rules never do. */

/** The languages that words of the blocks are marked as, each once. */
export const listLanguages = (blocks: readonly Block[]): string[] => [
  ...new Set(textLines(blocks).flatMap((line) => line.flatMap(({ language }) => language ?? []))),
];

/** The line with one sign for each run in another language than the one named; the same line where there is none. */
export function withoutForeign(line: readonly TextRun[], language: string): readonly TextRun[] {
  const isForeign = (run: TextRun) => run.language !== undefined && !isSameLanguage(run.language, language);
  return line.some(isForeign) ? line.map((run) => (isForeign(run) ? signFor(run) : run)) : line;
}

/** What ends a sentence in the other language ends it here as well. */
const signFor = ({ text }: TextRun): TextRun => ({
  kind: 'text',
  text: `${VALUE}${/[.!?…。！？؟۔।]["'”’»)\]]*\s*$/u.exec(text)?.[0] ?? ''}`,
});

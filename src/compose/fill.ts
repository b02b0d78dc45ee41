import { markBlocks } from '../language/block-language.ts';
import { evaluate, type Piece, UnfilledField } from '../language/evaluate.ts';
import { readMarkdown } from '../language/markdown.ts';
import type { Snippet } from '../library/library.ts';
import type { Context } from '../model/context.ts';
import { isSameLanguage } from '../model/language-tag.ts';
import { type Problem, problem } from '../problem.ts';
import type { MessageSection } from './message.ts';

/**
 * The snippet filled from the context, all of it marked where it is in another language than the practice's; wording with
 * more than paragraphs, headings, lists and links is a problem.
 */
export function fillSection(
  snippet: Snippet,
  context: Context,
  language: string,
): { value: MessageSection; problems: Problem[] } {
  const { pieces, unfilled } = fill(snippet, context);
  const { blocks, refused } = readMarkdown(pieces);
  const { language: own = language } = snippet.header;
  return {
    value: {
      section: snippet.section,
      snippet: snippet.id,
      blocks: isSameLanguage(own, language) ? blocks : markBlocks(blocks, own),
      decidedBy: snippet.decidedBy,
      place: snippet.place,
      ...(snippet.header.overrule === undefined ? {} : { overrule: snippet.header.overrule }),
    },
    problems: [
      ...unfilled,
      ...refused.map(({ what, place, hint }) =>
        problem(
          'wording-form',
          place ?? snippet.place,
          `this wording holds ${what}`,
          hint ?? 'Use paragraphs, headings, lists, bold, italics and plain links only.',
        ),
      ),
    ],
  };
}

function fill({ nodes, place }: Snippet, context: Context): { pieces: Piece[]; unfilled: Problem[] } {
  try {
    return { pieces: evaluate(nodes, context), unfilled: [] };
  } catch (error) {
    if (!(error instanceof UnfilledField)) throw error;
    const message = `"${error.message}" is printed here though it may not be known`;
    const hint = `Put {{#if ${error.message}}} round it, or add it to "needs".`;
    return { pieces: [], unfilled: [problem('wording-unfilled', place, message, hint)] };
  }
}

import { evaluate, type Piece, UnfilledField } from '../language/evaluate.ts';
import { readMarkdown } from '../language/markdown.ts';
import type { Snippet } from '../library/library.ts';
import type { Context } from '../model/context.ts';
import { type Problem, problem } from '../problem.ts';
import type { MessageSection } from './message.ts';

/** The snippet filled from the context; wording with more than paragraphs, headings, lists and links is a problem. */
export function fillSection(
  snippet: Snippet,
  context: Context,
): { value: MessageSection; problems: Problem[] } {
  const { pieces, unfilled } = fill(snippet, context);
  const { blocks, refused } = readMarkdown(pieces);
  return {
    value: {
      section: snippet.section,
      snippet: snippet.id,
      blocks,
      decidedBy: snippet.decidedBy,
      place: snippet.place,
      ...(snippet.header.overrule === undefined ? {} : { overrule: snippet.header.overrule }),
    },
    problems: [
      ...unfilled,
      ...refused.map(({ what, place }) =>
        problem(
          'wording-form',
          place ?? snippet.place,
          `this wording holds ${what}`,
          'Use paragraphs, headings, lists, bold, italics and plain links only.',
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

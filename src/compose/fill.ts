import { evaluate } from '../language/evaluate.ts';
import { readMarkdown } from '../language/markdown.ts';
import { listReadings } from '../language/node.ts';
import type { Snippet } from '../library/library.ts';
import type { Context } from '../model/context.ts';
import { type Problem, problem } from '../problem.ts';
import type { MessageSection } from './message.ts';

/** The snippet filled from the context; wording with more than paragraphs, headings, lists and links is a problem. */
export function fillSection(
  snippet: Snippet,
  context: Context,
): { value: MessageSection; problems: Problem[] } {
  const { blocks, refused } = readMarkdown(evaluate(snippet.nodes, context));
  const decidedBy = [
    ...Object.keys(snippet.header.when ?? {}),
    ...listReadings(snippet.nodes).flatMap(({ how, path }) => (how === 'print' ? [] : [path])),
  ];
  return {
    value: { section: snippet.section, snippet: snippet.id, blocks, decidedBy, place: snippet.place },
    problems: refused.map((what) =>
      problem(
        'wording-form',
        snippet.place,
        `this wording holds ${what}`,
        'Use paragraphs, headings, lists, bold, italics and plain links only.',
      ),
    ),
  };
}

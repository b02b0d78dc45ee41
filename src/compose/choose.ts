import type { Channel } from '../library/headers.ts';
import type { Snippet, Template } from '../library/library.ts';
import { admits, isMatch, specificity } from '../library/match.ts';
import type { Context } from '../model/context.ts';
import type { SectionKey } from '../model/section.ts';

/** The snippets that can say a section of the template in this context, most specific first, then by id. */
export function listMatches(
  section: SectionKey,
  { header }: Template,
  channel: Channel,
  context: Context,
  snippets: readonly Snippet[],
): Snippet[] {
  return snippets
    .filter((s) => s.section === section && admits(s, channel, header.level) && isMatch(s, context))
    .sort((a, b) => specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1));
}

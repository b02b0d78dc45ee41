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
  return snippetsOf(section, snippets)
    .filter((s) => admits(s, channel, header.level) && isMatch(s, context))
    .sort((a, b) => specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1));
}

const bySection = new WeakMap<readonly Snippet[], Map<SectionKey, readonly Snippet[]>>();

/** The snippets of one section; looked for once in the same library. */
function snippetsOf(section: SectionKey, snippets: readonly Snippet[]): readonly Snippet[] {
  const sections = bySection.get(snippets) ?? new Map<SectionKey, readonly Snippet[]>();
  bySection.set(snippets, sections);
  const found = sections.get(section) ?? snippets.filter((snippet) => snippet.section === section);
  sections.set(section, found);
  return found;
}

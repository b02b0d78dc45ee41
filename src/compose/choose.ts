import type { Channel } from '../library/headers.ts';
import type { Snippet, Template } from '../library/library.ts';
import { admits, isMatch, specificity } from '../library/match.ts';
import type { Context } from '../model/context.ts';
import type { SectionKey } from '../model/section.ts';

/** The snippets that can say a section of the template in this context, most specific first, then by id. */
export const listMatches = (
  section: SectionKey,
  { header }: Template,
  channel: Channel,
  context: Context,
  snippets: readonly Snippet[],
): Snippet[] =>
  snippetsFor(
    `${section} ${channel} ${header.level}`,
    snippets,
    (one) => one.section === section && admits(one, channel, header.level),
  ).filter((one) => isMatch(one, context));

const byPlace = new WeakMap<readonly Snippet[], Map<string, readonly Snippet[]>>();

/** The snippets that fit a place, in the order of choosing; looked for once in the same library. */
function snippetsFor(
  place: string,
  snippets: readonly Snippet[],
  fits: (snippet: Snippet) => boolean,
): readonly Snippet[] {
  const places = byPlace.get(snippets) ?? new Map<string, readonly Snippet[]>();
  byPlace.set(snippets, places);
  const found = places.get(place) ?? snippets.filter(fits).sort(inOrder);
  places.set(place, found);
  return found;
}

const inOrder = (a: Snippet, b: Snippet) => specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1);

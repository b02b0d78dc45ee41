import { fillSection } from '../compose/fill.ts';
import type { Library, Snippet } from '../library/library.ts';
import { contextIn, fillAll } from './example.ts';
import { type Slot, worldsOf } from './possible-worlds.ts';
import { listWays } from './ways.ts';
import { slotsOf, textOf, wordingsOf } from './wordings.ts';
import type { World } from './world.ts';

/** What an edit of a snippet changes in what clients can hear or read. */

/** The distinct wordings of a snippet before and after an edit; fields stand in braces. */
export interface WordingChange {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
  readonly same: readonly string[];
}

/** The distinct wordings that the edit took away, brought, and left. */
export function compareWordings(before: Snippet, after: Snippet, library: Library): WordingChange {
  const [old, now] = [before, after].map((one) => wordingsOf(one, library).map(textOf)) as [
    string[],
    string[],
  ];
  return {
    gone: old.filter((text) => !now.includes(text)),
    fresh: now.filter((text) => !old.includes(text)),
    same: now.filter((text) => old.includes(text)),
  };
}

/**
 * Whether the edit changes nothing that can be said: the snippet is chosen in the same cases, and in each of them it
 * says the same, told apart by what either form looks at. Where those are too many to follow the answer is no.
 */
export function saysTheSame(before: Snippet, after: Snippet, library: Library): boolean {
  if (JSON.stringify(chosenBy(before)) !== JSON.stringify(chosenBy(after))) return false;
  const both = {
    ...after,
    nodes: [...before.nodes, ...after.nodes],
    decidedBy: [...before.decidedBy, ...after.decidedBy],
  };
  return slotsOf(after, library).every((slot) => {
    const ways = listWays(both.nodes, worldsOf(both, slot));
    const filled = fillAll(slot, library.practice);
    const { language } = library.practice;
    const say = (snippet: Snippet, world: World) =>
      JSON.stringify(fillSection(snippet, contextIn(world, filled), language).value.blocks);
    return ways?.every((world) => say(before, world) === say(after, world)) ?? false;
  });
}

/** What settles where and when a snippet is said. */
const chosenBy = ({ section, header: { when = {}, channels, levels, needs, language } }: Snippet) => [
  section,
  Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1)),
  channels,
  levels,
  needs,
  language,
];

/** The names of the templates that can show a snippet. */
export const templatesWith = (snippet: Snippet, library: Library): string[] => [
  ...new Set(slotsOf(snippet, library).map(({ template }: Slot) => template.name)),
];

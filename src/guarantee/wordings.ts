import { formOn } from '../compose/compose.ts';
import { fillSection } from '../compose/fill.ts';
import { spellMarks } from '../language/block-language.ts';
import { type Block, textLines } from '../language/document.ts';
import type { Library, Snippet } from '../library/library.ts';
import { admits } from '../library/match.ts';
import type { Context } from '../model/context.ts';
import type { Practice } from '../model/practice.ts';
import type { Problem } from '../problem.ts';
import { contextIn, fillAll } from './example.ts';
import { kindOf, type Slot, worldsOf } from './possible-worlds.ts';
import { listCovering, listWays } from './ways.ts';
import type { World } from './world.ts';

/** Everything a snippet can say: each distinct wording once, filled as a message fills it. */

/** One distinct wording: its text with the fields' examples in place, and a context that leads to it. */
export interface Wording {
  readonly snippet: Snippet;
  readonly world: World;
  readonly context: Context;
  /** As a message has them; runs know wording from field. */
  readonly blocks: readonly Block[];
  /** Every template and channel on which this can be said, at least one. */
  readonly slots: readonly Slot[];
  /** What Markdown found wrong with it. */
  readonly problems: readonly Problem[];
}

/** One way through a snippet: in which slot, for whom, and what is said. */
export interface Way {
  readonly slot: Slot;
  readonly world: World;
  readonly text: string;
}

/** What one snippet can say. */
export interface Reached {
  readonly snippet: Snippet;
  readonly wordings: readonly Wording[];
  /** The ways that were followed, in every slot. */
  readonly ways: readonly Way[];
  /** Whether every way was followed; else a few for each branch. */
  readonly isComplete: boolean;
}

const known = new WeakMap<Library, readonly Reached[]>();

/** What each snippet of the library can say; worked out once for the same library. */
export function reachAll(library: Library): readonly Reached[] {
  const reached = known.get(library) ?? library.snippets.map((snippet) => reach(snippet, library));
  known.set(library, reached);
  return reached;
}

/** Every distinct wording of every snippet that some template can reach. */
export const listWordings = (library: Library): readonly Wording[] =>
  reachAll(library).flatMap(({ wordings }) => wordings);

/** Every distinct wording of a snippet, which may be one that could stand in the library in another's place. */
export const wordingsOf = (snippet: Snippet, library: Library): readonly Wording[] =>
  reach(snippet, library).wordings;

/** The slots in which a template of the library could choose the snippet. */
export function slotsOf(snippet: Snippet, { templates }: Pick<Library, 'templates'>): Slot[] {
  return templates.flatMap((template) =>
    template.sections.includes(snippet.section)
      ? template.header.channels
          .filter((channel) => admits(snippet, channel, template.header.level))
          .map((channel) => ({ template, channel }))
      : [],
  );
}

function reach(snippet: Snippet, library: Library): Reached {
  const wordings = new Map<string, Wording>();
  const slotsFor = new Map<string, Set<Slot>>();
  const kinds = new Map<string, readonly { readonly world: World; readonly text: string }[]>();
  const ways: Way[] = [];
  let isComplete = true;
  for (const slot of slotsOf(snippet, library)) {
    const kind = `${kindOf(slot)} ${formOn(slot.channel)}`;
    if (!kinds.has(kind)) {
      const worlds = worldsOf(snippet, slot);
      const all = listWays(snippet.nodes, worlds);
      isComplete &&= all !== undefined;
      const followed = (all ?? listCovering(snippet.nodes, worlds)).map((world) => {
        const wording = sayIn(world, slot, snippet, library);
        const text = textOf(wording);
        if (!wordings.has(text)) wordings.set(text, wording);
        return { world, text };
      });
      kinds.set(kind, followed);
    }
    for (const { world, text } of kinds.get(kind) ?? []) {
      ways.push({ slot, world, text });
      slotsFor.set(text, (slotsFor.get(text) ?? new Set()).add(slot));
    }
  }
  return {
    snippet,
    wordings: [...wordings].map(([text, one]) => ({ ...one, slots: [...(slotsFor.get(text) ?? [])] })),
    ways,
    isComplete,
  };
}

function sayIn(world: World, slot: Slot, snippet: Snippet, library: Library): Wording {
  const context = contextIn(world, filledIn(slot, library));
  const { value, problems } = fillSection(snippet, context, library.practice.language);
  return { snippet, world, context, blocks: value.blocks, slots: [slot], problems };
}

const filled = new WeakMap<Practice, Map<string, Context>>();

/** The examples of the slot's fields; worked out once for each kind of slot and channel. */
function filledIn(slot: Slot, { practice }: Library): Context {
  const kinds = filled.get(practice) ?? new Map<string, Context>();
  filled.set(practice, kinds);
  const kind = `${kindOf(slot)} ${slot.channel}`;
  const context = kinds.get(kind) ?? fillAll(slot, practice);
  kinds.set(kind, context);
  return context;
}

/** What the snippet says in a world of the slot, as `textOf` has it. */
export const textIn = (snippet: Snippet, world: World, slot: Slot, library: Library) =>
  textOf(sayIn(world, slot, snippet, library));

/** The wording as a text in which each field stands for whatever it is filled with, with the marks of languages. */
export function textOf({ blocks }: Pick<Wording, 'blocks'>): string {
  return textLines(spellMarks(blocks))
    .map((line) => line.map(({ text, field }) => (field === undefined ? text : `{${field}}`)).join(''))
    .join('\n');
}

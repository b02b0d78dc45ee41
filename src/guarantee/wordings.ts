import { formOn } from '../compose/compose.ts';
import { fillSection } from '../compose/fill.ts';
import { type Block, textLines } from '../language/document.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { admits } from '../library/match.ts';
import type { Context } from '../model/context.ts';
import type { Problem } from '../problem.ts';
import { contextIn, fillAll } from './example.ts';
import { type Slot, worldsOf } from './possible-worlds.ts';
import { listCovering, listWays } from './ways.ts';
import { keyOf, type World } from './world.ts';

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
  const found = new Map<string, Wording>();
  const alike = new Map<string, string>();
  const ways: Way[] = [];
  let isComplete = true;
  for (const slot of slotsOf(snippet, library)) {
    const worlds = worldsOf(snippet, slot);
    const all = listWays(snippet.nodes, worlds);
    isComplete &&= all !== undefined;
    const form = `${slot.template.header.level} ${formOn(slot.channel)}`;
    for (const world of all ?? listCovering(snippet.nodes, worlds)) {
      const key = `${form} ${keyOf(world)}`;
      const wording = alike.has(key) ? undefined : sayIn(world, slot, snippet, library);
      const text = alike.get(key) ?? textOf(wording as Wording);
      alike.set(key, text);
      const before = found.get(text) ?? (wording as Wording);
      found.set(text, { ...before, slots: added(before.slots, slot) });
      ways.push({ slot, world, text });
    }
  }
  return { snippet, wordings: [...found.values()], ways, isComplete };
}

const added = (slots: readonly Slot[], slot: Slot) =>
  slots.some((one) => one.template === slot.template && one.channel === slot.channel)
    ? slots
    : [...slots, slot];

function sayIn(world: World, slot: Slot, snippet: Snippet, library: Library): Wording {
  const context = contextIn(world, filledIn(slot, library));
  const { value, problems } = fillSection(snippet, context);
  return { snippet, world, context, blocks: value.blocks, slots: [slot], problems };
}

const filled = new WeakMap<Template, Map<Channel, Context>>();

/** The examples of the slot's fields; worked out once for each slot. */
function filledIn({ template, channel }: Slot, { practice }: Library): Context {
  const channels = filled.get(template) ?? new Map<Channel, Context>();
  filled.set(template, channels);
  const context = channels.get(channel) ?? fillAll({ template, channel }, practice);
  channels.set(channel, context);
  return context;
}

/** What the snippet says in a world of the slot, as `textOf` has it. */
export const textIn = (snippet: Snippet, world: World, slot: Slot, library: Library) =>
  textOf(sayIn(world, slot, snippet, library));

/** The wording as a text in which each field stands for whatever it is filled with. */
export function textOf({ blocks }: Pick<Wording, 'blocks'>): string {
  return textLines(blocks)
    .map((line) => line.map(({ text, field }) => (field === undefined ? text : `{${field}}`)).join(''))
    .join('\n');
}

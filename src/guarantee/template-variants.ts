import { type Composed, compose } from '../compose/compose.ts';
import { isMessage, type Message } from '../compose/message.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { matchesOf } from '../library/match.ts';
import type { Problem } from '../problem.ts';
import { describeCase } from './describe-case.ts';
import { exampleOf, stateOf } from './example.ts';
import { type Slot, wholeWorlds, worldsOf } from './possible-worlds.ts';
import { listCovering } from './ways.ts';
import { ABSENT, meet, type World } from './world.ts';

/** Whole messages that together show every wording a template can reach: what one reads before one approves. */

/** One composed message and the case it is for, in words. */
export interface TemplateVariant {
  readonly template: Template;
  readonly channel: Channel;
  readonly message: Message;
  readonly told: string;
}

/** What composing the template for its variants showed. */
export interface Trial {
  readonly variants: readonly TemplateVariant[];
  readonly problems: readonly Problem[];
}

/** The template's variants on each of its channels; `only` for just those that show one of these snippets. */
export function listTemplateVariants(
  library: Library,
  template: Template,
  only?: readonly string[],
): readonly TemplateVariant[] {
  return tryTemplate(library, template, library.practice.crisis.checkedOn, only).variants;
}

/** The template composed for a small set of clients that shows every wording, with every problem met on the way. */
export function tryTemplate(
  library: Library,
  template: Template,
  on: string,
  only?: readonly string[],
): Trial {
  const trials = template.header.channels.map((channel) => trySlot({ template, channel }, library, on, only));
  return {
    variants: trials.flatMap(({ variants }) => variants),
    problems: trials.flatMap(({ problems }) => problems),
  };
}

/** A branch of a snippet still to be shown: those in `world` take it. */
interface Goal {
  readonly snippet: Snippet;
  readonly world: World;
}

function trySlot(slot: Slot, library: Library, on: string, only?: readonly string[]): Trial {
  const goals = goalsOf(slot, library, only);
  const open = new Set(goals);
  const variants: TemplateVariant[] = [];
  const problems: Problem[] = [];
  for (const goal of goals) {
    if (!open.has(goal)) continue;
    const world = gather(goal, open, slot);
    const { outcome, problems: found } = composeShowing(goal.snippet, world, slot, library, on);
    problems.push(...found);
    open.delete(goal);
    if (!isMessage(outcome)) continue;
    const shown = outcome.sections.map(({ snippet }) => snippet);
    for (const one of open) if (shown.includes(one.snippet.id) && isShown(world, one.world)) open.delete(one);
    const [whole = world] = wholeWorlds(slot);
    variants.push({ ...slot, message: outcome, told: describeCase(world, whole, slot) });
  }
  return { variants, problems };
}

/** Whether the example of a world, which has whatever it may have, takes the branch of the other world. */
const isShown = (world: World, branch: World) =>
  [...branch].every(([path, states]) => states.includes(stateOf(world, path) ?? ABSENT));

function goalsOf(slot: Slot, { snippets }: Library, only: readonly string[] | undefined): Goal[] {
  return matchesOf(slot.template, slot.channel, snippets)
    .filter(({ id }) => only?.includes(id) ?? true)
    .flatMap((snippet) =>
      listCovering(snippet.nodes, worldsOf(snippet, slot)).map((world) => ({ snippet, world })),
    );
}

/** The goal's world, narrowed to take as many other branches still to be shown as go with it. */
function gather(goal: Goal, open: Iterable<Goal>, slot: Slot): World {
  const taken = new Map([[goal.snippet.section, goal.snippet]]);
  let world = wholeIn(goal.world, slot);
  for (const { snippet, world: other } of open) {
    const before = taken.get(snippet.section);
    const both = before === undefined || before === snippet ? meet(world, other) : undefined;
    if (both === undefined) continue;
    world = both;
    taken.set(snippet.section, snippet);
  }
  return world;
}

function wholeIn(world: World, slot: Slot): World {
  for (const whole of wholeWorlds(slot)) {
    const both = meet(whole, world);
    if (both !== undefined) return both;
  }
  return world;
}

/** The message in the world as it is chosen by itself; only where that does not show the snippet, it is picked. */
function composeShowing(
  { id, section }: Snippet,
  world: World,
  slot: Slot,
  library: Library,
  on: string,
): Composed {
  const example = exampleOf(world, slot, library.practice, on, 'full');
  const composeWith = (use: Readonly<Record<string, string>>) =>
    compose({
      ...slot,
      library: { ...library, practice: example.practice },
      occasion: example,
      use,
      without: [],
      placeOf: () => slot.template.place,
      today: on,
    });
  const chosen = composeWith({});
  const isThere = isMessage(chosen.outcome) && chosen.outcome.sections.some(({ snippet }) => snippet === id);
  return isThere ? chosen : composeWith({ [section]: id.slice(section.length + 1) });
}

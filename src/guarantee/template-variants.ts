import { type Composed, compose } from '../compose/compose.ts';
import { isMessage, type Message } from '../compose/message.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { matchesOf } from '../library/match.ts';
import type { Context } from '../model/context.ts';
import type { Problem } from '../problem.ts';
import { describeCase } from './describe-case.ts';
import { type Case, contextOf, exampleOf } from './example.ts';
import { type Slot, wholeWorlds, worldsOf } from './possible-worlds.ts';
import { listCovering } from './ways.ts';
import { meet, stateIn, type World } from './world.ts';

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
    const { world, example, outcome, problems: found } = tryGoal(goal, open, slot, { library, on });
    // That another section asks for what this branch goes without is no fault of the wording.
    problems.push(...found.filter(({ code }) => code !== 'fact-missing'));
    open.delete(goal);
    if (!isMessage(outcome)) continue;
    const context = contextOf(example, slot);
    for (const one of open) if (shows(outcome, one) && isIn(context, one.world)) open.delete(one);
    const [whole = world] = wholeWorlds(slot);
    variants.push({ ...slot, message: outcome, told: describeCase(world, whole, slot) });
  }
  return { variants, problems };
}

interface Tried extends Composed {
  readonly example: Case;
  readonly world: World;
}

/** A message that shows the goal and as many others as go with it; by itself where time leaves it no room. */
function tryGoal(goal: Goal, open: Iterable<Goal>, slot: Slot, trial: Setting): Tried {
  const together = gather(goal, open, slot);
  const tried = composeIn(together, [], slot, trial);
  if (!isMessage(tried.outcome) || shows(tried.outcome, goal)) return { ...tried, world: together.world };
  const alone = { world: wholeIn(goal.world, slot), taken: [goal.snippet] };
  const others = (slot.template.header.drop ?? []).filter((section) => section !== goal.snippet.section);
  return { ...composeIn(alone, others, slot, trial), world: alone.world };
}

const shows = (message: Message, { snippet }: Goal) =>
  message.sections.some((section) => section.snippet === snippet.id);

const isIn = (context: Context, world: World) =>
  [...world].every(([path, states]) => states.includes(stateIn(context, path)));

function goalsOf(slot: Slot, { snippets }: Library, only: readonly string[] | undefined): Goal[] {
  return matchesOf(slot.template, slot.channel, snippets)
    .filter(({ id }) => only?.includes(id) ?? true)
    .flatMap((snippet) =>
      listCovering(snippet.nodes, worldsOf(snippet, slot)).map((world) => ({ snippet, world })),
    );
}

/** A world, and the snippets to be said in it. */
interface Gathered {
  readonly world: World;
  readonly taken: readonly Snippet[];
}

/** The goal's world, narrowed to show as many other goals as go with it, one snippet for each section. */
function gather(goal: Goal, open: Iterable<Goal>, slot: Slot): Gathered {
  const taken = new Map([[goal.snippet.section, goal.snippet]]);
  let world = wholeIn(goal.world, slot);
  for (const { snippet, world: other } of open) {
    const before = taken.get(snippet.section);
    const both = before === undefined || before === snippet ? meet(world, other) : undefined;
    if (both === undefined) continue;
    world = both;
    taken.set(snippet.section, snippet);
  }
  return { world, taken: [...taken.values()] };
}

function wholeIn(world: World, slot: Slot): World {
  for (const whole of wholeWorlds(slot)) {
    const both = meet(whole, world);
    if (both !== undefined) return both;
  }
  return world;
}

interface Setting {
  readonly library: Library;
  readonly on: string;
}

function composeIn(
  { world, taken }: Gathered,
  leftOut: readonly string[],
  slot: Slot,
  { library, on }: Setting,
): Composed & { readonly example: Case } {
  const example = exampleOf(world, slot, library.practice, on, 'full');
  const use = taken.map(({ id, section }): [string, string] => [section, id.slice(section.length + 1)]);
  const composed = compose({
    ...slot,
    library: { ...library, practice: example.practice },
    occasion: example,
    use: Object.fromEntries(use),
    without: leftOut,
    placeOf: () => slot.template.place,
  });
  return { ...composed, example };
}

import { type Commission, type Composed, compose } from '../compose/compose.ts';
import { isMessage, type Message } from '../compose/message.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { matchesOf } from '../library/match.ts';
import { findField } from '../model/field.ts';
import type { Problem } from '../problem.ts';
import { describeCase } from './describe-case.ts';
import { exampleOf, stateOf } from './example.ts';
import { type Slot, wholeWorlds, worldsOf } from './possible-worlds.ts';
import { listCovering } from './ways.ts';
import { ABSENT, isCertain, meet, statesIn, type World } from './world.ts';

/** Whole messages that together show every wording a template can reach: what one reads before one approves. */

/** One composed message and the case it is for, in words. */
export interface TemplateVariant {
  readonly template: Template;
  readonly channel: Channel;
  readonly message: Message;
  readonly told: string;
}

/** A message composed to try a template, for whoever is in the world. */
export interface Tried extends Omit<TemplateVariant, 'told'> {
  readonly world: World;
}

/** What composing the template for its variants showed. */
export interface Trial {
  readonly variants: readonly Tried[];
  readonly problems: readonly Problem[];
}

/** The template's variants on each of its channels; `only` for just those that show one of these snippets. */
export function listTemplateVariants(
  library: Library,
  template: Template,
  only?: readonly string[],
): readonly TemplateVariant[] {
  const { variants } = tryTemplate(library, template, library.practice.crisis.checkedOn, only);
  return variants.map(({ world, ...one }) => ({ ...one, told: tell(world, one) }));
}

function tell(world: World, slot: Slot): string {
  const [whole = world] = wholeWorlds(slot);
  return describeCase(world, besideFull(world, whole), slot);
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
  const variants: Tried[] = [];
  const problems: Problem[] = [];
  for (const goal of goals) {
    if (!open.has(goal)) continue;
    const { world, outcome, problems: found } = tryGoal(goal, open, slot, { library, on });
    // That another section asks for what this branch goes without is no fault of the wording.
    problems.push(...found.filter(({ code }) => code !== 'fact-missing'));
    open.delete(goal);
    if (!isMessage(outcome)) continue;
    for (const one of open) if (shows(outcome, one) && isShown(world, one.world)) open.delete(one);
    variants.push({ ...slot, message: outcome, world });
  }
  return { variants, problems };
}

/** The whole world without what the example has anyway, so that only what it goes without is told. */
const besideFull = (world: World, whole: World): World =>
  new Map(
    [...whole].map(([path, states]) => [
      path,
      isCertain(world, path) && findField(path)?.kind !== 'choice' ? statesIn(world, path) : states,
    ]),
  );

/** Whether the example of a world, which has whatever it may have, takes the branch of the other world. */
const isShown = (world: World, branch: World) =>
  [...branch].every(([path, states]) => states.includes(stateOf(world, path) ?? ABSENT));

const shows = ({ sections }: Message, { snippet }: Goal) =>
  sections.some((section) => section.snippet === snippet.id);

/** What a message is tried with beside its world. */
interface Setting {
  readonly library: Library;
  readonly on: string;
}

/**
 * A message that shows the goal and as many others as go with it, its snippet picked by hand where another would be
 * chosen; the goal's snippet alone where time leaves it no room.
 */
function tryGoal(
  goal: Goal,
  open: Iterable<Goal>,
  slot: Slot,
  setting: Setting,
): Composed & { world: World } {
  const { id, section } = goal.snippet;
  const use = { [section]: id.slice(section.length + 1) };
  const world = gather(goal, open, slot);
  const picked = composeIn(world, slot, setting, { use });
  if (!isMessage(picked.outcome) || shows(picked.outcome, goal)) return { ...picked, world };
  const alone = wholeIn(goal.world, slot);
  const without = (slot.template.header.drop ?? []).filter((one) => one !== section);
  return { ...composeIn(alone, slot, setting, { use, without }), world: alone };
}

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

const libraries = new WeakMap<Library, Map<Library['practice'], Library>>();

/** The library of an example's practice; the same for the same, so that what was worked out for it is used again. */
function libraryOf(library: Library, practice: Library['practice']): Library {
  const known = libraries.get(library) ?? new Map<Library['practice'], Library>();
  libraries.set(library, known);
  const made = known.get(practice) ?? { ...library, practice };
  known.set(practice, made);
  return made;
}

function composeIn(
  world: World,
  slot: Slot,
  { library, on }: Setting,
  picks: Partial<Pick<Commission, 'use' | 'without'>>,
): Composed {
  const example = exampleOf(world, slot, library.practice, on, 'full');
  return compose({
    ...slot,
    library: libraryOf(library, example.practice),
    occasion: example,
    use: {},
    without: [],
    ...picks,
    placeOf: () => slot.template.place,
    today: on,
    isTrial: true,
  });
}

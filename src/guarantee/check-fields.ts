import type { Condition, Node } from '../language/node.ts';
import type { Library, Snippet } from '../library/library.ts';
import { findField } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { type Slot, worldsOf } from './possible-worlds.ts';
import { sidesOf } from './ways.ts';
import { slotsOf } from './wordings.ts';
import { isCertain, refine, rootOf, type World } from './world.ts';

/**
 * Whether each field is there where it is printed, and each condition can go either way: a walk over the wording that
 * knows at every place what the conditions before it have settled. Each fault is reported once, whatever the template.
 */

/** Every fault of every snippet in any template that can choose it. */
export const fieldFlowProblems = (library: Library): Problem[] =>
  library.snippets.flatMap((snippet) => snippetProblems(snippet, slotsOf(snippet, library)));

function snippetProblems(snippet: Snippet, slots: readonly Slot[]): Problem[] {
  const reached = slots.map((slot) => ({ slot, worlds: worldsOf(snippet, slot) }));
  if (!reached.some(({ worlds }) => worlds.length > 0)) return [unreachable(snippet, slots.length > 0)];
  const seen = new Walk();
  for (const { slot, worlds } of reached) seen.walk(snippet.nodes, worlds, slot);
  return seen.problems();
}

function unreachable({ id, place }: Snippet, hasSlot: boolean): Problem {
  const message = hasSlot
    ? `"${id}" can never be chosen: no client is all that stands under "when"`
    : `no template can choose "${id}"`;
  const hint = hasSlot
    ? 'Take a key or a value out of "when", or delete the file.'
    : 'Look at its channels and levels, place the section in a template, or delete the file.';
  return problem('snippet-unreachable', place, message, hint);
}

/** What decides what is said: a whole condition, a part of one, or whether a list has items. */
interface Sides {
  readonly what: 'condition' | 'part' | 'list';
  readonly place: Place;
  canHold: boolean;
  canFail: boolean;
}

/** Walks the wording for one template after another; a class because what is constant shows only over all of them. */
class Walk {
  readonly #missing = new Map<string, Problem>();
  readonly #sides = new Map<Condition | Node, Sides>();

  problems(): Problem[] {
    const constant = [...this.#sides.values()].filter(({ canHold, canFail }) => !canHold || !canFail);
    return [...this.#missing.values(), ...constant.map(constantProblem)];
  }

  walk(nodes: readonly Node[], worlds: readonly World[], slot: Slot): void {
    // A field that may not be known here at all is reported as that.
    const isKnown = (path: string) => isWithin(findField(path)?.level ?? 'vague', slot.template.header.level);
    for (const node of worlds.length === 0 ? [] : nodes) {
      if (node.kind === 'print' && isKnown(node.path)) this.#print(node.path, node.place, worlds);
      if (node.kind !== 'if' && node.kind !== 'each') continue;
      const sides = worlds.map((world) => sidesOf(node, world));
      const then = sides.flatMap(([one]) => one);
      const otherwise = sides.flatMap(([, other]) => other);
      if (node.kind === 'if') this.#condition(node.condition, worlds, node.place);
      // A list that always has items is as it should be, but for an {{else}}.
      else this.#note(node, 'list', node.place, then, node.otherwise.length > 0 ? otherwise : worlds);
      this.walk(node.kind === 'if' ? node.then : node.body, then, slot);
      this.walk(node.otherwise, otherwise, slot);
    }
  }

  #print(path: string, place: Place, worlds: readonly World[]): void {
    const name = rootOf(path);
    if (worlds.every((world) => isCertain(world, name))) return;
    const message = `"${path}" is printed here though it may be missing`;
    const hint = `Put {{#if ${path}}} … {{/if}} round the words that need it, or write needs: [${name}] at the top.`;
    this.#missing.set(keyOf(place), problem('field-optional', place, message, hint));
  }

  #note(
    of: Condition | Node,
    what: Sides['what'],
    place: Place,
    holding: readonly World[],
    failing: readonly World[],
  ): void {
    const sides = this.#sides.get(of) ?? { what, place, canHold: false, canFail: false };
    this.#sides.set(of, sides);
    sides.canHold ||= holding.length > 0;
    sides.canFail ||= failing.length > 0;
  }

  /** Notes for a condition and each of its parts whether it can hold and whether it can fail. */
  #condition(condition: Condition, worlds: readonly World[], place: Place, isPart = false): void {
    // Where those before it have settled everything, they are what is told.
    if (worlds.length === 0) return;
    const side = (truth: boolean) => worlds.flatMap((world) => refine(world, condition, truth));
    this.#note(
      condition,
      isPart ? 'part' : 'condition',
      placeOf(condition) ?? place,
      side(true),
      side(false),
    );
    this.#parts(condition, worlds, place);
  }

  #parts(condition: Condition, worlds: readonly World[], place: Place): void {
    // What is turned round by `not` or {{#unless}} goes the other way wherever the whole does.
    if (condition.kind === 'not') this.#parts(condition.of, worlds, place);
    if (condition.kind !== 'all' && condition.kind !== 'any') return;
    // Each part is looked at only where those before it leave it open.
    const goesOn = condition.kind === 'all';
    condition.of.reduce<readonly World[]>((open, part) => {
      this.#condition(part, open, place, true);
      return open.flatMap((world) => refine(world, part, goesOn));
    }, worlds);
  }
}

/** Where the condition stands; one that joins others stands nowhere itself. */
const placeOf = (condition: Condition): Place | undefined =>
  'place' in condition ? condition.place : condition.kind === 'not' ? placeOf(condition.of) : undefined;

const keyOf = ({ line, column }: Place) => `${line}:${column}`;

function constantProblem({ what, place, canHold }: Sides): Problem {
  const [always, never] = CONSTANT[what];
  const [message, hint] = canHold ? always : never;
  return problem('condition-constant', place, message, hint);
}

type Told = readonly [message: string, hint: string];

const COMPARE = 'Compare it with "when", "needs" and the conditions round it, or take it out.';
const CONSTANT: Readonly<Record<Sides['what'], readonly [always: Told, never: Told]>> = {
  condition: [
    [
      'this condition always holds, so its {{else}} is never said',
      'Take the condition out and keep its words.',
    ],
    ['this condition never holds, so its words are never said', COMPARE],
  ],
  part: [
    ['this part of the condition always holds', 'Take this part out of the brackets.'],
    ['this part of the condition never holds', COMPARE],
  ],
  list: [
    ['this list is never empty here, so its {{else}} is never said', 'Take the {{else}} and its words out.'],
    ['this list is always empty here, so its words are never said', COMPARE],
  ],
};

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

interface Sides {
  readonly condition: Condition;
  readonly place: Place;
  canHold: boolean;
  canFail: boolean;
}

/** Walks the wording for one template after another; a class because what is constant shows only over all of them. */
class Walk {
  readonly #missing = new Map<string, Problem>();
  readonly #sides = new Map<Condition, Sides>();

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
      if (node.kind === 'if') this.#condition(node.condition, worlds, node.place);
      const sides = worlds.map((world) => sidesOf(node, world));
      const then = sides.flatMap(([one]) => one);
      this.walk(node.kind === 'if' ? node.then : node.body, then, slot);
      this.walk(
        node.otherwise,
        sides.flatMap(([, other]) => other),
        slot,
      );
    }
  }

  #print(path: string, place: Place, worlds: readonly World[]): void {
    const name = rootOf(path);
    if (worlds.every((world) => isCertain(world, name))) return;
    const message = `"${path}" is printed here though it may be missing`;
    const hint = `Put {{#if ${path}}} … {{/if}} round the words that need it, or write needs: [${name}] at the top.`;
    this.#missing.set(keyOf(place), problem('field-optional', place, message, hint));
  }

  /** Notes for a condition and each of its parts whether it can hold and whether it can fail. */
  #condition(condition: Condition, worlds: readonly World[], place: Place): void {
    const at = 'place' in condition ? condition.place : place;
    const sides = this.#sides.get(condition) ?? { condition, place: at, canHold: false, canFail: false };
    this.#sides.set(condition, sides);
    sides.canHold ||= worlds.some((world) => refine(world, condition, true).length > 0);
    sides.canFail ||= worlds.some((world) => refine(world, condition, false).length > 0);
    if (condition.kind === 'not') this.#condition(condition.of, worlds, place);
    if (condition.kind !== 'all' && condition.kind !== 'any') return;
    // Each part is looked at only where those before it leave it open.
    const goesOn = condition.kind === 'all';
    condition.of.reduce<readonly World[]>((open, part) => {
      this.#condition(part, open, place);
      return open.flatMap((world) => refine(world, part, goesOn));
    }, worlds);
  }
}

const keyOf = ({ line, column }: Place) => `${line}:${column}`;

function constantProblem({ place, canHold }: Sides): Problem {
  return canHold
    ? problem(
        'condition-constant',
        place,
        'this condition always holds, so its {{else}} is never said',
        'Take the condition out and keep its words.',
      )
    : problem(
        'condition-constant',
        place,
        'this condition never holds, so its words are never said',
        'Compare it with "when", "needs" and the conditions round it, or take it out.',
      );
}

import type { Condition } from '../language/node.ts';
import type { Context } from '../model/context.ts';
import { type FieldName, findField } from '../model/field.ts';

/**
 * What may still be the case: for each field the states it can be in. Conditions split a world into those in which they
 * hold and those in which they do not, exactly, so that a walk over the wording knows at each place what is certain.
 */

/** A field that is not in the context. */
export const ABSENT = '';
/** A text or a list that is there. A choice that is there is in the state of its value. */
const PRESENT = '*';

/** The states that each field can be in, at least one; a field that is not named is always absent. */
export type World = ReadonlyMap<string, readonly string[]>;

/** Every state that a field has where nothing is known: absent, and present or each of its values. */
export function statesOf(path: string): readonly string[] {
  const field = findField(path);
  const present = field?.kind === 'choice' ? (field.values ?? []) : [PRESENT];
  return field?.always ? present : [ABSENT, ...present];
}

/** The world in which the field is in one of the states for which `keep` holds; undefined where it has none of them. */
export function narrow(world: World, path: string, keep: (state: string) => boolean): World | undefined {
  const states = statesIn(world, path);
  const kept = states.filter(keep);
  if (kept.length === states.length) return world;
  return kept.length === 0 ? undefined : new Map(world).set(path, kept);
}

/** The state that a field has in a context. */
export function stateIn(context: Context, path: string): string {
  const value = Object.hasOwn(context, path) ? context[path as FieldName] : undefined;
  if (value === undefined) return ABSENT;
  return findField(path)?.kind === 'choice' && typeof value === 'string' ? value : PRESENT;
}

/** The states of a field in the world. */
export const statesIn = (world: World, path: string) => world.get(path) ?? [ABSENT];

/** Whether the field is there in every context of the world. */
export const isCertain = (world: World, path: string) => !statesIn(world, path).includes(ABSENT);

/** The worlds, none overlapping another, that together are all of this one in which the condition is `truth`. */
export function refine(world: World, condition: Condition, truth: boolean): readonly World[] {
  switch (condition.kind) {
    case 'present':
      return listed(narrow(world, rootOf(condition.path), (state) => (state !== ABSENT) === truth));
    case 'is':
      return listed(narrow(world, condition.path, (state) => (state === condition.value) === truth));
    case 'not':
      return refine(world, condition.of, !truth);
    default:
      return (condition.kind === 'all') === truth
        ? refineEvery(world, condition.of, truth)
        : condition.of.flatMap((part, index) =>
            refineEvery(world, condition.of.slice(0, index), !truth).flatMap((rest) =>
              refine(rest, part, truth),
            ),
          );
  }
}

function refineEvery(world: World, parts: readonly Condition[], truth: boolean): readonly World[] {
  return parts.reduce<readonly World[]>(
    (worlds, part) => worlds.flatMap((one) => refine(one, part, truth)),
    [world],
  );
}

const listed = (world: World | undefined): readonly World[] => (world === undefined ? [] : [world]);

/** The field of a path: `supports` for `supports.sentence`. */
export const rootOf = (path: string) => path.split('.')[0] ?? '';

/** One text for each world; two of the same worlds have the same. */
export const keyOf = (world: World) =>
  [...world]
    .map(([path, states]) => `${path}=${states.join('|')}`)
    .sort()
    .join(' ');

/** The world of both; undefined where no context is in both. */
export function meet(a: World, b: World): World | undefined {
  const changed: [string, readonly string[]][] = [];
  for (const [path, states] of b) {
    const here = statesIn(a, path);
    const kept = here.filter((state) => states.includes(state));
    if (kept.length === 0) return undefined;
    if (kept.length < here.length) changed.push([path, kept]);
  }
  if (changed.length === 0) return a;
  const both = new Map(a);
  for (const [path, states] of changed) both.set(path, states);
  return both;
}

/** Whether every context of `inner` is in `outer`. */
export const isWithin = (inner: World, outer: World) =>
  [...outer.keys()].every((path) =>
    statesIn(inner, path).every((state) => statesIn(outer, path).includes(state)),
  );

/** The world with the states of one field replaced. */
export const withStates = (world: World, path: string, states: readonly string[]): World =>
  new Map(world).set(path, states);

import type { Node } from '../language/node.ts';
import { ABSENT, narrow, refine, type World } from './world.ts';

/** The ways through a wording: which branches can be taken together, and for whom. */

/** More ways through one snippet than anyone could read; past them only a covering set is looked at. */
const MOST_WAYS = 4_096;

/**
 * The worlds of `worlds` told apart until each takes one way through the nodes: every condition met on it is decided.
 * Undefined when there are too many.
 */
export function listWays(nodes: readonly Node[], worlds: readonly World[]): readonly World[] | undefined {
  let ways = worlds;
  for (const node of nodes) {
    const split = ways.map((world) => waysThrough(node, world));
    if (split.some((part) => part === undefined)) return undefined;
    ways = split.flatMap((part) => part ?? []);
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

function waysThrough(node: Node, world: World): readonly World[] | undefined {
  if (node.kind !== 'if' && node.kind !== 'each') return [world];
  const [then, otherwise] = sidesOf(node, world);
  const one = listWays(node.kind === 'if' ? node.then : node.body, then);
  const other = listWays(node.otherwise, otherwise);
  return one && other && [...one, ...other];
}

/** The worlds that take the first and those that take the second branch of a node. */
export function sidesOf(
  node: Extract<Node, { kind: 'if' | 'each' }>,
  world: World,
): readonly [readonly World[], readonly World[]] {
  if (node.kind === 'if') return [refine(world, node.condition, true), refine(world, node.condition, false)];
  const full = narrow(world, node.path, (state) => state !== ABSENT);
  const empty = narrow(world, node.path, (state) => state === ABSENT);
  return [full === undefined ? [] : [full], empty === undefined ? [] : [empty]];
}

/** For every branch that can be reached, a world that takes it; a few for each branch, whatever their combinations. */
export function listCovering(nodes: readonly Node[], worlds: readonly World[]): readonly World[] {
  const found = nodes.flatMap((node) => {
    if (node.kind !== 'if' && node.kind !== 'each') return [];
    const sides = worlds.map((world) => sidesOf(node, world));
    const then = sides.flatMap(([one]) => one);
    const otherwise = sides.flatMap(([, other]) => other);
    return [
      ...listCovering(node.kind === 'if' ? node.then : node.body, then),
      ...listCovering(node.otherwise, otherwise),
    ];
  });
  return found.length > 0 ? found : worlds.slice(0, 1);
}

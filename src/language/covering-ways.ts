import type { Piece } from './evaluate.ts';
import type { Condition, Node } from './node.ts';

/**
 * Wording before any client is involved, as a few ways through its conditions, for what must be right in the text
 * itself. A field is a piece without words. Not every way that a client can lead to: what only a certain mixture of
 * branches shows is left to the checks that fill it.
 */

type Decision = readonly [Condition, boolean];

/** What is assumed of fields: whether one is there, or is a certain word. */
type Assumed = Map<string, boolean>;

/** Ways that pass together through every branch which some state of the fields leads to; the first has every field. */
export function coveringWays(nodes: readonly Node[]): Piece[][] {
  const seen = new Set<readonly Node[]>();
  const ways = [walk(nodes, new Map(), seen)];
  for (const { branch, decisions } of listBranches(nodes, [])) {
    if (seen.has(branch)) continue;
    const assumed: Assumed = new Map();
    for (const [condition, wanted] of decisions) assume(condition, wanted, assumed);
    ways.push(walk(nodes, assumed, seen));
  }
  return ways;
}

interface Branch {
  readonly branch: readonly Node[];
  readonly decisions: readonly Decision[];
}

function listBranches(nodes: readonly Node[], before: readonly Decision[]): Branch[] {
  return nodes.flatMap((node) => {
    const sides = sidesOf(node);
    if (sides === undefined) return [];
    const { condition, met, unmet } = sides;
    return [[met, true] as const, [unmet, false] as const].flatMap(([branch, wanted]) => {
      const decisions = [...before, [condition, wanted] as const];
      return [{ branch, decisions }, ...listBranches(branch, decisions)];
    });
  });
}

function sidesOf(node: Node) {
  if (node.kind === 'if') return { condition: node.condition, met: node.then, unmet: node.otherwise };
  if (node.kind !== 'each') return undefined;
  const condition: Condition = { kind: 'present', path: node.path, place: node.place };
  return { condition, met: node.body, unmet: node.otherwise };
}

/** One way: adds the pieces where the fields are as assumed, and every branch that it passes through. */
function walk(
  nodes: readonly Node[],
  assumed: Assumed,
  seen: Set<readonly Node[]>,
  pieces: Piece[] = [],
): Piece[] {
  for (const node of nodes) {
    const sides = sidesOf(node);
    if (sides === undefined) pushPiece(node, pieces);
    else {
      const branch = holds(sides.condition, assumed) ? sides.met : sides.unmet;
      seen.add(branch);
      walk(branch, assumed, seen, pieces);
      // A list of one item hides what stands between two.
      if (node.kind === 'each' && branch === sides.met) walk(branch, assumed, seen, pieces);
    }
  }
  return pieces;
}

function pushPiece(node: Node, pieces: Piece[]): void {
  if (node.kind === 'words') pieces.push(node);
  else if (node.kind === 'print') pieces.push({ text: '', field: node.path, place: node.place });
  else if (node.kind === 'item') pieces.push({ text: '', field: 'this', place: node.place });
}

/** A field is there unless it is assumed not to be, and is no certain word unless it is assumed to be. */
function holds(condition: Condition, assumed: Assumed): boolean {
  switch (condition.kind) {
    case 'present':
    case 'is':
      return assumed.get(keyOf(condition)) ?? condition.kind === 'present';
    case 'not':
      return !holds(condition.of, assumed);
    case 'all':
      return condition.of.every((part) => holds(part, assumed));
    case 'any':
      return condition.of.some((part) => holds(part, assumed));
  }
}

function assume(condition: Condition, wanted: boolean, assumed: Assumed): void {
  if (condition.kind === 'present' || condition.kind === 'is') assumed.set(keyOf(condition), wanted);
  else if (condition.kind === 'not') assume(condition.of, !wanted, assumed);
  else for (const part of condition.of) assume(part, wanted, assumed);
}

const keyOf = (condition: Extract<Condition, { kind: 'present' | 'is' }>) =>
  condition.kind === 'is' ? `${condition.path} ${condition.value}` : (condition.path.split('.')[0] ?? '');

import type { Place } from '../problem.ts';

/** The checked subset of Handlebars as a tree of our own: what a snippet or a template body can say. */

/** A test on presence, on a choice, or on both; nothing else decides what is said. */
export type Condition =
  | { readonly kind: 'present'; readonly path: string; readonly place: Place }
  | { readonly kind: 'is'; readonly path: string; readonly value: string; readonly place: Place }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export type Node =
  | { readonly kind: 'words'; readonly text: string; readonly place: Place }
  | { readonly kind: 'print'; readonly path: string; readonly place: Place }
  | { readonly kind: 'item'; readonly place: Place }
  | {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[];
      readonly place: Place;
    }
  | {
      readonly kind: 'each';
      readonly path: string;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
      readonly place: Place;
    }
  | { readonly kind: 'section'; readonly name: string; readonly place: Place };

/** One look at a field: printing it, looping over it, or letting it decide. */
export interface Reading {
  readonly path: string;
  readonly how: 'print' | 'each' | 'condition';
  /** The literal a choice is compared with. */
  readonly value?: string;
  readonly place: Place;
}

/** Every look at a field in the nodes, in the order of the text. */
export function listReadings(nodes: readonly Node[]): Reading[] {
  return nodes.flatMap((node): Reading[] => {
    switch (node.kind) {
      case 'print':
        return [{ path: node.path, how: 'print', place: node.place }];
      case 'each':
        return [{ path: node.path, how: 'each', place: node.place }, ...listReadings(node.otherwise)];
      case 'if':
        return [
          ...conditionReadings(node.condition),
          ...listReadings(node.then),
          ...listReadings(node.otherwise),
        ];
      default:
        return [];
    }
  });
}

function conditionReadings(condition: Condition): Reading[] {
  switch (condition.kind) {
    case 'present':
      return [{ path: condition.path, how: 'condition', place: condition.place }];
    case 'is':
      return [{ path: condition.path, how: 'condition', value: condition.value, place: condition.place }];
    case 'not':
      return conditionReadings(condition.of);
    default:
      return condition.of.flatMap(conditionReadings);
  }
}

/** Every piece of fixed text in the nodes, on all branches. */
export function listWords(nodes: readonly Node[]): Extract<Node, { kind: 'words' }>[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'words') return [node];
    if (node.kind === 'if') return listWords([...node.then, ...node.otherwise]);
    return node.kind === 'each' ? listWords([...node.body, ...node.otherwise]) : [];
  });
}

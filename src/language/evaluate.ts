import type { Context, Value } from '../model/context.ts';
import type { FieldName } from '../model/field.ts';
import type { Place } from '../problem.ts';
import type { Condition, Node } from './node.ts';

/** Fills nodes from a context, keeping for every character where it came from. Reads own keys only; runs no code. */

/** A stretch of filled text; `field` names the field it came from and is absent for wording, `place` is where in a file. */
export interface Piece {
  readonly text: string;
  readonly field?: string;
  readonly place?: Place;
}

/** A printed field that the context does not have; the checks before this make it impossible, so it is fatal. */
export class UnfilledField extends Error {}

/** The filled pieces in order. `{{> section}}` has no meaning here: templates are assembled, not filled. */
export function evaluate(nodes: readonly Node[], context: Context): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) fillNode(node, context, undefined, pieces);
  return pieces;
}

interface Item {
  readonly text: string;
  readonly field: string;
}

function fillNode(node: Node, context: Context, item: Item | undefined, pieces: Piece[]): void {
  switch (node.kind) {
    case 'words':
      pieces.push({ text: node.text, place: node.place });
      return;
    case 'item':
      if (item !== undefined) pieces.push({ ...item, place: node.place });
      return;
    case 'print':
      pieces.push(...printed(node.path, node.place, context));
      return;
    case 'if':
      for (const inner of holds(node.condition, context) ? node.then : node.otherwise)
        fillNode(inner, context, item, pieces);
      return;
    case 'each': {
      const items = listOf(lookUp(context, node.path));
      if (items.length === 0) for (const inner of node.otherwise) fillNode(inner, context, item, pieces);
      for (const text of items)
        for (const inner of node.body) fillNode(inner, context, { text, field: node.path }, pieces);
    }
  }
}

function printed(path: string, place: Place, context: Context): Piece[] {
  const [name = '', form] = path.split('.');
  const value = lookUp(context, name);
  if (typeof value === 'string' && form === undefined) return [{ text: value, field: name, place }];
  if (typeof value === 'object' && form === 'sentence') {
    return value.sentence.map(({ text, isItem }) =>
      isItem ? { text, field: name, place } : { text, place },
    );
  }
  throw new UnfilledField(path);
}

/** Whether the condition is true: a field is present, a choice has the value. */
function holds(condition: Condition, context: Context): boolean {
  switch (condition.kind) {
    case 'present':
      return isPresent(lookUp(context, condition.path.split('.')[0] ?? ''));
    case 'is':
      return lookUp(context, condition.path) === condition.value;
    case 'not':
      return !holds(condition.of, context);
    case 'all':
      return condition.of.every((part) => holds(part, context));
    case 'any':
      return condition.of.some((part) => holds(part, context));
  }
}

const isPresent = (value: Value | undefined) =>
  typeof value === 'object' ? value.items.length > 0 : value !== undefined;
const listOf = (value: Value | undefined) => (typeof value === 'object' ? value.items : []);

function lookUp(context: Context, name: string): Value | undefined {
  return Object.hasOwn(context, name) ? context[name as FieldName] : undefined;
}

/** What holds at an element of a drawing, by itself and by all that it stands in. */
import type { Painted, Shape } from './drawing.ts';
import type { SvgDocument, SvgElement } from './svg-document.ts';
import type { DrawingFault } from './svg-faults.ts';
import { type Matrix, matrixOf, multiply } from './svg-path.ts';
import type { Extent } from './svg-shapes.ts';
import { inheritedOf, type Rule, type Style, styleOf } from './svg-style.ts';

/** More elements and steps together than any logo has. */
export const MOST_WORK = 50_000;

/** A drawing while it is read. */
export interface Reading {
  readonly byId: SvgDocument['byId'];
  readonly rules: readonly Rule[];
  readonly faults: Set<DrawingFault>;
  /** Elements met, what is written in them, and steps drawn so far. */
  work: number;
}

export interface Scope {
  /** From the lengths here to those of the drawing. */
  readonly matrix: Matrix;
  readonly style: Style;
  readonly clips: readonly Shape[];
  readonly extent: Extent;
  readonly depth: number;
  /** Whether areas are gathered to cut something out, whatever their colour. */
  readonly isClip: boolean;
  /** Where what is drawn goes. */
  readonly painted: Painted[];
}

/** The scope of the element in that of what it stands in; undefined where its transform cannot be read. */
export function enter({ rules }: Reading, element: SvgElement, outer: Scope): Scope | undefined {
  const own = matrixOf(element.attributes['transform'] ?? '');
  if (own === undefined) return undefined;
  const style = { ...inheritedOf(outer.style), ...styleOf(element, rules) };
  return { ...outer, style, matrix: multiply(outer.matrix, own), depth: outer.depth + 1 };
}

/** The element that an address names; undefined where that is outside of the drawing, or nowhere. */
export function targetOf({ byId }: Reading, address = ''): SvgElement | undefined {
  const [, id] = /^(?:url\(\s*["']?)?#([^"')\s]+)["']?\s*\)?$/.exec(address.trim()) ?? [];
  return id === undefined ? undefined : byId.get(id);
}

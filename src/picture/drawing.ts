/** What a vector logo is once it is read: shapes one over the other, in their places. Nothing else of its file is kept. */

/** One step of an outline. */
export interface Step {
  readonly verb: 'M' | 'L' | 'C' | 'Z';
  /** One point for M and L, three for C, none for Z: x and y by turns. */
  readonly points: readonly number[];
}

/** An area by its outline. */
export interface Shape {
  readonly steps: readonly Step[];
  readonly isEvenOdd: boolean;
}

/** A line drawn along the outline instead of what is inside. */
export interface Stroke {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
}

/** One shape in one colour. */
export interface Painted {
  readonly shape: Shape;
  readonly stroke?: Stroke;
  /** Red, green, blue: 0 to 255. */
  readonly colour: readonly [number, number, number];
  /** More than 0, at most 1. */
  readonly opacity: number;
  /** It shows only where all of these are. */
  readonly clips: readonly Shape[];
}

/** What is seen of a drawing, the lower first; its longer side is `SIDE`. */
export interface Shapes {
  readonly width: number;
  readonly height: number;
  readonly painted: readonly Painted[];
}

/** From the top left corner of the drawing, whose longer side is `SIDE`. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The longer side of every drawing: it has no pixels, and is as large as its room allows. */
export const SIDE = 1000;

/** What the shape certainly stays within, its stroke as well. */
export function boundsOf({ steps }: Shape, stroke?: Stroke): Bounds {
  const xs = steps.flatMap(({ points }) => points.filter((_, index) => index % 2 === 0));
  const ys = steps.flatMap(({ points }) => points.filter((_, index) => index % 2 === 1));
  const reach =
    stroke === undefined
      ? 0
      : (stroke.width / 2) * Math.max(Math.SQRT2, stroke.join === 'miter' ? stroke.miterLimit : 0);
  const least = (all: readonly number[]) => all.reduce((one, other) => Math.min(one, other), Infinity);
  const most = (all: readonly number[]) => all.reduce((one, other) => Math.max(one, other), -Infinity);
  return {
    left: least(xs) - reach,
    top: least(ys) - reach,
    right: most(xs) + reach,
    bottom: most(ys) + reach,
  };
}

/** Whether the two have an area in common. */
export const doOverlap = (one: Bounds, other: Bounds): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The steps in hundredths: a logo in its room shows no more, and every machine counts them alike. */
export const roundSteps = (steps: readonly Step[]): Step[] =>
  steps.map(({ verb, points }) => ({ verb, points: points.map((one) => Math.round(one * 100) / 100 + 0) }));

/** A width or a share in thousandths. */
export const roundSize = (size: number): number => Math.round(size * 1000) / 1000;

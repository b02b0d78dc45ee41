/** Outlines and transforms as SVG writes them (SVG 1.1, 7.6 and 8.3). The only importer of svg-pathdata. */
import { type SVGCommand, SVGPathData, SVGPathDataTransformer } from 'svg-pathdata';
import type { Step } from './drawing.ts';

/** x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does the second, then the first. */
export const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** The same steps after the matrix. */
export const transformSteps = (steps: readonly Step[], [a, b, c, d, e, f]: Matrix): Step[] =>
  steps.map(({ verb, points }) => ({
    verb,
    points: points.map((one, index) => {
      const [x, y] = index % 2 === 0 ? [one, points[index + 1] ?? 0] : [points[index - 1] ?? 0, one];
      return index % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
    }),
  }));

/** The steps of an outline; undefined where it cannot be read or goes on for ever. */
export function stepsOf(outline: string): Step[] | undefined {
  try {
    const { commands } = new SVGPathData(outline)
      .toAbs()
      // As they are otherwise: a curve along a straight line may go beyond its end, and bends the next.
      .transform(SVGPathDataTransformer.NORMALIZE_HVZ(false, true, true, false))
      .normalizeST()
      .qtToC()
      .transform(SVGPathDataTransformer.INFO(withoutEmptyArcs))
      .aToC();
    const steps = commands.map(stepOf);
    return steps.every(({ points }) => points.every(Number.isFinite)) ? steps : undefined;
  } catch {
    return undefined;
  }
}

/** An arc to where it begins is none, and the library does not end on it. */
const withoutEmptyArcs = (command: SVGCommand, x: number, y: number) =>
  command.type === SVGPathData.ARC && command.x === x && command.y === y ? [] : command;

function stepOf(command: SVGCommand): Step {
  if (command.type === SVGPathData.CLOSE_PATH) return { verb: 'Z', points: [] };
  if (command.type === SVGPathData.CURVE_TO) {
    const { x1, y1, x2, y2, x, y } = command;
    return { verb: 'C', points: [x1, y1, x2, y2, x, y] };
  }
  const { x, y } = command as SVGCommand & { readonly x: number; readonly y: number };
  return { verb: command.type === SVGPathData.MOVE_TO ? 'M' : 'L', points: [x, y] };
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** The numbers of a list, however they are kept apart. */
export const numbersIn = (text: string): number[] => (text.match(NUMBER) ?? []).map(Number);

/** The matrix of a list of transforms; undefined where one is not known. */
export function matrixOf(transforms: string): Matrix | undefined {
  const rest = transforms.replace(TRANSFORM, '').replace(/[\s,]+/g, '');
  if (rest !== '') return undefined;
  const all = [...transforms.matchAll(TRANSFORM)].map(([, name = '', list = '']) =>
    TRANSFORMS[name]?.(numbersIn(list)),
  );
  return all.reduce(
    (whole, one) => (whole === undefined || one === undefined ? undefined : multiply(whole, one)),
    IDENTITY,
  );
}

const TRANSFORM = /([a-zA-Z]{1,9})\s*\(([\d\s,.eE+-]*)\)/g;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const translate = ([x = 0, y = 0]: readonly number[]): Matrix => [1, 0, 0, 1, x, y];

function rotate([angle = 0, x = 0, y = 0]: readonly number[]): Matrix {
  const [sine, cosine] = [Math.sin(radians(angle)), Math.cos(radians(angle))];
  return multiply(multiply(translate([x, y]), [cosine, sine, -sine, cosine, 0, 0]), translate([-x, -y]));
}

const TRANSFORMS: Readonly<Record<string, (numbers: readonly number[]) => Matrix | undefined>> = {
  matrix: ([a, b, c, d, e, f]) =>
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
      ? undefined
      : [a, b, c, d, e, f],
  translate,
  scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
  rotate,
  skewX: ([angle = 0]) => [1, 0, Math.tan(radians(angle)), 1, 0, 0],
  skewY: ([angle = 0]) => [1, Math.tan(radians(angle)), 0, 1, 0, 0],
};

/** Outlines as straight lines, for what fills them pixel by pixel. */
import type { Step } from './drawing.ts';

export type Point = readonly [x: number, y: number];

export interface Polyline {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

/** Each part of an outline; a curve becomes lines that stay within `tolerance` of it. */
export function flatten(steps: readonly Step[], tolerance: number): Polyline[] {
  const lines: { points: Point[]; isClosed: boolean }[] = [];
  let start: Point = [0, 0];
  let isOpen = false;
  for (const { verb, points } of steps) {
    const [x = 0, y = 0] = points.slice(-2);
    if (verb === 'M') start = [x, y];
    if (verb === 'M' || !isOpen) lines.push({ points: [start], isClosed: false });
    isOpen = verb !== 'Z';
    const line = lines.at(-1);
    if (line === undefined) continue;
    if (verb === 'Z') line.isClosed = true;
    else if (verb === 'L') line.points.push([x, y]);
    else if (verb === 'C') line.points.push(...curve(line.points.at(-1) ?? start, points, tolerance));
  }
  return lines;
}

/** In so many parts that each stays within the tolerance (T. Sederberg, Computer Aided Geometric Design, 10.6). */
function curve([x0, y0]: Point, points: readonly number[], tolerance: number): Point[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
  );
  const parts = Math.min(200, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance))));
  return Array.from({ length: parts }, (_, index) => {
    const t = (index + 1) / parts;
    const at = (a: number, b: number, c: number, d: number) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)] as const;
  });
}

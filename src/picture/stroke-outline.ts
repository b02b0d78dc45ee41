/** A line as the area that it covers: a piece for each stretch, corner and end, all of them around the same way. */
import type { Step, Stroke } from './drawing.ts';
import { flatten, type Point, type Polyline } from './flatten.ts';

/** The area of a line along the outline, in steps that are filled where they go around anything. */
export function outlineOfStroke(steps: readonly Step[], stroke: Stroke): Step[] {
  const pieces = flatten(steps, stroke.width / 100).flatMap((line) => listPieces(line, stroke));
  return pieces
    .map(turnedRight)
    .flatMap((piece): Step[] => [
      ...piece.map((points, index): Step => ({ verb: index === 0 ? 'M' : 'L', points })),
      { verb: 'Z', points: [] },
    ]);
}

function listPieces({ points, isClosed }: Polyline, stroke: Stroke): Point[][] {
  const path = points.filter(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (path.length === 1) return dotOf(first, stroke);
  const isSame = first[0] === last[0] && first[1] === last[1];
  const around = isClosed
    ? isSame
      ? [...path, path[1] ?? first]
      : [...path, first, path[1] ?? first]
    : path;
  const stretches = around.slice(1).map((to, index) => [around[index] ?? to, to] as const);
  const corners = around
    .slice(1, -1)
    .flatMap((at, index) => cornerOf(around[index] ?? at, at, around[index + 2] ?? at, stroke));
  const ends = isClosed
    ? []
    : [...endOf(path[1] ?? first, first, stroke), ...endOf(path.at(-2) ?? last, last, stroke)];
  return [...stretches.map(([from, to]) => band(from, to, stroke.width / 2)), ...corners, ...ends];
}

/** A line of no length is seen by its ends alone. */
function dotOf([x, y]: Point, { width, cap }: Stroke): Point[][] {
  const half = width / 2;
  if (cap === 'round') return [disc([x, y], half)];
  return cap === 'square' ? [band([x - half, y], [x + half, y], half)] : [];
}

/** To the left of the way from one point to the other, by `half`. */
function aside([x0, y0]: Point, [x1, y1]: Point, half: number): Point {
  const length = Math.hypot(x1 - x0, y1 - y0);
  return [(-(y1 - y0) / length) * half, ((x1 - x0) / length) * half];
}

function band(from: Point, to: Point, half: number): Point[] {
  const [dx, dy] = aside(from, to, half);
  return [
    [from[0] + dx, from[1] + dy],
    [to[0] + dx, to[1] + dy],
    [to[0] - dx, to[1] - dy],
    [from[0] - dx, from[1] - dy],
  ];
}

const DISC = 32;

const disc = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: DISC }, (_, index) => {
    const angle = (2 * Math.PI * index) / DISC;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

function endOf(before: Point, end: Point, { width, cap }: Stroke): Point[][] {
  if (cap === 'round') return [disc(end, width / 2)];
  const [dx, dy] = aside(before, end, width / 2);
  return cap === 'square' ? [band(end, [end[0] + dy, end[1] - dx], width / 2)] : [];
}

/** What is missing between two stretches on the outer side of their corner. */
function cornerOf(before: Point, at: Point, after: Point, stroke: Stroke): Point[][] {
  const half = stroke.width / 2;
  const [one, other] = [aside(before, at, half), aside(at, after, half)];
  const turn = one[0] * other[1] - one[1] * other[0];
  const cosine = (one[0] * other[0] + one[1] * other[1]) / (half * half);
  const side = turn > 0 ? -1 : 1;
  const [a, b] = [one, other].map(([x, y]): Point => [at[0] + side * x, at[1] + side * y]) as [Point, Point];
  if (stroke.join === 'round' && cosine < 0.98) return [disc(at, half)];
  // The miter is 1 / cos(half the angle between the normals) times as long as the line is wide.
  const reach = Math.sqrt((1 + cosine) / 2);
  if (stroke.join === 'bevel' || reach * stroke.miterLimit < 1) return [[at, a, b]];
  const [x, y] = [(side * (one[0] + other[0])) / (1 + cosine), (side * (one[1] + other[1])) / (1 + cosine)];
  return [[at, a, [at[0] + x, at[1] + y], b]];
}

function turnedRight(piece: Point[]): Point[] {
  const area = piece.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = piece[(index + 1) % piece.length] ?? [x, y];
    return sum + x * nextY - y * nextX;
  }, 0);
  return area < 0 ? piece.reverse() : piece;
}

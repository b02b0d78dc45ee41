/** What cuts a drawing out: rectangles for the most part, which programs put around everything. */
import { type Bounds, boundsOf, doOverlap, type Painted, type Shape } from './drawing.ts';

/** The area of several shapes together; undefined where they lie over each other, which one outline cannot say. */
export function unite(shapes: readonly Shape[]): Shape | undefined {
  const [first = { steps: [], isEvenOdd: false }] = shapes;
  const isAlike = shapes.every(({ isEvenOdd }) => isEvenOdd === first.isEvenOdd);
  if (!isAlike || hasOverlap(shapes.map((shape) => boundsOf(shape)))) return undefined;
  return { steps: shapes.flatMap(({ steps }) => steps), isEvenOdd: first.isEvenOdd };
}

/** So many are compared with each other, and no more. */
const MOST_COMPARED = 200;

/** Whether some may lie over each other. */
export const hasOverlap = (all: readonly Bounds[]): boolean =>
  all.length > MOST_COMPARED ||
  all.some((one, index) => all.slice(index + 1).some((other) => doOverlap(one, other)));

/** The shape without what cuts nothing off of it; undefined where nothing is left on the page. */
export function trim(painted: Painted, page: Bounds): Painted | undefined {
  const seen = overlapOf(boundsOf(painted.shape, painted.stroke), page);
  const clips = painted.clips.filter((clip) => !(isRectangle(clip) && holds(boundsOf(clip), seen)));
  const left = clips.map((clip) => boundsOf(clip)).reduce(overlapOf, seen);
  return left.left < left.right && left.top < left.bottom ? { ...painted, clips } : undefined;
}

const overlapOf = (one: Bounds, other: Bounds): Bounds => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const holds = (outer: Bounds, inner: Bounds) =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom;

/** Whether the outline goes once around four corners, straight along the page. */
function isRectangle({ steps }: Shape): boolean {
  const corners = steps.filter(({ verb }) => verb === 'M' || verb === 'L').map(({ points }) => points);
  const isStraight = corners.every(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [];
    return x === nextX || y === nextY;
  });
  return (
    isStraight &&
    corners.length <= 5 &&
    new Set(corners.map((corner) => corner.join(' '))).size === 4 &&
    steps.every(({ verb }, index) => verb !== 'C' && (verb !== 'M' || index === 0))
  );
}

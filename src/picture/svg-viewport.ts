/** How a drawing lies in its room: `viewBox` and `preserveAspectRatio` (SVG 1.1, 7.8). */
import type { SvgElement } from './svg-document.ts';
import { type Matrix, numbersIn } from './svg-path.ts';
import { type Extent, lengthOf } from './svg-shapes.ts';

export interface Viewport {
  /** From the lengths inside to those of the room. */
  readonly matrix: Matrix;
  /** What percents inside are of. */
  readonly extent: Extent;
}

/** The viewport of `svg` or `symbol` in a room of that size, whose corner is at 0, 0; undefined where its box has no size. */
export function viewportOf({ attributes }: SvgElement, room: Extent): Viewport | undefined {
  const box = attributes['viewBox'];
  if (box === undefined) return { matrix: [1, 0, 0, 1, 0, 0], extent: room };
  const [left = 0, top = 0, width = 0, height = 0] = numbersIn(box);
  if (!(width > 0 && height > 0)) return undefined;
  const [, isNone, across = 'Mid', down = 'Mid', isSlice] =
    /^\s*(?:(none)|xM(in|id|ax)YM(in|id|ax))(?:\s+(?:meet|(slice)))?\s*$/.exec(
      attributes['preserveAspectRatio'] ?? 'xMidYMid',
    ) ?? [];
  const scales = [room.width / width, room.height / height] as const;
  const even = isSlice === undefined ? Math.min(...scales) : Math.max(...scales);
  const [sx, sy] = isNone === undefined ? [even, even] : scales;
  const x = (room.width - width * sx) * (SHARES[across] ?? 0.5) - left * sx;
  const y = (room.height - height * sy) * (SHARES[down] ?? 0.5) - top * sy;
  return { matrix: [sx, 0, 0, sy, x, y], extent: { width, height } };
}

/** How much of the room that is left over stands before the drawing. */
const SHARES: Readonly<Record<string, number>> = { in: 0, id: 0.5, ax: 1 };

/** The size of a whole drawing in its own units; undefined where it has none. */
export function sizeOfDrawing({ attributes }: SvgElement): Extent | undefined {
  const [, , boxWidth = 0, boxHeight = 0] = numbersIn(attributes['viewBox'] ?? '');
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  const said = (name: string) => {
    const text = attributes[name] ?? 'auto';
    return text === 'auto' || text.includes('%') ? undefined : lengthOf(text, 0);
  };
  const [width, height] = [said('width'), said('height')];
  const size = {
    width: width ?? (height !== undefined && ratio ? height * ratio : boxWidth),
    height: height ?? (width !== undefined && ratio ? width / ratio : boxHeight),
  };
  const [shorter, longer] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  return isSize(size.width) && isSize(size.height) && longer <= shorter * MOST_RATIO ? size : undefined;
}

/** So many times as long as it is wide is no drawing but a line. */
const MOST_RATIO = 1000;

const isSize = (length: number) => Number.isFinite(length) && length > 0;

/** Fills outlines pixel by pixel, for word processors that draw none themselves. */
import { boundsOf, type Painted, type Shape, type Stroke } from './drawing.ts';
import { flatten, type Point } from './flatten.ts';
import { outlineOfStroke } from './stroke-outline.ts';

interface Grid {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels to one unit of the drawing. */
  readonly scale: number;
}

/** The pixels in which something can be seen. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lines across each row of pixels. */
const LINES = 5;

/** Red, green, blue and opacity of each pixel, row by row. */
export function rasterize(painted: readonly Painted[], grid: Grid): Uint8Array {
  const pixels = new Float32Array(grid.width * grid.height * 4);
  for (const one of painted) {
    const box = boxOf(one, grid);
    const shape = one.stroke === undefined ? one.shape : areaOfLine(one.shape, one.stroke);
    const covers = [shape, ...one.clips].map((area) => coverOf(area, box, grid.scale));
    eachPixel(box, (column, row) => {
      const at = (row - box.top) * box.width + column - box.left;
      const share = covers.reduce((product, cover) => product * (cover[at] ?? 0), one.opacity);
      if (share > 0) layOver(pixels, 4 * (row * grid.width + column), { colour: one.colour, share });
    });
  }
  const bytes = new Uint8Array(pixels.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.round((pixels[at] ?? 0) * 255);
  return bytes;
}

const areaOfLine = ({ steps }: Shape, stroke: Stroke): Shape => ({
  steps: outlineOfStroke(steps, stroke),
  isEvenOdd: false,
});

function boxOf({ shape, stroke }: Painted, { width, height, scale }: Grid): Box {
  const bounds = boundsOf(shape, stroke);
  const [left, top] = [bounds.left, bounds.top].map((edge) => Math.max(0, Math.floor(edge * scale))) as [
    number,
    number,
  ];
  const right = Math.min(width, Math.ceil(bounds.right * scale));
  const bottom = Math.min(height, Math.ceil(bounds.bottom * scale));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function eachPixel({ left, top, width, height }: Box, see: (column: number, row: number) => void): void {
  for (let row = top; row < top + height; row++)
    for (let column = left; column < left + width; column++) see(column, row);
}

interface Tint extends Pick<Painted, 'colour'> {
  readonly share: number;
}

/** A colour over what is there (Compositing and Blending Level 1, 5.1). */
function layOver(pixels: Float32Array, at: number, { colour, share }: Tint): void {
  const below = (pixels[at + 3] ?? 0) * (1 - share);
  for (let part = 0; part < 3; part++) {
    const mixed = (share * (colour[part] ?? 0)) / 255 + below * (pixels[at + part] ?? 0);
    pixels[at + part] = mixed / (share + below);
  }
  pixels[at + 3] = share + below;
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/** How much of each pixel of the box is covered, row by row: 0 to 1. */
function coverOf(
  { steps, isEvenOdd }: Shape,
  { left, top, width, height }: Box,
  scale: number,
): Float32Array {
  const cover = new Float32Array(width * height);
  const rows: Crossing[][] = Array.from({ length: height * LINES }, () => []);
  const place = ([x, y]: Point): Point => [x * scale - left, (y * scale - top) * LINES];
  for (const { points } of flatten(steps, 0.1 / scale))
    points.forEach((from, index) => {
      cross(rows, place(from), place(points[(index + 1) % points.length] ?? from));
    });
  rows.forEach((crossings, line) => {
    const start = Math.floor(line / LINES) * width;
    for (const [from, to] of spansOf(crossings, isEvenOdd))
      fill(cover.subarray(start, start + width), from, to);
  });
  return cover;
}

/** Where a stretch crosses each line, which lies in the middle of what it stands for. */
function cross(rows: readonly Crossing[][], [x0, y0]: Point, [x1, y1]: Point): void {
  const [top, bottom] = [Math.min(y0, y1) - 0.5, Math.max(y0, y1) - 0.5];
  for (let line = Math.max(0, Math.ceil(top)); line < Math.min(rows.length, bottom); line++) {
    const share = (line + 0.5 - y0) / (y1 - y0);
    rows[line]?.push({ x: x0 + share * (x1 - x0), turn: y1 > y0 ? 1 : -1 });
  }
}

function spansOf(crossings: Crossing[], isEvenOdd: boolean): (readonly [number, number])[] {
  const inOrder = crossings.sort((one, other) => one.x - other.x);
  let wound = 0;
  return inOrder.flatMap(({ x, turn }, index) => {
    wound += turn;
    const isInside = isEvenOdd ? wound % 2 !== 0 : wound !== 0;
    return isInside ? [[x, inOrder[index + 1]?.x ?? x] as const] : [];
  });
}

/** Adds a stretch of one line to the pixels of its row. */
function fill(row: Float32Array, from: number, to: number): void {
  const [start, end] = [Math.max(0, from), Math.min(row.length, to)];
  for (let at = Math.floor(start); at < end; at++)
    row[at] = Math.min(1, (row[at] ?? 0) + (Math.min(end, at + 1) - Math.max(start, at)) / LINES);
}

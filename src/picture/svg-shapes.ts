/** The basic shapes of SVG as outlines (SVG 1.1, 9). */
import type { SvgElement } from './svg-document.ts';
import { numbersIn } from './svg-path.ts';

/** What lengths in percent are of. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Pixels of each unit (CSS Values 4, 6.2). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
};

/** A length in pixels; `whole` is what percents are of. NaN where it cannot be read. */
export function lengthOf(text: string, whole: number): number {
  const [, number = '', unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*|%)$/i.exec(text.trim()) ?? [];
  if (number === '') return Number.NaN;
  return Number(number) * (unit === '%' ? whole / 100 : (UNITS[unit.toLowerCase()] ?? Number.NaN));
}

/** The outline of a shape, empty where it has no size; undefined for what is none. */
export function outlineOf(element: SvgElement, extent: Extent): string | undefined {
  const { width, height } = extent;
  const diagonal = Math.sqrt((width * width + height * height) / 2);
  const wholes: Readonly<Record<string, number>> = {
    x: width,
    cx: width,
    x1: width,
    x2: width,
    width,
    rx: width,
    r: diagonal,
  };
  return SHAPES[element.name]?.(
    (name) => lengthOf(element.attributes[name] ?? '0', wholes[name] ?? height),
    (name) => element.attributes[name],
  );
}

type Lengths = (name: string) => number;
type Texts = (name: string) => string | undefined;

const SHAPES: Readonly<Record<string, (length: Lengths, text: Texts) => string>> = {
  path: (_, text) => text('d')?.replace(/^\s*none\s*$/, '') ?? '',
  rect: rectangle,
  circle: (length) => ellipse(length('cx'), length('cy'), [length('r'), length('r')]),
  ellipse: (length, text) =>
    ellipse(length('cx'), length('cy'), [
      isAuto(text('rx')) ? length('ry') : length('rx'),
      isAuto(text('ry')) ? length('rx') : length('ry'),
    ]),
  line: (length) => `M${length('x1')} ${length('y1')}L${length('x2')} ${length('y2')}`,
  polyline: (_, text) => corners(text('points')),
  polygon: (_, text) => corners(text('points')).replace(/.$/, '$&Z'),
};

const isAuto = (text: string | undefined) => text === undefined || text.trim() === 'auto';

/** NaN goes into the outline, where it is no number and the drawing is broken. */
const isNothing = (...sizes: readonly number[]) => sizes.some((size) => size <= 0);

function corners(points = ''): string {
  const numbers = numbersIn(points);
  const pairs = numbers.flatMap((x, index) => (index % 2 === 0 ? [`${x} ${numbers[index + 1] ?? ''}`] : []));
  return pairs.length === 0 ? '' : `M${pairs.join('L')}`;
}

function ellipse(x: number, y: number, [across, down]: readonly [number, number]): string {
  if (isNothing(across, down)) return '';
  const half = `A${across} ${down} 0 0 1 `;
  return `M${x + across} ${y}${half}${x - across} ${y}${half}${x + across} ${y}Z`;
}

function rectangle(length: Lengths, text: Texts): string {
  const [x, y, width, height] = [length('x'), length('y'), length('width'), length('height')];
  if (isNothing(width, height)) return '';
  const [rx, ry] = [isAuto(text('rx')) ? 'ry' : 'rx', isAuto(text('ry')) ? 'rx' : 'ry'];
  const across = isAuto(text(rx)) ? 0 : Math.min(length(rx), width / 2);
  const down = isAuto(text(ry)) ? 0 : Math.min(length(ry), height / 2);
  if (isNothing(across, down)) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number) => `a${across} ${down} 0 0 1 ${dx} ${dy}`;
  const [flat, steep] = [width - 2 * across, height - 2 * down];
  return [
    `M${x + across} ${y}h${flat}`,
    `${corner(across, down)}v${steep}`,
    `${corner(-across, down)}h${-flat}`,
    `${corner(-across, -down)}v${-steep}`,
    `${corner(across, -down)}Z`,
  ].join('');
}

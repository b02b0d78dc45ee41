/** Writes a drawing in the operators of PDF (ISO 32000-1, 8), downwards as SVG is. */
import type { Painted, Shape, Shapes, Stroke } from './drawing.ts';

/** What a form in a PDF draws. */
export interface PdfShapes {
  readonly operators: string;
  /** How far each is seen through; `/A0` is the first. */
  readonly opacities: readonly number[];
}

/** The operators of shapes, one over the other, on a page one unit wide and high, as that of an image is. */
export function writePdfShapes({ width, height, painted }: Shapes): PdfShapes {
  const opacities = [...new Set(painted.map(({ opacity }) => opacity))];
  const operators = painted.flatMap((one) => [
    'q',
    ...one.clips.flatMap((clip) => [...outline(clip), clip.isEvenOdd ? 'W* n' : 'W n']),
    `/A${opacities.indexOf(one.opacity)} gs`,
    ...paint(one),
    'Q',
  ]);
  // In the content, where nobody who packs the file anew shortens these numbers.
  const unit = `${(1 / width).toFixed(9)} 0 0 ${(-1 / height).toFixed(9)} 0 1 cm`;
  return { operators: [unit, ...operators].join('\n'), opacities };
}

/** The verb of each step, after its points. */
const VERBS = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

const outline = ({ steps }: Shape) =>
  steps.map(({ verb, points }) => [...points.map(short), VERBS[verb]].join(' '));

/** Without an exponent, which PDF does not have. */
const short = (number: number) => String(Number(number.toFixed(3)));

function paint({ shape, stroke, colour }: Painted): string[] {
  const shares = colour.map((part) => short(part / 255)).join(' ');
  return stroke === undefined
    ? [`${shares} rg`, ...outline(shape), shape.isEvenOdd ? 'f*' : 'f']
    : [`${shares} RG`, lineOf(stroke), ...outline(shape), 'S'];
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

const lineOf = ({ width, cap, join, miterLimit }: Stroke) =>
  `${short(width)} w ${CAPS[cap]} J ${JOINS[join]} j ${short(miterLimit)} M`;

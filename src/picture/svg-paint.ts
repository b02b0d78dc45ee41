/** The colours and lines of an element's style. The only importer of color-string. */
import colours from 'color-string';
import { type Painted, roundSize, type Stroke } from './drawing.ts';
import type { DrawingFault } from './svg-faults.ts';
import { type Extent, lengthOf } from './svg-shapes.ts';
import type { Style } from './svg-style.ts';

/** One coat of paint: the inside, or with a stroke the line. */
export interface Coat extends Pick<Painted, 'colour' | 'opacity'> {
  /** Its width in the element's own units. */
  readonly stroke?: Stroke;
}

/** The coats of an element, the lower first; what is not seen is none. */
export function coatsOf(style: Style, extent: Extent): readonly Coat[] | DrawingFault {
  const inside = colourOf(style, 'fill', 'black');
  const line = colourOf(style, 'stroke', 'none');
  if (typeof inside === 'string') return inside;
  if (typeof line === 'string') return line;
  const stroke = line === undefined ? undefined : strokeOf(style, extent);
  if (typeof stroke === 'string') return stroke;
  const coats = [
    ...(inside === undefined ? [] : [inside]),
    ...(line === undefined || stroke === undefined ? [] : [{ ...line, stroke }]),
  ];
  return /^\s*(stroke|markers\s+stroke)/.test(style['paint-order'] ?? '') ? coats.reverse() : coats;
}

function colourOf(style: Style, property: 'fill' | 'stroke', usual: string): Coat | undefined | DrawingFault {
  const said = (style[property] ?? usual).trim();
  const text = said.toLowerCase() === 'currentcolor' ? (style['color'] ?? 'black').trim() : said;
  if (text === 'none') return undefined;
  if (text.startsWith('url(')) return 'gradient';
  const [red, green, blue, alpha = 1] = colours.get.rgb(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return 'colour';
  const opacity = roundSize(alpha * opacityOf(style[`${property}-opacity`]));
  if (Number.isNaN(opacity)) return 'broken';
  const colour = [Math.round(red), Math.round(green), Math.round(blue)] as const;
  return opacity === 0 ? undefined : { colour, opacity };
}

/** A share or a percentage between 0 and 1; NaN where it cannot be read. */
export const opacityOf = (text = '1'): number => Math.min(1, Math.max(0, lengthOf(text, 1)));

/** How far a miter reaches where nothing is said (SVG 1.1, 11.4). */
const USUAL_LIMIT = 4;

const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;

/** Undefined where the line has no width. */
function strokeOf(style: Style, { width, height }: Extent): Stroke | undefined | DrawingFault {
  const diagonal = Math.sqrt((width * width + height * height) / 2);
  const thickness = lengthOf(style['stroke-width'] ?? '1', diagonal);
  const miterLimit = roundSize(lengthOf(style['stroke-miterlimit'] ?? `${USUAL_LIMIT}`, 0));
  if (!(thickness >= 0 && miterLimit >= 1)) return 'broken';
  if (thickness === 0) return undefined;
  if (!/^(none|0)?$/.test(style['stroke-dasharray']?.trim() ?? '')) return 'stroke';
  if (!/^(none)?$/.test(style['vector-effect']?.trim() ?? '')) return 'stroke';
  const join = JOINS.find((one) => one === style['stroke-linejoin']?.trim()) ?? 'miter';
  return {
    width: thickness,
    cap: CAPS.find((one) => one === style['stroke-linecap']?.trim()) ?? 'butt',
    join,
    miterLimit: join === 'miter' ? miterLimit : USUAL_LIMIT,
  };
}

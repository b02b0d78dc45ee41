/** What an element cannot have or be, since it would not be seen as it was drawn. */
import type { SvgElement } from './svg-document.ts';
import type { DrawingFault } from './svg-faults.ts';
import type { Style } from './svg-style.ts';

/** Nothing of these is drawn where they stand. */
export const NOT_DRAWN: readonly string[] = [
  'clipPath',
  'cursor',
  'defs',
  'desc',
  'filter',
  'font',
  'font-face',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'style',
  'symbol',
  'title',
  'view',
];

/** An effect that is none, by its property. */
const EFFECTS: readonly (readonly [string, RegExp, DrawingFault])[] = [
  ['filter', /^none$/, 'effect'],
  ['backdrop-filter', /^none$/, 'effect'],
  ['mask', /^none$/, 'effect'],
  ['mask-image', /^none$/, 'effect'],
  ['mix-blend-mode', /^normal$/, 'effect'],
  ['marker', /^none$/, 'stroke'],
  ['marker-start', /^none$/, 'stroke'],
  ['marker-mid', /^none$/, 'stroke'],
  ['marker-end', /^none$/, 'stroke'],
  ['transform', /^none$/, 'style'],
  ['translate', /^none$/, 'style'],
  ['rotate', /^(none|0)$/, 'style'],
  ['scale', /^none$/, 'style'],
  ['transform-origin', /^0(px)?( 0(px)?)?$/, 'style'],
  ['d', /^(?!path\()/, 'style'],
  ['background', /^(none|transparent|white|#fff(fff)?)$/i, 'style'],
  ['background-color', /^(none|transparent|white|#fff(fff)?)$/i, 'style'],
  ['animation', /^none$/, 'moving'],
  ['animation-name', /^none$/, 'moving'],
];

/** What about its style rules the element out. */
export const refusedStyle = (style: Style): readonly DrawingFault[] =>
  EFFECTS.flatMap(([property, harmless, fault]) =>
    harmless.test(style[property]?.trim() || 'none') || style[property] === undefined ? [] : [fault],
  );

const TEXTS = ['text', 'tspan', 'textPath', 'tref', 'flowRoot', 'altGlyph'];

const saysSomething = ({ text, children }: SvgElement): boolean =>
  text.trim() !== '' || children.some(saysSomething);

/** What an element is that is neither a shape nor holds any; undefined where nothing of it is seen. */
export function refusedElement(element: SvgElement): DrawingFault | undefined {
  if (TEXTS.includes(element.name)) return saysSomething(element) ? 'text' : undefined;
  if (element.name === 'image' || element.name === 'foreignObject') return 'image';
  return 'unknown';
}

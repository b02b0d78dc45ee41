/** Writes a drawing as SVG of our own, for HTML and the page: paths and what cuts them out, and not a word more. */
import { type Painted, roundSize, type Shape, type Shapes, type Stroke } from './drawing.ts';

/** The drawing as an SVG file. */
export function writeSvg({ width, height, painted }: Shapes): string {
  const clips = [...new Set(painted.flatMap((one) => one.clips.map(area)))];
  const cut = (inside: string, clip: Shape) =>
    `<g clip-path="url(#c${clips.indexOf(area(clip))})">${inside}</g>`;
  const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
  const defined = clips.map((clip, index) => `<clipPath id="c${index}">${clip}</clipPath>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
    ...(defined.length === 0 ? [] : [`<defs>${defined.join('')}</defs>`]),
    ...painted.map((one) => one.clips.reduceRight(cut, pathOf(one))),
    '</svg>',
  ].join('\n');
}

const short = (number: number) => String(roundSize(number));

const outline = ({ steps }: Shape) =>
  steps.map(({ verb, points }) => `${verb}${points.map(short).join(' ')}`).join('');

const area = (clip: Shape) => `<path d="${outline(clip)}"${clip.isEvenOdd ? ' clip-rule="evenodd"' : ''}/>`;

function pathOf({ shape, stroke, colour, opacity }: Painted): string {
  const hex = `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const seen = opacity === 1 ? '' : ` opacity="${short(opacity)}"`;
  const rule = shape.isEvenOdd ? ' fill-rule="evenodd"' : '';
  const paint =
    stroke === undefined ? ` fill="${hex}"${rule}` : ` fill="none" stroke="${hex}"${lineOf(stroke)}`;
  return `<path d="${outline(shape)}"${paint}${seen}/>`;
}

const lineOf = ({ width, cap, join, miterLimit }: Stroke) =>
  ` stroke-width="${short(width)}" stroke-linecap="${cap}" stroke-linejoin="${join}" stroke-miterlimit="${short(miterLimit)}"`;

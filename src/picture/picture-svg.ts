import { writePdfShapes } from './drawing-pdf.ts';
import { writeSvg } from './drawing-svg.ts';
import { pack } from './pack.ts';
import type { Fault, Seen } from './picture.ts';
import { readDrawing } from './svg-drawing.ts';
import { sayFault } from './svg-faults.ts';

/** The drawing of an SVG file as we write it ourselves, or everything that stands in the way; also where it would be larger. */
export function readSvg(text: string, mostBytes: number): Seen | readonly Fault[] {
  const drawn = readDrawing(text);
  if ('faults' in drawn) return drawn.faults.map(sayFault);
  const { operators, opacities } = writePdfShapes(drawn);
  const encoder = new TextEncoder();
  const [file, data] = [encoder.encode(writeSvg(drawn)), pack(encoder.encode(operators))];
  if (Math.max(file.length, data.length) > mostBytes) return sayFault('large');
  return { ...drawn, media: 'image/svg+xml', file, data, opacities };
}

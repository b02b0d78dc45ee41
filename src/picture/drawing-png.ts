import { pack } from './pack.ts';
import type { Drawing } from './picture.ts';
import { joinChunks, writeChunk } from './png-chunks.ts';
import { rasterize } from './raster.ts';

/** Pixels to the inch of what is printed. */
const DENSITY = 600 / 72;

/** The drawing as a PNG file for a room of that width in points, for programs that draw no SVG of ours. */
export function pngOf({ width, height, painted }: Drawing, points: number): Uint8Array {
  const across = Math.max(1, Math.round(points * DENSITY));
  const down = Math.max(1, Math.round((points * DENSITY * height) / width));
  const pixels = rasterize(painted, { width: across, height: down, scale: across / width });
  const rows = new Uint8Array(down * (4 * across + 1));
  for (let row = 0; row < down; row++)
    rows.set(pixels.subarray(row * 4 * across, (row + 1) * 4 * across), row * (4 * across + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, across);
  view.setUint32(4, down);
  // Eight bits of red, green, blue and opacity (ISO/IEC 15948, 11.2.2).
  header.set([8, 6], 8);
  return joinChunks([writeChunk('IHDR', header), writeChunk('IDAT', pack(rows))]);
}

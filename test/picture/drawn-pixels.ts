import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import { pictureOf } from './sample-images.ts';

/** Pictures as their pixels, all of them on white. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each, row by row. */
  readonly colours: Uint8Array;
}

/** A part, from the top left corner of the whole. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The pixels on white of red, green, blue and opacity, row by row. */
export function onWhite(pixels: Uint8Array, width: number, height: number): Pixels {
  const colours = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const from = 4 * Math.floor(at / 3);
    const share = (pixels[from + 3] ?? 0) / 255;
    return (pixels[from + (at % 3)] ?? 0) * share + 255 * (1 - share);
  });
  return { width, height, colours };
}

/** The pixels of a PNG of eight bits, on white. */
export function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, colour, data, alpha } = pictureOf(png);
  const [own, opacity] = [unzlibSync(data), alpha === undefined ? undefined : unzlibSync(alpha)];
  const parts = colour === 'DeviceGray' ? 1 : 3;
  const colours = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    const share = (opacity?.[pixel] ?? 255) / 255;
    return (own[pixel * parts + (parts === 1 ? 0 : at % 3)] ?? 0) * share + 255 * (1 - share);
  });
  return { width, height, colours };
}

/** A part of the first page of a PDF, at so many pixels to the inch. */
export function drawPart(pdf: Uint8Array, density: number, { left, top, width, height }: Part): Pixels {
  const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
  const pixels = [left, top, width, height].map((points) => `${Math.round((points * density) / 72)}`);
  const cut = ['-x', '-y', '-W', '-H'].flatMap((flag, index) => [flag, pixels[index] ?? '0']);
  try {
    execFileSync('pdftoppm', ['-r', `${density}`, '-png', '-l', '1', ...cut, '-', join(folder, 'page')], {
      input: pdf,
    });
    return pixelsOf(new Uint8Array(readFileSync(join(folder, readdirSync(folder)[0] ?? ''))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The share of pixels that nobody would take for the same; all of them where the sizes differ. */
export function shareUnlike(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const differs = (at: number) => Math.abs((one.colours[at] ?? 0) - (other.colours[at] ?? 0)) > 64;
  const count = Array.from({ length: one.width * one.height }, (_, at) => at * 3).filter(
    (at) => differs(at) || differs(at + 1) || differs(at + 2),
  ).length;
  return count / (one.width * one.height);
}

/** A part of the pixels, in pixels. */
export function cutOut({ width, colours }: Pixels, part: Part): Pixels {
  const rows = Array.from({ length: part.height }, (_, row) => {
    const from = ((part.top + row) * width + part.left) * 3;
    return [...colours.subarray(from, from + part.width * 3)];
  });
  return { width: part.width, height: part.height, colours: Uint8Array.from(rows.flat()) };
}

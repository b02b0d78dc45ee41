import { digestOf } from '../library/digest.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import type { Painted } from './drawing.ts';
import { readJpeg } from './picture-jpeg.ts';
import { readPng } from './picture-png.ts';
import { readSvg } from './picture-svg.ts';

interface AnyPicture {
  /** SHA-256 of `file`. */
  readonly digest: string;
  /** The picture as a file of its own, without what was written about it; read again, it is the same picture. */
  readonly file: Uint8Array;
  /** In pixels; of a drawing, in parts of its longer side. */
  readonly width: number;
  readonly height: number;
  /** What a PDF holds of it. */
  readonly data: Uint8Array;
}

/** A picture of pixels. */
export interface Bitmap extends AnyPicture {
  readonly media: 'image/png' | 'image/jpeg';
  /** The bits of one colour of one pixel. */
  readonly bits: number;
  readonly colour: 'DeviceGray' | 'DeviceRGB' | { readonly palette: Uint8Array };
  readonly filter: 'FlateDecode' | 'DCTDecode';
  /** One byte a pixel, deflated; absent where nothing is transparent. */
  readonly alpha?: Uint8Array;
  /** One colour that is transparent, as ranges. */
  readonly mask?: readonly number[];
}

/** A picture of lines and areas, which is sharp at every size. */
export interface Drawing extends AnyPicture {
  readonly media: 'image/svg+xml';
  readonly painted: readonly Painted[];
  /** How far its shapes are seen through, by the order of their names in `data`. */
  readonly opacities: readonly number[];
}

/** A picture as a PDF holds it. Equal files give equal pictures. */
export type Picture = Bitmap | Drawing;

/** What is wrong with a picture and what to do. */
export interface Fault {
  readonly fault: string;
  readonly hint: string;
}

/** A picture, or what is wrong with it. */
export type Seen = Omit<Bitmap, 'digest'> | Omit<Drawing, 'digest'> | Fault;

/** More is no logo: it would go into every letter. */
export const MOST_PICTURE_BYTES = 131_072;
const MOST_PIXELS = 4_000_000;

const SAVE_SMALLER = 'Save it again at most 1,200 pixels wide, as PNG or JPEG of at most 128 kB.';

/** The picture of a PNG, JPEG or SVG file, or all that is wrong with it. */
export function loadPicture(bytes: Uint8Array, file: string): Result<Picture> {
  const seen = see(bytes);
  if ('file' in seen) return { value: { ...seen, digest: digestOf(binary(seen.file)) }, problems: [] };
  const faults = 'fault' in seen ? [seen] : seen;
  return { value: undefined, problems: faults.map((one) => pictureProblem(file, one)) };
}

const binary = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const pictureProblem = (file: string, { fault, hint }: Fault): Problem =>
  problem('picture-unusable', { file, line: 1, column: 1 }, fault, hint);

const NONE = { fault: 'this is no PNG, JPEG or SVG picture', hint: 'Save the picture as PNG.' };

function see(bytes: Uint8Array): Seen | readonly Fault[] {
  if (bytes[0] === 0x89) return readPng(bytes, limitPixels);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes, limitPixels);
  const text = new TextDecoder().decode(bytes);
  return /<(?:svg:)?svg[\s>/]/.test(text.slice(0, MOST_PROLOG)) ? readSvg(text, MOST_PICTURE_BYTES) : NONE;
}

/** Programs write what they are before a drawing begins, and what their namespaces are. */
const MOST_PROLOG = 16_384;

/** The fault of a picture with so many pixels, if they are one. */
export type Limit = (width: number, height: number) => Fault | undefined;

const limitPixels: Limit = (width, height) =>
  width * height > MOST_PIXELS
    ? { fault: 'this picture has too many pixels', hint: SAVE_SMALLER }
    : undefined;

import { digestOf } from '../library/digest.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import { readJpeg } from './picture-jpeg.ts';
import { readPng } from './picture-png.ts';

/** A picture as a PDF holds it. Equal files give equal pictures. */
export interface Picture {
  /** SHA-256 of the file. */
  readonly digest: string;
  /** The picture as a file of its own, without what was written about it. */
  readonly file: Uint8Array;
  readonly media: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The bits of one colour of one pixel. */
  readonly bits: number;
  readonly colour: 'DeviceGray' | 'DeviceRGB' | { readonly palette: Uint8Array };
  readonly filter: 'FlateDecode' | 'DCTDecode';
  readonly data: Uint8Array;
  /** One byte a pixel, deflated; absent where nothing is transparent. */
  readonly alpha?: Uint8Array;
  /** One colour that is transparent, as ranges. */
  readonly mask?: readonly number[];
}

/** A picture, or what is wrong with it and what to do. */
export type Seen = Omit<Picture, 'digest'> | { readonly fault: string; readonly hint: string };

/** More is no logo: it would go into every letter. */
export const MOST_PICTURE_BYTES = 131_072;
const MOST_PIXELS = 4_000_000;

const SAVE_SMALLER = 'Save it again at most 1,200 pixels wide, as PNG or JPEG of at most 128 kB.';

/**
 * The picture of a PNG or JPEG file. SVG is not read: a drawing can hold scripts, links and fonts of its own, and what
 * draws it safely is larger than the rest of a letter.
 */
export function loadPicture(bytes: Uint8Array, file: string): Result<Picture> {
  const seen = see(bytes);
  return 'fault' in seen
    ? { value: undefined, problems: [pictureProblem(file, seen.fault, seen.hint)] }
    : {
        value: { ...seen, digest: digestOf(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) },
        problems: [],
      };
}

/** What is wrong with a picture file. */
const pictureProblem = (file: string, fault: string, hint: string): Problem =>
  problem('picture-unusable', { file, line: 1, column: 1 }, fault, hint);

const NEITHER = { fault: 'this is neither a PNG nor a JPEG picture', hint: 'Save the picture as PNG.' };
const DRAWING = {
  fault: 'this is a drawing in SVG, which is not read: it can hold programs and links',
  hint: 'Export it from the program it was drawn with as PNG, 1,200 pixels wide.',
};

const isDrawing = (bytes: Uint8Array) => /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

function see(bytes: Uint8Array): Seen {
  const read = bytes[0] === 0x89 ? readPng : bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg : undefined;
  if (read === undefined) return isDrawing(bytes) ? DRAWING : NEITHER;
  return read(bytes, (width, height) =>
    width * height > MOST_PIXELS
      ? { fault: 'this picture has too many pixels', hint: SAVE_SMALLER }
      : undefined,
  );
}

/** The fault of a picture with so many pixels, if they are one. */
export type Limit = (width: number, height: number) => { fault: string; hint: string } | undefined;

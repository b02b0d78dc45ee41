/** Reads PNG (ISO/IEC 15948). */

import { joinBytes } from './join-bytes.ts';
import { pack, unpack } from './pack.ts';
import type { Limit, Seen } from './picture.ts';
import { type Chunk, joinChunks, listChunks } from './png-chunks.ts';
import { type Form, readRows, splitAlpha } from './png-rows.ts';

const BROKEN = { fault: 'this PNG picture is broken', hint: 'Save it again as PNG.' };
const ANIMATED = { fault: 'this PNG picture is animated', hint: 'Save one image of it as PNG.' };
const INTERLACED = {
  fault: 'this PNG picture is stored interlaced',
  hint: 'Save it again as PNG without interlacing.',
};

/** Colour type to the samples of a pixel, and the bits that a sample may have. */
const TYPES: Readonly<Record<number, { readonly samples: number; readonly bits: readonly number[] }>> = {
  0: { samples: 1, bits: [1, 2, 4, 8, 16] },
  2: { samples: 3, bits: [8, 16] },
  3: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
};

/** The picture of a PNG file: its pixels and their transparency, and nothing that was written about it. */
export function readPng(bytes: Uint8Array, limit: Limit): Seen {
  const chunks = listChunks(bytes);
  const header = chunks?.[0];
  if (chunks === undefined || header?.name !== 'IHDR' || header.data.length !== 13) return BROKEN;
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits = 0, type = 0, , , interlace = 0] = header.data.subarray(8);
  const samples = TYPES[type]?.bits.includes(bits) ? TYPES[type].samples : 0;
  if (samples === 0 || width === 0 || height === 0) return BROKEN;
  if (chunks.some(({ name }) => name === 'acTL')) return ANIMATED;
  if (interlace !== 0) return INTERLACED;
  const form = { width, height, bits, type, samples };
  return limit(width, height) ?? decode(chunks, form) ?? BROKEN;
}

function decode(chunks: readonly Chunk[], form: Form): Seen | undefined {
  const { width, height, bits, type, samples } = form;
  const palette = chunks.find(({ name }) => name === 'PLTE')?.data;
  const transparent = chunks.find(({ name }) => name === 'tRNS')?.data;
  if (type === 3 && (palette === undefined || palette.length === 0 || palette.length % 3 !== 0))
    return undefined;
  const bytes = Math.ceil((width * samples * bits) / 8);
  const packed = joinBytes(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  const rows = readRows(unpack(packed, height * (1 + bytes)), {
    bytes,
    step: Math.max(1, (samples * bits) / 8),
    height,
  });
  if (rows === undefined) return undefined;
  const colour = palette && type === 3 ? { palette } : samples > 2 ? 'DeviceRGB' : 'DeviceGray';
  const picture = {
    width,
    height,
    colour,
    filter: 'FlateDecode',
    file: pictureAlone(chunks),
    media: 'image/png',
  } as const;
  const split = splitAlpha(rows, form, type === 3 ? transparent : undefined);
  const coloured = { ...picture, bits: split.bits, data: pack(split.colours) };
  if (split.alpha !== undefined) return { ...coloured, alpha: pack(split.alpha) };
  return transparent === undefined ? coloured : { ...coloured, mask: listRanges(transparent) };
}

/** The one transparent colour, each of its samples as a range of that value alone. */
function listRanges(transparent: Uint8Array): number[] {
  const view = new DataView(transparent.buffer, transparent.byteOffset, transparent.byteLength);
  return Array.from({ length: Math.floor(transparent.length / 2) }, (_, index) => {
    const value = view.getUint16(2 * index);
    return [value, value];
  }).flat();
}

const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT'];

/** The file with the chunks that are drawn, and none of those in which programs write about it. */
const pictureAlone = (chunks: readonly Chunk[]): Uint8Array =>
  joinChunks(chunks.filter(({ name }) => DRAWN.includes(name)).map(({ whole }) => whole));

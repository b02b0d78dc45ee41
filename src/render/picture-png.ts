/** Reads PNG (ISO/IEC 15948). The only importer of fflate, which pdfkit packs its streams with. */
import { unzlibSync, zlibSync } from 'fflate';
import type { Limit, Seen } from './picture.ts';
import { readRows, splitAlpha } from './png-rows.ts';

const BROKEN = { fault: 'this PNG picture is broken', hint: 'Save it again as PNG.' };
const ANIMATED = { fault: 'this PNG picture is animated', hint: 'Save one image of it as PNG.' };
const INTERLACED = {
  fault: 'this PNG picture is stored interlaced',
  hint: 'Save it again as PNG without interlacing.',
};

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** With its length, its name and its checksum. */
  readonly whole: Uint8Array;
}

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

interface Form {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly samples: number;
}

function decode(chunks: readonly Chunk[], form: Form): Seen | undefined {
  const { width, height, bits, type, samples } = form;
  const palette = chunks.find(({ name }) => name === 'PLTE')?.data;
  const transparent = chunks.find(({ name }) => name === 'tRNS')?.data;
  if (type === 3 && (palette === undefined || palette.length === 0 || palette.length % 3 !== 0))
    return undefined;
  const rows = readRows(inflate(chunks, form), {
    bytes: Math.ceil((width * samples * bits) / 8),
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
  const coloured = { ...picture, bits: split.bits, data: zlibSync(split.colours) };
  if (split.alpha !== undefined) return { ...coloured, alpha: zlibSync(split.alpha) };
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

/** The bytes of the rows, each after its filter's; empty where they cannot be had. Never more than the form has. */
function inflate(chunks: readonly Chunk[], { width, height, bits, samples }: Form): Uint8Array {
  const packed = join(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  try {
    return unzlibSync(packed, {
      out: new Uint8Array(height * (1 + Math.ceil((width * samples * bits) / 8))),
    });
  } catch {
    return new Uint8Array();
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT'];
const END = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);

/** The file with the chunks that are drawn, and none of those in which programs write about it. */
const pictureAlone = (chunks: readonly Chunk[]): Uint8Array =>
  join([
    Uint8Array.from(SIGNATURE),
    ...chunks.filter(({ name }) => DRAWN.includes(name)).map(({ whole }) => whole),
    END,
  ]);

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The chunks up to the end mark; undefined where one is cut off or does not have its checksum. */
function listChunks(bytes: Uint8Array): Chunk[] | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return undefined;
    if (view.getUint32(end) !== checksum(bytes.subarray(at + 4, end))) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IEND') return chunks;
    chunks.push({ name, data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, end + 4) });
    at = end + 4;
  }
  return undefined;
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32, as PNG has it (ISO/IEC 15948, annex D). */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

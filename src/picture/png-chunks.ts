/** The pieces of which a PNG file is made (ISO/IEC 15948, 5). */
import { joinBytes } from './join-bytes.ts';

/** One of them. */
export interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** With its length, its name and its checksum. */
  readonly whole: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A file of these chunks, which are whole, and the end mark. */
export const joinChunks = (chunks: readonly Uint8Array[]): Uint8Array =>
  joinBytes([Uint8Array.from(SIGNATURE), ...chunks, writeChunk('IEND', new Uint8Array())]);

/** A whole chunk. */
export function writeChunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(
    Array.from(name, (letter) => letter.charCodeAt(0)),
    4,
  );
  whole.set(data, 8);
  view.setUint32(data.length + 8, checksum(whole.subarray(4, data.length + 8)));
  return whole;
}

/** The chunks up to the end mark; undefined where one is cut off or does not have its checksum. */
export function listChunks(bytes: Uint8Array): Chunk[] | undefined {
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

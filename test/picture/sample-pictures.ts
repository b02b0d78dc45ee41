import { crc32, deflateSync } from 'node:zlib';

/** Picture files, written here byte by byte so that the tests know what is in them. */

export interface PngForm {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly bits?: number;
  readonly interlace?: number;
  /** The filter of every row. */
  readonly filter?: number;
  /** Chunks before the pixels. */
  readonly before?: readonly (readonly [string, Uint8Array])[];
  /** The bytes of the rows, each with its filter before it; all zero where left out. */
  readonly rows?: Uint8Array;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG file of that form. */
export function makePng({
  width,
  height,
  type,
  bits = 8,
  interlace = 0,
  filter = 0,
  before = [],
  rows,
}: PngForm): Uint8Array {
  const plainRows = () => {
    const row = Buffer.alloc(1 + Math.ceil((width * bits * (SAMPLES[type] ?? 1)) / 8));
    row[0] = filter;
    return Buffer.concat(Array.from({ length: height }, () => row));
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, type, 0, 0, interlace], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', header),
      ...before.map(([name, data]) => chunk(name, data)),
      chunk('IDAT', deflateSync(rows ?? plainRows())),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

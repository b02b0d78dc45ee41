/** The rows of a PNG without their filters, and colours apart from transparency. */

interface Rows {
  /** The bytes of one row. */
  readonly bytes: number;
  /** The bytes between a byte and its like in the pixel to the left. */
  readonly step: number;
  readonly height: number;
}

/** The plain bytes of all rows; undefined where some are missing or have no filter that there is. */
export function readRows(filtered: Uint8Array, { bytes, step, height }: Rows): Uint8Array | undefined {
  if (filtered.length !== height * (bytes + 1)) return undefined;
  const plain = new Uint8Array(height * bytes);
  for (let row = 0; row < height; row++) {
    const add = FILTERS[filtered[row * (bytes + 1)] ?? 5];
    if (add === undefined) return undefined;
    for (let column = 0; column < bytes; column++) {
      const at = row * bytes + column;
      const left = column < step ? 0 : (plain[at - step] ?? 0);
      const above = row === 0 ? 0 : (plain[at - bytes] ?? 0);
      const corner = column < step || row === 0 ? 0 : (plain[at - bytes - step] ?? 0);
      plain[at] = (filtered[at + row + 1] ?? 0) + add(left, above, corner);
    }
  }
  return plain;
}

type Filter = (left: number, above: number, corner: number) => number;

/** What each filter type took away (ISO/IEC 15948, 9.2). */
const FILTERS: readonly Filter[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const [a, b, c] = [
      Math.abs(above - corner),
      Math.abs(left - corner),
      Math.abs(left + above - 2 * corner),
    ];
    return a <= b && a <= c ? left : b <= c ? above : corner;
  },
];

/** How the pixels of a PNG are stored. */
export interface Form {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly samples: number;
}

interface Split {
  readonly colours: Uint8Array;
  readonly bits: number;
  /** One byte a pixel. */
  readonly alpha?: Uint8Array;
}

/** The colours of the rows and, where there is such, the transparency of each pixel; `opacities` are the palette's. */
export function splitAlpha(rows: Uint8Array, form: Form, opacities?: Uint8Array): Split {
  const { width, height, bits, type, samples } = form;
  const pixels = width * height;
  if (opacities !== undefined) {
    const perRow = Math.ceil((width * bits) / 8);
    const alpha = Uint8Array.from({ length: pixels }, (_, pixel) => {
      const bit = (pixel % width) * bits;
      const byte = rows[Math.floor(pixel / width) * perRow + (bit >> 3)] ?? 0;
      return opacities[(byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)] ?? 255;
    });
    return { colours: rows, bits, alpha };
  }
  if (type !== 4 && type !== 6) return { colours: rows, bits };
  const bytes = bits / 8;
  const colours = new Uint8Array(pixels * (samples - 1));
  const alpha = new Uint8Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * samples * bytes;
    for (let sample = 0; sample < samples - 1; sample++)
      colours[pixel * (samples - 1) + sample] = rows[from + sample * bytes] ?? 0;
    alpha[pixel] = rows[from + (samples - 1) * bytes] ?? 0;
  }
  return { colours, bits: 8, alpha };
}

import { codesOf } from './pdf-codes.ts';
import type { EmbeddedFont, PdfDocument } from './pdf-document.ts';
import type { Sign } from './pdf-shape.ts';

/**
 * The part of a font that most letters need, packed once: the same object in every document. What is drawn with it needs
 * no subset of its own, which is most of what a short PDF costs.
 */

/** The characters that a stock covers: the letters of Western Europe, and the marks and signs of print. */
export const COVERED = `${range(0x20, 0x7e)}${range(0xc0, 0xff)}\u00a0–—‘’“”•…·`;

/** A part of a font, ready to be put into any number of documents. */
export interface Stock {
  /** By the key of a sign its code, as a string of a PDF has it; absent for one that is not in it. */
  readonly codes: ReadonlyMap<string, string>;
  /** The objects of the font, each after those to which it refers; the last stands for all. */
  readonly parts: readonly Part[];
}

/** One object: its dictionary, and its stream as it stands in the file. */
interface Part {
  readonly data: Fields;
  readonly stream: Uint8Array | undefined;
}

/** What is no name, number or list stands in an object that says what it is. */
type Value =
  | string
  | number
  | readonly Value[]
  | { readonly part: number }
  | { readonly text: string }
  | { readonly fields: Fields };
type Fields = Readonly<Record<string, Value>>;

/** Lets pdfkit embed the signs in the scratch document of the font, and keeps what it writes. */
export function makeStock(signs: readonly Sign[], embedded: EmbeddedFont, scratch: PdfDocument): Stock {
  // Its six letters of tag come from this name, and no document has a font of it.
  embedded.id = 'F0';
  const codeOf = codesOf(embedded);
  const codes = new Map(signs.map((sign) => [sign.key, codeOf(sign)]));
  return { codes, parts: recordParts(embedded, scratch) };
}

function recordParts(embedded: EmbeddedFont, scratch: PdfDocument): Part[] {
  const parts: Part[] = [];
  const references: unknown[] = [];
  const named = (value: unknown): Value => {
    if (typeof value !== 'object') return value as Value;
    const part = references.indexOf(value);
    if (part >= 0) return { part };
    if (value instanceof String) return { text: `${value}` };
    return Array.isArray(value) ? value.map(named) : { fields: mapped(value as Fields, named) };
  };
  let stream: Uint8Array | undefined;
  scratch._write = (data) => {
    if (typeof data !== 'string') stream = data;
  };
  scratch._refEnd = (reference) => {
    parts.push({ data: mapped(reference.data, named), stream });
    references.push(reference);
    stream = undefined;
  };
  embedded.ref();
  embedded.finalize();
  return parts;
}

const mapped = <To>(
  fields: Readonly<Record<string, unknown>>,
  change: (value: never) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value as never)]));

/** Writes the font into a document; what a page's resources refer to. */
export function writeStock({ parts }: Stock, document: PdfDocument): PDFKit.PDFKitReference {
  const written: PDFKit.PDFKitReference[] = [];
  const renew = (value: Value): unknown => {
    if (typeof value !== 'object') return value;
    if ('part' in value) return written[value.part];
    if ('fields' in value) return mapped(value.fields, renew);
    return 'text' in value ? new String(value.text) : value.map(renew);
  };
  for (const { data, stream } of parts) {
    const reference = document.ref(mapped(data, renew));
    reference.end(stream);
    written.push(reference);
  }
  return written.at(-1) as PDFKit.PDFKitReference;
}

/** The stock as bytes, for whoever makes it once and for all. */
export function packStock({ codes, parts }: Stock): Uint8Array {
  const packed = parts.map(({ data, stream }) => ({ data, stream: stream && toBase64(stream) }));
  return new TextEncoder().encode(JSON.stringify({ codes: [...codes], parts: packed }));
}

/** The stock of `packStock`; it draws the same. */
export function unpackStock(bytes: Uint8Array): Stock {
  const { codes, parts } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly codes: readonly (readonly [string, string])[];
    readonly parts: readonly { readonly data: Fields; readonly stream?: string }[];
  };
  return {
    codes: new Map(codes),
    parts: parts.map(({ data, stream }) => ({
      data,
      stream: stream === undefined ? stream : fromBase64(stream),
    })),
  };
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

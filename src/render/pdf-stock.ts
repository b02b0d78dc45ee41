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

/** One object. */
interface Part {
  /** Its dictionary as it stands in the file, cut where it refers to another part: every second piece is its number. */
  readonly dictionary: readonly (string | number)[];
  /** Its stream as it stands in the file. */
  readonly stream: Uint8Array | undefined;
}

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
  const identifiers: number[] = [];
  let [text, stream]: [string[], Uint8Array | undefined] = [[], undefined];
  scratch._write = (data) => {
    if (typeof data === 'string') text.push(data);
    else stream = data;
  };
  scratch._refEnd = ({ id }) => {
    const [, dictionary = ''] = text;
    const pieces = dictionary.split(/(\d+) 0 R/);
    parts.push({
      dictionary: pieces.map((piece, index) =>
        index % 2 === 1 ? identifiers.indexOf(Number(piece)) : piece,
      ),
      stream,
    });
    identifiers.push(id);
    [text, stream] = [[], undefined];
  };
  embedded.ref();
  embedded.finalize();
  return parts;
}

/** Writes the font into a document; what a page's resources refer to. */
export function writeStock({ parts }: Stock, document: PdfDocument): PDFKit.PDFKitReference {
  const written: PDFKit.PDFKitReference[] = [];
  for (const { dictionary, stream } of parts) {
    const text = dictionary.map((piece) => (typeof piece === 'number' ? written[piece] : piece)).join('');
    const reference = document.ref(asIs(text));
    reference.end(stream);
    written.push(reference);
  }
  return written.at(-1) as PDFKit.PDFKitReference;
}

/** A dictionary that pdfkit writes as it is; what it packs itself has no filter so far. */
const asIs = (text: string) => ({ Filter: 'asIs', [Symbol.toStringTag]: 'Text', toString: () => text });

/** The stock as bytes, for whoever makes it once and for all. */
export function packStock({ codes, parts }: Stock): Uint8Array {
  const packed = parts.map(({ dictionary, stream }) => ({ dictionary, stream: stream && toBase64(stream) }));
  return new TextEncoder().encode(JSON.stringify({ codes: [...codes], parts: packed }));
}

/** The stock of `packStock`; it draws the same. */
export function unpackStock(bytes: Uint8Array): Stock {
  const { codes, parts } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly codes: readonly (readonly [string, string])[];
    readonly parts: readonly { readonly dictionary: Part['dictionary']; readonly stream?: string }[];
  };
  return {
    codes: new Map(codes),
    parts: parts.map(({ dictionary, stream }) => ({
      dictionary,
      stream: stream === undefined ? stream : fromBase64(stream),
    })),
  };
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

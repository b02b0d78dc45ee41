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
  /** The code of a sign in this part, as a string of a PDF has it; undefined for one that is not in it. */
  code(sign: Sign): string | undefined;
  /** What a page's resources refer to; the font is written into the document at its first use. */
  embed(document: PdfDocument): PDFKit.PDFKitReference;
}

/** Lets pdfkit embed the signs in the scratch document of the font, and keeps what it writes. */
export function makeStock(signs: readonly Sign[], embedded: EmbeddedFont, scratch: PdfDocument): Stock {
  // Its six letters of tag come from this name, and no document has a font of it.
  embedded.id = 'F0';
  const codeOf = codesOf(embedded);
  const codes = new Map(signs.map((sign) => [sign.key, codeOf(sign)]));
  const parts = recordParts(embedded, scratch);
  const written = new WeakMap<PdfDocument, PDFKit.PDFKitReference>();
  const embed = (document: PdfDocument) => {
    const reference = written.get(document) ?? writeParts(parts, document);
    written.set(document, reference);
    return reference;
  };
  return { code: ({ key }) => codes.get(key), embed };
}

/** One object of a font: its dictionary, and its stream as it stands in the file. */
interface Part {
  readonly reference: unknown;
  readonly data: Readonly<Record<string, unknown>>;
  readonly stream: Uint8Array | undefined;
}

/** The objects of the font in the order in which they end: each refers to those before it alone. */
function recordParts(embedded: EmbeddedFont, scratch: PdfDocument): Part[] {
  const parts: Part[] = [];
  let stream: Uint8Array | undefined;
  scratch._write = (data) => {
    if (typeof data !== 'string') stream = data;
  };
  scratch._refEnd = (reference) => {
    parts.push({ reference, data: reference.data, stream });
    stream = undefined;
  };
  embedded.ref();
  embedded.finalize();
  return parts;
}

function writeParts(parts: readonly Part[], document: PdfDocument): PDFKit.PDFKitReference {
  const written = new Map<unknown, PDFKit.PDFKitReference>();
  const renew = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] !== 'number' ? value.map(renew) : (written.get(value) ?? value);
  const references = parts.map(({ reference, data, stream }) => {
    const copy = document.ref(
      Object.fromEntries(Object.entries(data).map(([key, value]) => [key, renew(value)])),
    );
    written.set(reference, copy);
    copy.end(stream);
    return copy;
  });
  return references.at(-1) as PDFKit.PDFKitReference;
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

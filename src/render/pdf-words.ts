import type { Codes } from './pdf-codes.ts';
import type { EmbeddedFont, PdfDocument } from './pdf-document.ts';
import type { TextForm } from './pdf-faces.ts';
import type { ShapedWord, Sign } from './pdf-shape.ts';
import { type Stock, writeStock } from './pdf-stock.ts';

/** A font in a document. */
export interface Embedded {
  readonly font: EmbeddedFont;
  readonly codeOf: Codes;
}

/** What the words of one face are drawn with. */
export interface Ink {
  readonly unitsPerEm: number;
  /** What the pages of a document call the stock. */
  readonly name: string;
  /** Packed once, for words of common characters alone. */
  readonly stock: Stock | undefined;
  /** Made for the document, for all its other words. */
  readonly embeddedIn: (document: PdfDocument) => Embedded;
}

/** The word with its codes in the stock, if all of it is there. */
export function withStock(word: ShapedWord, { stock, unitsPerEm }: Ink): ShapedWord {
  const codeOf = ({ key }: Sign) => stock?.codes.get(key);
  return word.signs.some((sign) => codeOf(sign) === undefined)
    ? word
    : { ...word, shown: show(word, (sign) => codeOf(sign) ?? '', unitsPerEm) };
}

/** In the font's units. */
export function advanceOf(words: readonly ShapedWord[]): number {
  let sum = 0;
  for (const { advance } of words) sum += advance;
  return sum;
}

/**
 * Writes words and spaces of one direction into the page, in the order in which they are read: from right to left each
 * word stands left of the one before it, with the space that follows.
 */
export function drawWords(
  document: PdfDocument,
  words: readonly ShapedWord[],
  form: TextForm,
  ink: Ink,
): void {
  if (!form.isRightToLeft) {
    drawRow(document, words, form, ink);
    return;
  }
  const widthOf = (row: readonly ShapedWord[]) => (advanceOf(row) * form.size) / ink.unitsPerEm;
  let x = form.x + widthOf(words);
  for (const row of withSpaces(words)) {
    x -= widthOf(row);
    drawRow(document, row, { ...form, x }, ink);
  }
}

/** Each word with the spaces after it, from left to right. */
function withSpaces(words: readonly ShapedWord[]): ShapedWord[][] {
  const rows: ShapedWord[][] = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row !== undefined && word.signs[0]?.text === ' ') row.unshift(word);
    else rows.push([word]);
  }
  return rows;
}

/** pdfkit's pages count downwards, and letters stand upright all the same. */
function drawRow(
  document: PdfDocument,
  words: readonly ShapedWord[],
  { x, baseline, size }: TextForm,
  ink: Ink,
): void {
  const pieces: { readonly font: string; shown: string }[] = [];
  for (const word of words) {
    const font = fontFor(word, document, ink);
    const shown = word.shown ?? show(word, ink.embeddedIn(document).codeOf, ink.unitsPerEm);
    const last = pieces.at(-1);
    if (last?.font === font) last.shown = last.shown.slice(0, -1) + shown.slice(1);
    else pieces.push({ font, shown });
  }
  const lines = pieces.map(({ font, shown }) => `/${font} ${size} Tf\n[${shown}] TJ`);
  document.addContent(`BT\n1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm\n${lines.join('\n')}\nET`);
}

/** What the page calls the font of a word; it is in the document from its first use. */
function fontFor({ shown }: ShapedWord, document: PdfDocument, { name, stock, embeddedIn }: Ink): string {
  const { fonts } = document.page;
  if (shown !== undefined && stock !== undefined) {
    fonts[name] ??= stockIn(document, stock);
    return name;
  }
  const { font } = embeddedIn(document);
  fonts[font.id] ??= font.ref();
  return font.id;
}

const WRITTEN = new WeakMap<PdfDocument, Map<Stock, PDFKit.PDFKitReference>>();

/** A document has a stock once, however many pages use it. */
function stockIn(document: PdfDocument, stock: Stock): PDFKit.PDFKitReference {
  const written = WRITTEN.get(document) ?? new Map<Stock, PDFKit.PDFKitReference>();
  WRITTEN.set(document, written);
  const reference = written.get(stock) ?? writeStock(stock, document);
  written.set(stock, reference);
  return reference;
}

/** The codes as strings; after one with kerning, the number by which the next is moved to the left. */
function show({ signs, kerning }: ShapedWord, codeOf: Codes, unitsPerEm: number): string {
  let codes = '';
  signs.forEach((sign, index) => {
    const after = Math.round(((kerning[index] ?? 0) * 100_000) / unitsPerEm) / 100;
    codes += after === 0 ? codeOf(sign) : `${codeOf(sign)}) ${-after} (`;
  });
  return `(${codes})`;
}

/** A thousandth of a point is finer than any printer. */
const rounded = (length: number): number => Math.round(length * 1000) / 1000;

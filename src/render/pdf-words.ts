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

/** Words and spaces of one direction, in the order in which they are read. */
export interface Row {
  readonly words: readonly ShapedWord[];
  /** In the font's units. */
  readonly advance: number;
  /** How the operator TJ shows all of them with the stock of their font; absent where one is not in stock. */
  readonly shown?: string;
}

/** The words as they stand beside each other. */
export function rowOf(words: readonly ShapedWord[]): Row {
  let advance = 0;
  let shown: string | undefined = '';
  for (const word of words) {
    advance += word.advance;
    shown = shown === undefined || word.shown === undefined ? undefined : join(shown, word.shown);
  }
  return shown === undefined ? { words, advance } : { words, advance, shown };
}

const join = (one: string, other: string) => (one === '' ? other : one.slice(0, -1) + other.slice(1));

/** Writes a row into the page: from right to left each word stands left of the one before it, with its space. */
export function drawRow(document: PdfDocument, row: Row, form: TextForm, ink: Ink): void {
  if (!form.isRightToLeft) {
    writeRow(document, row, form, ink);
    return;
  }
  let x = form.x + (row.advance * form.size) / ink.unitsPerEm;
  for (const words of withSpaces(row.words)) {
    const piece = rowOf(words);
    x -= (piece.advance * form.size) / ink.unitsPerEm;
    writeRow(document, piece, { ...form, x }, ink);
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
function writeRow(document: PdfDocument, row: Row, { x, baseline, size }: TextForm, ink: Ink): void {
  const lines = listPieces(document, row, ink).map(({ font, shown }) => `/${font} ${size} Tf\n[${shown}] TJ`);
  document.addContent(`BT\n1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm\n${lines.join('\n')}\nET`);
}

interface Piece {
  readonly font: string;
  readonly shown: string;
}

/** What stands beside each other in one font. */
function listPieces(document: PdfDocument, { words, shown }: Row, ink: Ink): Piece[] {
  if (shown !== undefined && ink.stock !== undefined)
    return shown === '' ? [] : [{ font: stockName(document, ink.stock, ink), shown }];
  const pieces: Piece[] = [];
  for (const word of words) {
    const piece = pieceOf(document, word, ink);
    const last = pieces.at(-1);
    if (last?.font === piece.font) pieces.splice(-1, 1, { ...last, shown: join(last.shown, piece.shown) });
    else pieces.push(piece);
  }
  return pieces;
}

function pieceOf(document: PdfDocument, word: ShapedWord, ink: Ink): Piece {
  if (word.shown !== undefined && ink.stock !== undefined)
    return { font: stockName(document, ink.stock, ink), shown: word.shown };
  const { font, codeOf } = ink.embeddedIn(document);
  document.page.fonts[font.id] ??= font.ref();
  return { font: font.id, shown: show(word, codeOf, ink.unitsPerEm) };
}

/** What the page calls the stock; it is in the document from its first use. */
function stockName(document: PdfDocument, stock: Stock, { name }: Ink): string {
  document.page.fonts[name] ??= stockIn(document, stock);
  return name;
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

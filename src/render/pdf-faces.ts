import { PAPER_SIZES } from './envelope.ts';
import type { FamilyName } from './font-families.ts';
import { type Metrics, readMetrics } from './font-metrics.ts';
import { codesOf } from './pdf-codes.ts';
import { type EmbeddedFont, type FontkitFont, openDocument, type PdfDocument } from './pdf-document.ts';
import { plainSignOf, type ShapingFont, shaperOf } from './pdf-shape.ts';
import { COVERED, makeStock, packStock, type Stock, unpackStock } from './pdf-stock.ts';
import { drawRow, type Embedded, type Ink, type Row, rowOf, withStock } from './pdf-words.ts';

/** Something for each of the two weights of a letter. */
export interface Weights<Value> {
  readonly regular: Value;
  readonly semibold: Value;
}

/** Something for Inter, and for those families beside it that are at hand. */
export interface ByFamily<Value> extends Weights<Value> {
  readonly others?: Readonly<Partial<Record<FamilyName, Weights<Value>>>>;
}

/** The font files of a letter, as TrueType bytes. */
export interface FontFiles extends ByFamily<Uint8Array> {
  /** Inter's stock as `packFont` gives it, which spares the letter from reading that font. */
  readonly stock?: Weights<Uint8Array>;
}

export type FaceName = keyof Weights<Face>;

/** Where and how text is drawn: the left end of its baseline, from the top left corner of the page, in points. */
export interface TextForm {
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly isRightToLeft?: boolean;
}

/** One font, parsed once and ready for any number of letters. */
export interface Face {
  has(codePoint: number): boolean;
  /** In points. */
  width(text: string, size: number, isRightToLeft?: boolean): number;
  /** Draws text of one direction; what is copied out of the PDF is the text. */
  draw(document: PdfDocument, text: string, form: TextForm): void;
}

export type Faces = ByFamily<Face>;

/** The faces of all families that are there; the same bytes give the same faces, made once. */
export function loadFaces(files: FontFiles): Faces {
  const others = Object.entries(files.others ?? {}) as [FamilyName, Weights<Uint8Array>][];
  return {
    ...facesOf('inter', files, files.stock),
    others: Object.fromEntries(others.map(([name, file]) => [name, facesOf(name, file)])),
  };
}

/** The stock of a font like Inter, to be made once for all letters; undefined for another. */
export function packFont(bytes: Uint8Array): Uint8Array | undefined {
  const metrics = readMetrics(bytes);
  return metrics && packStock(stockOf(metrics, parse(bytes)));
}

const facesOf = (
  family: FamilyName | 'inter',
  files: Weights<Uint8Array>,
  stock?: Weights<Uint8Array>,
): Weights<Face> => ({
  regular: loadFace(family, 'regular', { bytes: files.regular, stock: stock?.regular }),
  semibold: loadFace(family, 'semibold', { bytes: files.semibold, stock: stock?.semibold }),
});

/** A font file, with its stock if that was packed before. */
interface File {
  readonly bytes: Uint8Array;
  readonly stock: Uint8Array | undefined;
}

const LOADED = new WeakMap<Uint8Array, Face>();

function loadFace(family: FamilyName | 'inter', weight: FaceName, { bytes, stock }: File): Face {
  const known = LOADED.get(bytes);
  if (known !== undefined) return known;
  const parsed = parsedOnce(bytes);
  const shaping = family === 'inter' ? interOf(bytes, parsed) : { font: () => parsed().font };
  const { metrics } = shaping;
  const made = metrics && (stock === undefined ? stockOf(metrics, parsed()) : unpackStock(stock));
  const face = makeFace(shaping, { ...inkOf(weight, parsed, metrics), stock: made });
  LOADED.set(bytes, face);
  return face;
}

/** `calt` draws arrows for `->` and the like: the page would no longer say what was written. */
const FEATURES = { calt: false, liga: false, clig: false };

/** Only the rules for Latin place marks; Greek and Cyrillic letters come with theirs. */
function interOf(bytes: Uint8Array, parsed: () => Parsed): ShapingFont {
  const metrics = readMetrics(bytes);
  const shaping = { font: () => parsed().font, script: 'latn', features: FEATURES };
  return metrics === undefined ? shaping : { ...shaping, metrics };
}

/** A font as pdfkit reads it in a document that is thrown away. */
interface Parsed {
  readonly font: FontkitFont;
  readonly embedded: EmbeddedFont;
  readonly scratch: PdfDocument;
}

function parsedOnce(bytes: Uint8Array): () => Parsed {
  let parsed: Parsed | undefined;
  return () => {
    parsed ??= parse(bytes);
    return parsed;
  };
}

const NOTHING = { language: 'en', title: '', isoDate: '2000-01-01', paper: PAPER_SIZES.a4 };

function parse(bytes: Uint8Array): Parsed {
  const scratch = openDocument(NOTHING);
  scratch.font(bytes);
  const embedded = scratch._font;
  return { font: forgetful(embedded.font), embedded, scratch };
}

/**
 * fontkit keeps one glyph object for each glyph with the characters of its first use, in whatever letter. Here each use
 * has its own characters. Fonts also get room for glyphs that are made of their others.
 */
function forgetful(font: FontkitFont): FontkitFont {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id);
    if (codePoints === undefined) return glyph;
    glyph._getMetrics();
    return Object.create(glyph, { codePoints: { value: codePoints } });
  };
  font.maxp.maxComponentDepth += 1;
  font.maxp.maxComponentElements = Math.max(font.maxp.maxComponentElements, 64);
  font.maxp.maxCompositePoints = Math.min(font.maxp.maxCompositePoints * 8 + 1024, 0x7fff);
  return font;
}

/** What common words are drawn with, and what the others of a document are. */
function inkOf(weight: FaceName, parsed: () => Parsed, metrics: Metrics | undefined): Omit<Ink, 'stock'> {
  const embedded = new WeakMap<PdfDocument, Embedded>();
  return {
    unitsPerEm: metrics?.unitsPerEm ?? parsed().font.unitsPerEm,
    name: weight,
    embeddedIn: (document) => {
      const known = embedded.get(document) ?? embed(document, parsed().font);
      embedded.set(document, known);
      return known;
    },
  };
}

function stockOf(metrics: Metrics, { embedded, scratch }: Parsed): Stock {
  const signs = Array.from(COVERED, (character) => plainSignOf(character, metrics));
  return makeStock(signs, embedded, scratch);
}

function embed(document: PdfDocument, font: FontkitFont): Embedded {
  const name = `${Object.keys(document._fontFamilies).length}`;
  document.registerFont(name, font as never);
  document.font(name);
  const inDocument = document._font;
  return { font: inDocument, codeOf: codesOf(inDocument) };
}

/** How many shaped words and whole lines to keep between letters. */
const [WORDS, LINES] = [20_000, 500];

function makeFace(shaping: ShapingFont, ink: Ink): Face {
  const shape = shaperOf(shaping);
  const { unitsPerEm } = ink;
  const words = new Map<string, Row>();
  const lines = new Map<string, Row>();
  const keep = (known: Map<string, Row>, most: number, [key, row]: readonly [string, Row]): Row => {
    if (known.size > most) known.clear();
    known.set(key, row);
    return row;
  };
  const wordOf = (word: string, mark: string): Row =>
    words.get(mark + word) ??
    keep(words, WORDS, [mark + word, rowOf([withStock(shape(word, mark !== ''), ink)])]);
  const textOf = (text: string, isRightToLeft = false): Row => {
    const mark = isRightToLeft ? '\u202e' : '';
    const known = words.get(mark + text) ?? lines.get(mark + text);
    if (known !== undefined) return known;
    const parts = text.match(WORD) ?? [];
    if (parts.length === 1) return wordOf(text, mark);
    const row = rowOf(parts.flatMap((word) => wordOf(word, mark).words));
    return keep(lines, LINES, [mark + text, row]);
  };
  return {
    has: (codePoint) =>
      shaping.metrics === undefined
        ? shaping.font().hasGlyphForCodePoint(codePoint)
        : shaping.metrics.glyphOf(codePoint) !== 0,
    width: (text, size, isRightToLeft) => (textOf(text, isRightToLeft).advance * size) / unitsPerEm,
    draw: (document, text, form) => drawRow(document, textOf(text, form.isRightToLeft), form, ink),
  };
}

/** Words and the spaces between them; some programs that read a PDF take the Arabic comma for a number. */
const WORD = / |،|[^ ،]+/g;

import { PAPER_SIZES } from './envelope.ts';
import type { FamilyName } from './font-families.ts';
import { type FontkitFont, openDocument, type PdfDocument } from './pdf-document.ts';
import { makeStock, type Stock } from './pdf-stock.ts';
import { readWord, type Word } from './pdf-word.ts';

/** Something for each of the two weights of a letter. */
export interface Weights<Value> {
  readonly regular: Value;
  readonly semibold: Value;
}

/** The font files of a letter, as TrueType bytes: Inter, and those families beside it that are at hand. */
export interface FontFiles extends Weights<Uint8Array> {
  readonly others?: Readonly<Partial<Record<FamilyName, Weights<Uint8Array>>>>;
}

export type FaceName = keyof Weights<Uint8Array>;

/** Where and how large text is written; `x` and `baseline` count from the top left corner of the page, in points. */
export interface Spot {
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
}

/** One font, parsed once and ready for any number of letters. */
export interface Face {
  has(codePoint: number): boolean;
  /** In points. */
  width(text: string, size: number): number;
  /** Whether the glyphs of `text` give it back when they are copied out of the PDF. */
  isFaithful(text: string): boolean;
  /** Writes text on one line. */
  draw(document: PdfDocument, text: string, spot: Spot): void;
}

export type Faces = Readonly<Record<FaceName, Face>>;

/** Both faces, parsed at first use; the same bytes give the same faces. */
export function loadFaces(files: FontFiles): Faces {
  return { regular: loadFace('regular', files.regular), semibold: loadFace('semibold', files.semibold) };
}

const LOADED = new WeakMap<Uint8Array, Face>();

/** How many laid-out words to keep between letters. */
const WORDS = 20_000;

/** `calt` draws arrows for `->` and the like: the page would no longer say what was written. */
const FEATURES = { calt: false, liga: false, clig: false };

/**
 * Characters to which a glyph belongs first where Inter draws two alike: the apostrophe, the closing quotation mark
 * and Greek iota come before the letters U+02BC, U+02EE and U+0269.
 */
const FIRST = [0x2019, 0x201d, 0x3b9];

function loadFace(name: FaceName, bytes: Uint8Array): Face {
  const known = LOADED.get(bytes);
  if (known !== undefined) return known;
  const face = makeFace(name, bytes);
  LOADED.set(bytes, face);
  return face;
}

/**
 * fontkit gives a glyph the code points of its first use for good, and these become the text of the PDF. Taking all
 * of them in one order, once, makes that text independent of the letters made before.
 */
function touchGlyphs(font: FontkitFont): void {
  const ascending = [...font.characterSet].sort((a, b) => a - b);
  for (const codePoint of [...FIRST, ...ascending]) font.glyphForCodePoint(codePoint);
}

/** Lets pdfkit parse the font in a document that is thrown away. */
function makeFace(name: FaceName, bytes: Uint8Array): Face {
  const scratch = openDocument(NOTHING);
  scratch.font(bytes);
  const embedded = scratch._font;
  const { font } = embedded;
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, FEATURES);
  touchGlyphs(font);
  const codePoints = new Set(font.characterSet);
  const stock = makeStock(embedded, scratch);
  const words = rememberWords(font, stock);
  return {
    has: (codePoint) => codePoints.has(codePoint),
    width: (text, size) => (widthOf(words(text)) * size) / 1000,
    isFaithful: (text) => words(text).every((word) => word.isFaithful),
    draw: (document, text, spot) => drawWords({ document, name, font, stock }, words(text), spot),
  };
}

function widthOf(words: readonly Word[]): number {
  let width = 0;
  for (const word of words) width += word.width;
  return width;
}

const NOTHING = { language: 'en', title: '', isoDate: '2000-01-01', paper: PAPER_SIZES.a4, content: '' };

/** Each word ends with the space after it, so that what kerning there is between the two is kept. */
const WORD = /[^ \t]*[ \t]|[^ \t]+/g;

/** The words of a text, each worked out at its first sight. */
function rememberWords(font: FontkitFont, stock: Stock): (text: string) => readonly Word[] {
  const known = new Map<string, readonly [Word]>();
  const learn = (piece: string): readonly [Word] => {
    if (known.size > WORDS) known.clear();
    const word = [readWord(piece, font, stock)] as const;
    known.set(piece, word);
    return word;
  };
  return (text) => {
    const whole = known.get(text);
    if (whole !== undefined) return whole;
    return (text.match(WORD) ?? []).map((piece) => (known.get(piece) ?? learn(piece))[0]);
  };
}

interface Ink {
  readonly document: PdfDocument;
  readonly name: FaceName;
  readonly font: FontkitFont;
  readonly stock: Stock;
}

/** Words with a glyph that is not in stock are drawn by pdfkit, which makes a font of just these for the document. */
function drawWords(ink: Ink, words: readonly Word[], { size, x, baseline }: Spot): void {
  let left = x;
  let shown = '';
  let width = 0;
  const flush = () => {
    if (shown !== '') drawStock(ink, shown, { size, x: left, baseline });
    left += (width * size) / 1000;
    shown = '';
    width = 0;
  };
  for (const word of words) {
    if (word.shown === undefined) flush();
    else shown += word.shown;
    width += word.width;
    if (word.shown === undefined) {
      drawOther(ink, word.text, { size, x: left, baseline });
      flush();
    }
  }
  flush();
}

function drawStock({ document, name, stock }: Ink, shown: string, { size, x, baseline }: Spot): void {
  const { fonts } = document.page;
  fonts[name] ??= stock.embed(document);
  // The page counts from its top: what is written upright is turned over.
  document.addContent(
    `BT\n1 0 0 -1 ${round(x)} ${round(baseline)} Tm\n/${name} ${size} Tf\n[${shown}] TJ\nET`,
  );
}

function drawOther({ document, name, font }: Ink, text: string, { size, x, baseline }: Spot): void {
  document.registerFont(name, font as never);
  document.font(name, size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

const round = (points: number) => Math.round(points * 1000) / 1000;

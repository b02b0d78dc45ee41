import { PAPER_SIZES } from './envelope.ts';
import type { FamilyName } from './font-families.ts';
import { type EmbeddedFont, type FontkitFont, openDocument, type PdfDocument } from './pdf-document.ts';

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

/** One font, parsed once and ready for any number of letters. */
export interface Face {
  has(codePoint: number): boolean;
  /** In points. */
  width(text: string, size: number): number;
  /** The text that the glyphs of `text` give back when they are copied out of the PDF. */
  spelled(text: string): string;
  /** Makes this face, at a size in points, the one a document writes with. */
  use(document: PdfDocument, size: number): void;
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
  const face = makeFace(name, embed(bytes));
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
function embed(bytes: Uint8Array): EmbeddedFont {
  const scratch = openDocument({
    language: 'en',
    title: '',
    isoDate: '2000-01-01',
    paper: PAPER_SIZES.a4,
    content: '',
  });
  scratch.font(bytes);
  return scratch._font;
}

function makeFace(name: FaceName, embedded: EmbeddedFont): Face {
  const { font } = embedded;
  const codePoints = new Set(font.characterSet);
  const layout = font.layout.bind(font);
  let laidOut = 0;
  font.layout = (text) => {
    laidOut += 1;
    return layout(text, FEATURES);
  };
  touchGlyphs(font);
  return {
    has: (codePoint) => codePoints.has(codePoint),
    width: (text, size) => embedded.widthOfString(text, size),
    spelled: (text) =>
      String.fromCodePoint(...embedded.layout(text).glyphs.flatMap((glyph) => glyph.codePoints)),
    use(document, size) {
      if (laidOut > WORDS) {
        embedded.layoutCache = Object.create(null);
        laidOut = 0;
      }
      document.registerFont(name, font as never);
      document.font(name, size);
      document._font.layoutCache = embedded.layoutCache;
    },
  };
}

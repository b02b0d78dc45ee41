/**
 * The only importer of pdfkit, and of its browser build: Node's own build compresses with zlib, so that the same letter
 * would have other bytes there than in the page. Whoever packs this file for Node or a browser must bundle it.
 */
import type PdfKit from 'pdfkit';
// @ts-expect-error: this build has no types of its own; they are the package's
import BrowserBuild from '../../node_modules/pdfkit/js/pdfkit.browser.mjs';
import type { PaperSize } from './envelope.ts';
import { gatherContent, gatherOutput, type Output } from './pdf-output.ts';

/** What the letters use of pdfkit 0.20.2 beyond its public types; the version is pinned for this. */
export type PdfDocument = PDFKit.PDFDocument & {
  /** The font in use. */
  readonly _font: EmbeddedFont;
  /** Everything written so far, as long as nobody listens. */
  readonly _buffer: Uint8Array[];
  /** How many bytes that is. */
  _offset: number;
  /** Writes the XMP descriptions of the document, without escaping them. */
  _addInfo: () => void;
  /** Takes what is written, a line or the bytes of a stream. */
  _write: (data: string | Uint8Array) => void;
  /** Is called when an object has been written. */
  _refEnd: (reference: { readonly id: number; data: Readonly<Record<string, unknown>> }) => void;
  /** The catalog. */
  readonly _root: { readonly id: number; readonly data: { readonly Pages: PageTree } };
  readonly _fontFamilies: Readonly<Record<string, unknown>>;
  /** Writes into the content of the page. */
  addContent(operators: string): void;
  readonly page: {
    readonly fonts: Record<string, PDFKit.PDFKitReference>;
    readonly content: PageContent;
  };
};

/** The list of pages. */
interface PageTree {
  readonly data: { readonly Count: number };
}

/** The stream of a page's content. */
export interface PageContent {
  buffer: Uint8Array[];
  compress: boolean;
  readonly data: Record<string, unknown>;
  write(operators: string): void;
  end(): void;
  finalize(): void;
}

/** pdfkit's side of a font in one document. */
export interface EmbeddedFont {
  id: string;
  readonly font: FontkitFont;
  readonly subset: FontkitSubset;
  /** By code, in thousandths of the size of type. */
  readonly widths: number[];
  /** By code the characters that it gives back. */
  readonly unicode: number[][];
  /** From the font's units to thousandths. */
  readonly scale: number;
  /** The object that stands for the font. */
  ref(): PDFKit.PDFKitReference;
  /** Writes the font and what describes it. */
  finalize(): void;
}

/** A parsed font, as fontkit gives it to pdfkit. */
export interface FontkitFont {
  readonly unitsPerEm: number;
  readonly maxp: { maxComponentDepth: number; maxComponentElements: number; maxCompositePoints: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: readonly number[]): FontkitGlyph;
  layout(
    text: string,
    features?: Readonly<Record<string, boolean>>,
    script?: string,
    language?: string,
    direction?: 'ltr' | 'rtl',
  ): {
    readonly glyphs: readonly FontkitGlyph[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  };
}

/** A glyph of a font, in the font's units. */
export interface FontkitGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
  /** As the font says it is; only of a glyph that draws something. */
  readonly cbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  /** Null for a glyph that draws nothing. */
  _decode(): unknown;
  _getMetrics(): unknown;
}

/** The glyphs of a font that a document needs; the tables are there while it is written. */
export interface FontkitSubset {
  readonly glyphs: number[];
  readonly mapping: Readonly<Record<number, number>>;
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  includeGlyph(glyph: number): number;
  _addGlyph(glyph: number): unknown;
}

/** What a document says about itself. */
export interface DocumentFacts {
  readonly language: string;
  readonly title: string;
  readonly isoDate: string;
  readonly paper: PaperSize;
}

const Document = BrowserBuild as typeof PdfKit;

const OUTPUTS = new WeakMap<PdfDocument, Output>();

/**
 * A new tagged PDF 1.7 document without pages or fonts, with title, language and PDF/UA-1 metadata.
 * Equal facts give equal bytes: nothing comes from the clock.
 */
export function openDocument({ language, title, isoDate, paper }: DocumentFacts): PdfDocument {
  const info = {
    Title: title,
    Creator: 'Closewell',
    CreationDate: new Date(`${isoDate}T00:00:00Z`),
  };
  const document = new Document({
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    font: '',
    info,
  }) as PdfDocument;
  document._addInfo = () => document.appendXML(describe(title, isoDate));
  OUTPUTS.set(document, gatherOutput(document));
  return document;
}

/** Adds an empty page of its own size. */
export function addPage(document: PdfDocument, { width, height }: PaperSize): void {
  document.addPage({ size: [width, height], margin: 0 });
  gatherContent(document);
}

/** How many pages the document has so far. */
export const countPages = (document: PdfDocument): number => document._root.data.Pages.data.Count;

/** Lets go of every object once it is written: its number is needed from then on, and that an element has a parent. */
export function forgetWritten(document: PdfDocument): void {
  const refEnd = document._refEnd.bind(document);
  document._refEnd = (reference) => {
    refEnd(reference);
    if (reference.id !== document._root.id) reference.data = { P: reference.data['P'] };
  };
}

/** Takes away the bytes written so far. */
export const takeWritten = (document: PdfDocument): Uint8Array =>
  OUTPUTS.get(document)?.take() ?? new Uint8Array();

/** The bytes of the finished document. */
export function closeDocument(document: PdfDocument): Uint8Array {
  document.end();
  return takeWritten(document);
}

/** The XMP descriptions that PDF/UA-1 asks for (ISO 14289-1, 5 and 7.1), in step with the document information. */
function describe(title: string, isoDate: string): string {
  const about = (prefix: string, namespace: string, properties: string) =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${properties}</rdf:Description>`;
  const name = `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt>`;
  return [
    about('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', '<pdfuaid:part>1</pdfuaid:part>'),
    about('dc', 'http://purl.org/dc/elements/1.1/', `<dc:title>${name}</dc:title>`),
    about(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${isoDate}T00:00:00Z</xmp:CreateDate><xmp:CreatorTool>Closewell</xmp:CreatorTool>`,
    ),
    about('pdf', 'http://ns.adobe.com/pdf/1.3/', '<pdf:Producer>PDFKit</pdf:Producer>'),
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

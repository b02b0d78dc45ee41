import type { Segment } from './pdf-break.ts';
import { addPage, countPages, type PdfDocument } from './pdf-document.ts';
import type { FaceName, Faces, TextForm } from './pdf-faces.ts';
import { FOOTER_BASELINE, GREY, type Sheet } from './pdf-measures.ts';
import type { Page, PlacedLine } from './pdf-pages.ts';
import {
  closeElements,
  drawBackwards,
  drawFigure,
  drawImage,
  drawLink,
  drawSegment,
  type Element,
  isBackwards,
  nodeOf,
  openContent,
  type Pen,
} from './pdf-pen.ts';

/** What stands in the margins of every page; `pageNumber` has `{page}` and `{pages}`. */
export interface Margins {
  readonly marks: readonly string[];
  readonly pageNumber: string | undefined;
}

/** The pages of a letter on their sheet; the cover is for the post alone. */
export interface Bound {
  readonly sheet: Sheet;
  readonly cover: { readonly page: Page; readonly sheet: Sheet } | undefined;
  readonly pages: readonly Page[];
  readonly margins: Margins;
  /** Where the page that lies uppermost is folded, if that is to be seen. */
  readonly foldMark: number | undefined;
  /**
   * The element that the letter is a part of, in a document of several for printing on both sides: then it begins on
   * the front of a sheet, and so does what follows a cover.
   */
  readonly within?: Element;
}

/**
 * Draws the pages into the document: every line under its structure element, marks and page numbers as artifacts. The
 * number stands on each page when there are several. Of the cover, nothing is part of the letter.
 */
export function drawPages(document: PdfDocument, faces: Faces, bound: Bound): void {
  const { cover, pages, sheet, margins, foldMark, within } = bound;
  const pen: Pen = { document, faces, elements: new Map(), ...(within === undefined ? {} : { within }) };
  const turnToFront = () => {
    if (within !== undefined && countPages(document) % 2 === 1) addPage(document, sheet.paper);
  };
  turnToFront();
  if (cover !== undefined) {
    startPage(pen, cover.sheet, margins);
    if (foldMark !== undefined) drawFoldMark(document, foldMark);
    drawCover(pen, cover.page);
    turnToFront();
  }
  pages.forEach((page, index) => {
    startPage(pen, sheet, margins);
    if (foldMark !== undefined && cover === undefined && index === 0) drawFoldMark(document, foldMark);
    drawPage(pen, page);
    const number = pages.length > 1 ? (margins.pageNumber ?? '') : '';
    const text = number.replace('{page}', `${index + 1}`).replace('{pages}', `${pages.length}`);
    const baseline = sheet.paper.height - FOOTER_BASELINE;
    drawArtifact(pen, text, { face: 'regular', size: sheet.style.size.footer, baseline }, sheet);
  });
  closeElements(pen);
}

function startPage(pen: Pen, sheet: Sheet, { marks }: Margins): void {
  const { style } = sheet;
  addPage(pen.document, sheet.paper);
  const form = { face: 'semibold', size: style.size.mark, baseline: style.markBaseline } as const;
  drawArtifact(pen, marks.join('  ·  '), form, sheet);
}

interface Mark extends Omit<TextForm, 'x'> {
  readonly face: FaceName;
}

/** One line of small grey text that ends at the right margin and is no part of the letter. */
function drawArtifact(pen: Pen, text: string, form: Mark, { column }: Sheet): void {
  if (text === '') return;
  const { document, faces } = pen;
  document.markContent('Artifact', { type: 'Pagination' });
  document.save().fillColor(GREY);
  const face = faces[form.face];
  face.draw(document, text, { ...form, x: column.right - face.width(text, form.size) });
  document.restore();
  document.endMarkedContent();
}

/** A short line at the left edge. */
function drawFoldMark(document: PdfDocument, fold: number): void {
  document.markContent('Artifact', { type: 'Layout' });
  document.save().lineWidth(0.5).strokeColor(GREY).moveTo(18, fold).lineTo(30, fold).stroke().restore();
  document.endMarkedContent();
}

/** Sender and addressee stand in the letter as well: whoever has it read aloud hears them once. */
function drawCover(pen: Pen, cover: Page): void {
  pen.document.markContent('Artifact', { type: 'Layout' });
  for (const line of cover) {
    if (line.image !== undefined) drawImage(pen, line, line.image);
    for (const segment of line.segments) drawSegment(pen, line, segment);
  }
  pen.document.endMarkedContent();
}

/** Consecutive text of one element is one piece of marked content; figures, links and page ends interrupt it. */
function drawPage(pen: Pen, page: Page): void {
  const spans: Span[] = page.flatMap((line): Span[] =>
    line.image === undefined
      ? line.segments.map((segment) => ({ line, segment }))
      : [{ line, image: line.image }],
  );
  spans.forEach((span, index) => {
    const { line, segment, image } = span;
    if (image !== undefined) drawFigure(pen, line, image);
    else if (isLink(segment)) drawLink(pen, line, segment);
    else if (segment !== undefined && isBackwards(line, segment)) drawBackwards(pen, line, segment);
    else if (segment !== undefined) {
      if (!isJoined(spans[index - 1], span)) openContent(pen, nodeOf(line, segment));
      drawSegment(pen, line, segment);
      if (!isJoined(span, spans[index + 1])) pen.document.endMarkedContent();
    }
  });
}

interface Span {
  readonly line: PlacedLine;
  readonly segment?: Segment;
  readonly image?: NonNullable<PlacedLine['image']>;
}

const isJoined = (one: Span | undefined, other: Span | undefined) =>
  one?.line.node === other?.line.node &&
  one?.segment?.span === other?.segment?.span &&
  isPlain(one) &&
  isPlain(other);

/** Part of the text around it, rather than an element of its own. */
const isPlain = (span: Span | undefined) =>
  !isLink(span?.segment) && !(span?.segment !== undefined && isBackwards(span.line, span.segment));

/** A space by itself leads nowhere that could be said. */
const isLink = (segment: Segment | undefined): segment is Segment & { readonly href: string } =>
  segment?.href !== undefined && /\S/.test(segment.text);

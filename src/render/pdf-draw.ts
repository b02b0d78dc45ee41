import type { Segment } from './pdf-break.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Faces } from './pdf-faces.ts';
import { COLUMN, GREY, MARGIN_BASELINE, SIZE } from './pdf-measures.ts';
import type { Page, PlacedLine } from './pdf-pages.ts';
import {
  closeElements,
  drawLink,
  drawSegment,
  drawText,
  openContent,
  type Pen,
  type TextForm,
} from './pdf-pen.ts';

/** What stands in the margins of every page; `pageNumber` has `{page}` and `{pages}`. */
export interface Margins {
  readonly marks: readonly string[];
  readonly pageNumber: string | undefined;
}

/**
 * Draws the pages into the document: every line under its structure element, marks and page numbers as artifacts. The
 * number stands on each page when there are several.
 */
export function drawPages(
  document: PdfDocument,
  faces: Faces,
  { pages, margins }: { pages: readonly Page[]; margins: Margins },
): void {
  const pen: Pen = { document, faces, elements: new Map() };
  pages.forEach((page, index) => {
    document.addPage();
    drawArtifact(pen, margins.marks.join('  ·  '), {
      face: 'semibold',
      size: SIZE.mark,
      baseline: MARGIN_BASELINE.mark,
    });
    drawPage(pen, page);
    const number = pages.length > 1 ? (margins.pageNumber ?? '') : '';
    const text = number.replace('{page}', `${index + 1}`).replace('{pages}', `${pages.length}`);
    drawArtifact(pen, text, { face: 'regular', size: SIZE.footer, baseline: MARGIN_BASELINE.footer });
  });
  closeElements(pen);
}

/** One line of small grey text that ends at the right margin and is no part of the letter. */
function drawArtifact({ document, faces, ...pen }: Pen, text: string, form: Omit<TextForm, 'x'>): void {
  if (text === '') return;
  document.markContent('Artifact', { type: 'Pagination' });
  document.save().fillColor(GREY);
  drawText({ document, faces, ...pen }, text, {
    ...form,
    x: COLUMN.right - faces[form.face].width(text, form.size),
  });
  document.restore();
  document.endMarkedContent();
}

/** Consecutive text of one element is one piece of marked content; links and page ends interrupt it. */
function drawPage(pen: Pen, page: Page): void {
  const spans = page.flatMap((line) => line.segments.map((segment) => ({ line, segment })));
  spans.forEach(({ line, segment }, index) => {
    const { href } = segment;
    if (href !== undefined) {
      drawLink(pen, line, { ...segment, href });
      return;
    }
    if (!isJoined(spans[index - 1], spans[index])) openContent(pen, line.node);
    drawSegment(pen, line, segment);
    if (!isJoined(spans[index], spans[index + 1])) pen.document.endMarkedContent();
  });
}

interface Span {
  readonly line: PlacedLine;
  readonly segment: Segment;
}

const isJoined = (one: Span | undefined, other: Span | undefined) =>
  one?.line.node === other?.line.node && one?.segment.href === undefined && other?.segment.href === undefined;

import type { Segment } from './pdf-break.ts';
import { faceOf } from './pdf-coverage.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Faces } from './pdf-faces.ts';
import type { Line, Node } from './pdf-line.ts';
import type { PlacedLine } from './pdf-pages.ts';
import { imageOf } from './pdf-picture.ts';

/** A structure element of pdfkit, with the dictionary that its types leave out. */
export type Element = PDFKit.PDFStructureElement & {
  readonly dictionary: { readonly data: { A?: unknown } };
};

/** A document to write in, with its structure elements so far. */
export interface Pen {
  readonly document: PdfDocument;
  readonly faces: Faces;
  readonly elements: Map<Node, Element>;
  /** What the letter is a part of, in a document of several. */
  readonly within?: Element;
}

/** Starts marked content of the element `node`, which it creates under its parents at first sight. */
export function openContent(pen: Pen, node: Node): void {
  const element = findElement(pen, node);
  element.add(pen.document.markStructureContent(node.tag));
}

/** The element that a segment stands in. */
export const nodeOf = (line: PlacedLine, segment: Segment): Node => segment.span ?? line.node;

/** Draws a segment of a line into the open content. */
export function drawSegment({ document, faces }: Pen, line: PlacedLine, segment: Segment): void {
  faceOf(faces, segment).draw(document, segment.text, {
    size: line.size,
    x: leftOf(line, segment),
    baseline: line.top + line.baseline,
    isRightToLeft: isOdd(segment),
  });
}

/** Whether a segment runs from right to left, in an element that may have another in it. */
export const isBackwards = ({ node }: PlacedLine, segment: Segment): boolean =>
  isOdd(segment) && /\S/.test(segment.text) && node.tag !== 'Lbl';

const isOdd = ({ level = 0 }: Segment) => level % 2 === 1;

/**
 * Draws a segment that runs from right to left in an element of its own: its content is in the order of the eye, as
 * readers of PDF expect it, and its actual text in the order of reading.
 */
export function drawBackwards(pen: Pen, line: PlacedLine, segment: Segment): void {
  addBackwards(pen, findElement(pen, nodeOf(line, segment)), line, segment);
}

function addBackwards(
  pen: Pen,
  parent: PDFKit.PDFStructureElement,
  line: PlacedLine,
  segment: Segment,
): void {
  const { document } = pen;
  const element = document.struct('Span', { actual: segment.text });
  parent.add(element);
  element.add(document.markStructureContent('Span'));
  drawSegment(pen, line, segment);
  document.endMarkedContent();
  element.end();
}

/** Draws a segment as a link that can be followed, in an element of its own. */
export function drawLink(pen: Pen, line: PlacedLine, segment: Segment & { readonly href: string }): void {
  const { document } = pen;
  const structParent = document.struct('Link');
  findElement(pen, nodeOf(line, segment)).add(structParent);
  if (isBackwards(line, segment)) addBackwards(pen, structParent, line, segment);
  else {
    structParent.add(document.markStructureContent('Link'));
    drawSegment(pen, line, segment);
    document.endMarkedContent();
  }
  const href = segment.href.toWellFormed().replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  // A String object is pdfkit's form of a text string; a plain one would be a name.
  const options: object = { structParent, Contents: new String(segment.text.trim()) };
  document.link(
    leftOf(line, segment),
    line.top,
    segment.width,
    line.height,
    href,
    options as PDFKit.Mixins.AnnotationOption,
  );
  structParent.end();
}

/** Draws the picture of a line as a figure with its place and the words that stand for it. */
export function drawFigure(pen: Pen, line: PlacedLine, { picture, width }: NonNullable<Line['image']>): void {
  const { document } = pen;
  const element = document.struct('Figure', {
    alt: line.node.alternative ?? '',
    placement: 'Block',
    bbox: [line.x, line.top, line.x + width, line.top + line.height],
  } as PDFKit.Mixins.StructureElementOptions);
  if (line.node.parent !== undefined) findElement(pen, line.node.parent).add(element);
  element.add(document.markStructureContent('Figure'));
  drawImage(pen, line, { picture, width });
  document.endMarkedContent();
  element.end();
}

/** Draws the picture of a line into the open content. */
export function drawImage(
  { document }: Pen,
  line: PlacedLine,
  { picture, width }: NonNullable<Line['image']>,
): void {
  document.image(imageOf(picture, document) as never, line.x, line.top, { width, height: line.height });
}

/** Ends the structure tree. */
export function closeElements({ elements }: Pen): void {
  for (const [node, element] of elements) if (node.parent === undefined) element.end();
}

const leftOf = (line: PlacedLine, segment: Segment) => line.x + segment.x;

function findElement(pen: Pen, node: Node): Element {
  const known = pen.elements.get(node);
  if (known !== undefined) return known;
  const isPart = node.parent === undefined && pen.within !== undefined;
  const options = node.language === undefined ? {} : { lang: node.language };
  const element = pen.document.struct(isPart ? 'Part' : node.tag, options) as Element;
  if (node.numbering !== undefined) element.dictionary.data.A = { O: 'List', ListNumbering: node.numbering };
  if (node.parent !== undefined) findElement(pen, node.parent).add(element);
  else if (pen.within !== undefined) pen.within.add(element);
  else pen.document.addStructure(element);
  pen.elements.set(node, element);
  return element;
}

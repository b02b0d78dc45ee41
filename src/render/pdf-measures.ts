import { ENVELOPES, PAPER_SIZES, type PaperSize, type View, viewOf } from './envelope.ts';
import type { Format } from './letter.ts';

/** Where things stand on the page, in points (72 to the inch), from the top left corner. */

/** The column of the text. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Type and space. */
export interface Style {
  readonly size: Readonly<Record<'name' | 'letterhead' | 'text' | 'footer' | 'mark', number>>;
  readonly height: Readonly<Record<'name' | 'letterhead' | 'text', number>>;
  readonly gap: Readonly<
    Record<
      | 'paragraph'
      | 'heading'
      | 'afterHeading'
      | 'beforeList'
      | 'item'
      | 'part'
      | 'subject'
      | 'body'
      | 'close'
      | 'signature'
      | 'notations',
      number
    >
  >;
  readonly indent: number;
  /** The baseline of the marks, from the top. */
  readonly markBaseline: number;
}

/** A page as a letter is set on it; without a view everything stands one below the other. */
export interface Sheet {
  readonly paper: PaperSize;
  readonly column: Column;
  readonly style: Style;
  readonly view?: View;
}

/** Line heights: 1.4 for text, tighter where lines are short. The name stands on the fifth line below the close. */
const USUAL: Style = {
  size: { name: 14, letterhead: 9, text: 11, footer: 9, mark: 10 },
  height: { name: 19, letterhead: 12.5, text: 15.4 },
  gap: {
    paragraph: 8,
    heading: 17,
    afterHeading: 4,
    beforeList: 5,
    item: 3,
    part: 18,
    subject: 22,
    body: 18,
    close: 15,
    signature: 54,
    notations: 15,
  },
  indent: 18,
  markBaseline: 28,
};

/** For a letter that would run over by a few lines: less space, the same type. */
const SNUG: Style = {
  ...USUAL,
  height: { ...USUAL.height, text: 14.4 },
  gap: { ...USUAL.gap, paragraph: 6.5, heading: 14, body: 15, close: 12, signature: 44, notations: 12 },
};

/**
 * Large print: nothing below 18 points, lines half as high again, a blank line between paragraphs
 * (http://ruralinstitute.umt.edu/media-accessibility-resources/other-accessibility-information/large-print-documents).
 */
const LARGE: Style = {
  size: { name: 20, letterhead: 18, text: 18, footer: 18, mark: 18 },
  height: { name: 30, letterhead: 27, text: 27 },
  gap: {
    paragraph: 18,
    heading: 27,
    afterHeading: 9,
    beforeList: 12,
    item: 9,
    part: 24,
    subject: 27,
    body: 18,
    close: 22,
    signature: 66,
    notations: 22,
  },
  indent: 30,
  markBaseline: 48,
};

/** Margins of one inch, on A4 of 25 millimetres at the left; the measure is 67 characters of Inter at 11 points. */
function columnOf({ width, height }: PaperSize, measure: number): Column {
  const left = width === PAPER_SIZES.a4.width ? 70.87 : 72;
  return { left, right: width - left, width: measure, top: 72, bottom: height - 60 };
}

const MEASURE = { usual: 378, large: 432 };

/** The page of a letter: large print takes no notice of an envelope, nor does what nobody posts. */
export function sheetOf({ paper, envelope, isLarge }: Format, isPosted: boolean): Sheet {
  const size = PAPER_SIZES[paper];
  if (isLarge) return { paper: size, column: columnOf(size, MEASURE.large), style: LARGE };
  const sheet = { paper: size, column: columnOf(size, MEASURE.usual), style: USUAL };
  return isPosted ? { ...sheet, view: viewOf(ENVELOPES[envelope], size) } : sheet;
}

/** The same sheet with less space between lines and parts; large print keeps its own. */
export const snugly = (sheet: Sheet): Sheet => (sheet.style === USUAL ? { ...sheet, style: SNUG } : sheet);

/** How far below the fold, or below all that stands above it, the letter itself begins: clear of the crease. */
export const BELOW_PANEL = 12;

/** Where an address stands that no window shows. */
export const UNSEEN = { top: 147, gap: 18, width: 216 };

/** Date and delivery line: right of all that a window can show, and of the middle. */
export const REFERENCE = { clearance: 9, indent: 283 };

/** Type for an addressee in a window: the first that fits is taken. The smallest is the least that the post reads. */
export const ADDRESS_FORMS = [
  { size: 11, height: 14.5 },
  { size: 10, height: 12.5 },
  { size: 10, height: 11.25 },
  { size: 9, height: 10.5 },
  { size: 8, height: 9 },
] as const;

/** Type for the sender's name and lines, in the room above the window. */
export const SENDER_FORMS = [
  { name: { size: 14, height: 19 }, lines: { size: 9, height: 12.5 } },
  { name: { size: 12, height: 15 }, lines: { size: 8.5, height: 10.5 } },
  { name: { size: 11, height: 13 }, lines: { size: 8, height: 9 } },
] as const;

/** Where the sender's lines begin and how wide they may be, on a page for an envelope. */
export const SENDER = { top: 36, width: 252 };

/** The room of pictures: a logo beside the sender's lines or above them, a signature above the name. */
export const PICTURE = {
  logo: { width: 156, height: 57 },
  signature: { width: 180, height: 44 },
};

/** At 96 pixels to the inch a picture is not made larger than it was drawn. */
const PIXEL = 0.75;

/** How large a picture of so many pixels is: as the room allows, and never out of proportion. */
export function sizeOf(
  pixels: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(PIXEL, room.width / pixels.width, room.height / pixels.height);
  return { width: pixels.width * scale, height: pixels.height * scale };
}

/** The baseline of the page number, up from the bottom. */
export const FOOTER_BASELINE = 36;

/** Dark enough for small print: 7 to 1 on white. */
export const GREY = '#595959';

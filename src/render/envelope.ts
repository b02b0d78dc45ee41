/** Which part of a page shows through the windows of an envelope, wherever in it the folded letter has slid. */
import type { EnvelopeName, Paper } from '../model/stationery.ts';

/** Edges in points (72 to the inch), counted from the top left corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The width and height of a sheet of paper, in points. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

const INCH = 72;
const MILLIMETRE = 72 / 25.4;

export const PAPER_SIZES: Readonly<Record<Paper, PaperSize>> = {
  letter: { width: 8.5 * INCH, height: 11 * INCH },
  a4: { width: 595.28, height: 841.89 },
};

/** An envelope from its front; the panel of the letter above its first fold lies behind the windows. */
export interface Envelope {
  readonly width: number;
  readonly height: number;
  /** Between the address and each edge of the window, when the letter has slid as far as it goes. */
  readonly clearance: number;
  readonly window?: Rectangle;
  readonly senderWindow?: Rectangle;
  /** The lower edge of that panel, where it is not a third of the paper. */
  readonly fold?: number;
  /** Where a standard has the address begin, further in than the clearance asks for. */
  readonly addressTop?: number;
}

const scale = (unit: number, [left, top, right, bottom]: readonly [number, number, number, number]) => ({
  left: left * unit,
  top: top * unit,
  right: right * unit,
  bottom: bottom * unit,
});

const US_10 = { width: 9.5 * INCH, height: 4.125 * INCH, clearance: 0.125 * INCH };
const DL = { width: 220 * MILLIMETRE, height: 110 * MILLIMETRE, clearance: 2 * MILLIMETRE };

/**
 * The envelopes a letter can be posted in.
 *
 * The American post asks for 1/8 inch between the address and each edge of the window at full shift (Domestic Mail
 * Manual 601.6.3). The double windows are those whose safe blocks on a letter folded in thirds are 3.5 by 0.792 inches
 * at (0.5, 0.5) and 3.5 by 0.875 at (0.5, 2.042) (http://www.postalmethods.com/resources/developers-guide/127), worked
 * back by that shift. The single window is 1 1/8 by 4 1/2 inches, 7/8 from the left and 1/2 from the bottom. A letter
 * folded in thirds can slide nearly half an inch behind it, which leaves room for two lines; folded at 3 7/8 inches, as
 * the mark at its edge says, for four. DIN 5008 B: window 45 by 90 mm, 20 mm from the left and 15 from the bottom, address from 62.7 mm, fold at
 * 105 mm. DL: 35 by 90 mm, 20 mm from the left and 18 from the bottom. The two millimetres are ours.
 */
export const ENVELOPES: Readonly<Record<EnvelopeName, Envelope>> = {
  'us-10-double-window': {
    ...US_10,
    window: scale(INCH, [0.375, 1.917, 5.125, 3.5]),
    senderWindow: scale(INCH, [0.375, 0.375, 5.125, 1.875]),
  },
  'us-10-window': { ...US_10, window: scale(INCH, [0.875, 2.5, 5.375, 3.625]), fold: 3.875 * INCH },
  'din-5008-b': {
    ...DL,
    window: scale(MILLIMETRE, [20, 50, 110, 95]),
    fold: 105 * MILLIMETRE,
    addressTop: 62.7 * MILLIMETRE,
  },
  dl: { ...DL, window: scale(MILLIMETRE, [20, 57, 110, 92]) },
  none: DL,
};

/** What an envelope makes of a page. */
export interface View {
  /** The lower edge of the panel above the first fold. */
  readonly fold: number;
  /** Whether the fold is not where people fold by themselves, and is marked. */
  readonly isMarked: boolean;
  /** Where an address stays in the window with its clearance. */
  readonly safe?: Rectangle;
  /** What can show in the window. */
  readonly exposed?: Rectangle;
  /** What can show in the sender's window. */
  readonly exposedSender?: Rectangle;
}

/** What can be seen of a page folded into the envelope, at every shift; a sheet that is too large does not slide. */
export function viewOf(envelope: Envelope, paper: PaperSize): View {
  const { window, senderWindow, clearance, addressTop = 0 } = envelope;
  const fold = envelope.fold ?? paper.height / 3;
  const shift = {
    across: Math.max(0, envelope.width - paper.width),
    down: Math.max(0, envelope.height - fold),
  };
  const view = { fold, isMarked: envelope.fold !== undefined };
  if (window === undefined) return view;
  const safe = {
    left: window.left + clearance,
    top: Math.max(window.top + clearance, addressTop),
    right: window.right - clearance - shift.across,
    bottom: window.bottom - clearance - shift.down,
  };
  return {
    ...view,
    safe,
    exposed: expose(window, shift),
    ...(senderWindow === undefined ? {} : { exposedSender: expose(senderWindow, shift) }),
  };
}

/** The page lies at the left and top of the envelope, or has slid away by as much as the shift. */
const expose = (
  { left, top, right, bottom }: Rectangle,
  { across, down }: { readonly across: number; readonly down: number },
): Rectangle => ({ left: left - across, top: top - down, right, bottom });

/** Rounding of lengths that add up. */
const NEARLY = 0.01;

/** Whether the first rectangle lies wholly in the second. */
export const isInside = (one: Rectangle, other: Rectangle): boolean =>
  one.left >= other.left - NEARLY &&
  one.top >= other.top - NEARLY &&
  one.right <= other.right + NEARLY &&
  one.bottom <= other.bottom + NEARLY;

/** Whether the rectangles have some of the page in common. */
export const isTouching = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.right - NEARLY &&
  one.right > other.left + NEARLY &&
  one.top < other.bottom - NEARLY &&
  one.bottom > other.top + NEARLY;

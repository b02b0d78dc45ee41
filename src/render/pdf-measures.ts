/** Where things stand on the page, in points (72 to the inch), from the top left corner of US Letter. */

/** The text column: 70 characters of Inter at 11 points are about 5.7 inches. */
export const COLUMN = { left: 72, right: 540, width: 414, top: 72, bottom: 720 };

export const SIZE = { name: 14, letterhead: 9, text: 11, footer: 9, mark: 10 };

/** Line heights: 1.4 for text, tighter where lines are short. */
export const HEIGHT = { name: 19, letterhead: 12.5, text: 15.4 };

/** Space above a part, unless it starts a page; that of the signature is four lines. */
export const GAP = {
  paragraph: 9,
  heading: 17,
  afterHeading: 4,
  beforeList: 5,
  item: 3,
  date: 30,
  subject: 22,
  body: 18,
  close: 16,
  signature: 62,
};

export const INDENT = 18;

/**
 * The recipient's window of a double-window envelope for a folded letter: 3.5 by 0.875 inches at (0.5, 2.042); the
 * text below it starts at 3 3/8 inches (http://www.postalmethods.com/resources/developers-guide/127). The sender's
 * window is 3.5 by 0.792 inches at (0.5, 0.5).
 */
export const WINDOW = { top: 147, width: 216, height: 63, below: 243, sender: 36 };

/** Type for the addressee, the first of which that fits the window is taken, else the last. */
export const ADDRESS_FORMS = [
  { size: 11, height: 14.5 },
  { size: 10, height: 12.5 },
] as const;

/** Baselines of what stands in the margins. */
export const MARGIN_BASELINE = { mark: 48, footer: 750 };

/** Dark enough for small print: 7 to 1 on white. */
export const GREY = '#595959';

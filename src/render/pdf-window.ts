/** Holds a page against the windows and the first fold of its envelope. */
import { type Problem, problem } from '../problem.ts';
import { isInside, isTouching, type Rectangle, type View } from './envelope.ts';
import type { PlacedLine } from './pdf-pages.ts';

/**
 * What is wrong with the page that lies uppermost: an address that does not stay in the window, something else that
 * shows in it, words of the letter above the first fold. One problem for each part of the page.
 */
export function checkWindow(page: readonly PlacedLine[], view: View): Problem[] {
  const { safe, exposed, fold } = view;
  const is = (part: PlacedLine['part']) => (line: PlacedLine) => line.part === part;
  const addressee = page.filter(is('addressee'));
  const sender = page.filter(is('sender'));
  const others = page.filter(({ part }) => part === undefined || part === 'reference');
  const isOutside = safe !== undefined && addressee.some((line) => !isInside(rectangleOf(line), safe));
  const shows = (line: PlacedLine) => exposed !== undefined && isTouching(rectangleOf(line), exposed);
  const isAbove = (line: PlacedLine) => line.part === undefined && line.top < fold;
  return [
    ...(isOutside ? [outsideWindow('addressee')] : []),
    ...(sender.some(shows) ? [outsideWindow('letterhead')] : []),
    ...(others.some((line) => shows(line) || isAbove(line)) ? [outsideWindow('letter')] : []),
  ];
}

const OUTSIDE = {
  addressee: {
    message: 'does not fit the window of the envelope',
    hint: 'Write the address in fewer or shorter lines, or write this letter with --envelope none.',
  },
  letterhead: {
    message: 'reaches into the window of the envelope',
    hint: 'Take lines out of "address" in practice.yaml, or choose another envelope there.',
  },
  letter: {
    message: 'would show in the window of the envelope, or above the first fold',
    hint: 'Shorten the delivery line in practice.yaml, or choose another envelope there.',
  },
};

/** The problem of a part that is not where the window wants it. */
export function outsideWindow(part: keyof typeof OUTSIDE): Problem {
  const { message, hint } = OUTSIDE[part];
  return problem('letter-window', { file: 'letter', line: 1, column: 1 }, `"${part}" ${message}`, hint);
}

/** What the line covers; the space after its last word shows nothing. */
function rectangleOf({ x, top, height, segments, image }: PlacedLine): Rectangle {
  const last = segments.at(-1);
  return {
    left: x,
    top,
    right: x + (image?.width ?? (last === undefined ? 0 : last.x + last.width)),
    bottom: top + height,
  };
}

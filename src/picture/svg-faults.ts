/** What a drawing cannot have, and what to do about it in the program that it was drawn with. */

const OR_PNG = 'or export it as PNG, 1,200 pixels wide.';
const FLATTEN = `Flatten it in the program it was drawn with, ${OR_PNG}`;

const FAULTS = {
  broken: ['this drawing in SVG is broken', `Export it as SVG anew, ${OR_PNG}`],
  program: [
    'this drawing in SVG holds a program',
    `Export it as plain SVG, without scripts and links, ${OR_PNG}`,
  ],
  moving: ['this drawing in SVG moves or changes', `Export one still image of it as SVG, ${OR_PNG}`],
  text: [
    'this drawing in SVG holds text, which would look different on every computer',
    `Turn its text into outlines ("Create Outlines", "Object to Path", "Outline Text"), ${OR_PNG}`,
  ],
  image: [
    'this drawing in SVG holds a picture of pixels',
    'Export it as PNG, 1,200 pixels wide, since it is none of lines and areas alone.',
  ],
  outside: ['this drawing in SVG points to something outside of it', `Embed or expand it, ${OR_PNG}`],
  gradient: [
    'this drawing in SVG has colours that blend, or a pattern',
    `Give its areas one colour each, ${OR_PNG}`,
  ],
  effect: ['this drawing in SVG has a shadow, a mask or another effect', FLATTEN],
  opacity: ['this drawing in SVG has a group that is seen through in one piece', FLATTEN],
  stroke: [
    'this drawing in SVG has dashes, arrow heads or another special line',
    `Turn its lines into outlines ("Outline Stroke", "Stroke to Path"), ${OR_PNG}`,
  ],
  style: [
    'this drawing in SVG is coloured by a style sheet that is not read',
    `Export it with its styles as "presentation attributes" or "inline", ${OR_PNG}`,
  ],
  colour: ['this drawing in SVG has a colour that is not known', `Give it colours in RGB, ${OR_PNG}`],
  clip: ['this drawing in SVG is cut out in a way that is not read', `Release its clipping masks, ${OR_PNG}`],
  unknown: ['this drawing in SVG holds something that is not read', `Export it as plain SVG, ${OR_PNG}`],
  size: ['this drawing in SVG does not say how large it is', `Export it with a "viewBox", ${OR_PNG}`],
  far: [
    'this drawing in SVG reaches far out of its own page',
    `Cut off what does not belong to it, ${OR_PNG}`,
  ],
  large: ['this drawing in SVG has too many lines for a letter', `Simplify its paths, ${OR_PNG}`],
  empty: ['this drawing in SVG shows nothing', `Look whether its page holds the drawing, ${OR_PNG}`],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type DrawingFault = keyof typeof FAULTS;

/** A fault in one sentence, with what to do. */
export function sayFault(fault: DrawingFault): { readonly fault: string; readonly hint: string } {
  const [said, hint] = FAULTS[fault];
  return { fault: said, hint };
}

/** Words whose letters do not stand one beside the other: what a layout engine makes of them, cut into signs. */
import { mirrored } from './bidi.ts';
import type { FontkitFont } from './pdf-document.ts';
import { type Part, plainSign, type ShapedWord, type ShapingFont, type Sign } from './pdf-shape.ts';
import { isIgnorable, listUnits } from './text-units.ts';

/** A glyph where the engine put it; `start` counts from the start of the word. */
interface Placed {
  readonly glyph: number;
  readonly codePoints: readonly number[];
  readonly start: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** Its width before kerning. */
  readonly width: number;
}

/** The fewest glyphs that stand for a stretch of the text. */
interface Cluster {
  readonly text: string;
  readonly glyphs: readonly Placed[];
}

/** The signs of a word, one for each cluster; from right to left one for each character, as readers expect there. */
export function shapeClusters(word: string, isRightToLeft: boolean, shaping: ShapingFont): ShapedWord {
  const font = shaping.font();
  const shown = (isRightToLeft ? mirrored(word) : word).replace(VOWELS_AND_SHADDA, '$2$1');
  const placed = placeGlyphs(shown, isRightToLeft, { font, shaping });
  const clusters = groupGlyphs(isRightToLeft ? placed.toReversed() : placed, word, isRightToLeft);
  const drawn = (isRightToLeft ? clusters.toReversed() : clusters).map((cluster) =>
    isRightToLeft ? signsBackwards(cluster, font.unitsPerEm) : signOf(cluster),
  );
  const signs = drawn.flatMap((one) => one.signs);
  const kerning = drawn.flatMap((one) => one.kerning);
  const advance = [...signs.map((sign) => sign.advance), ...kerning].reduce((sum, one) => sum + one, 0);
  return { signs, kerning, advance };
}

/** Fonts want the shadda next to its letter; the order of Unicode has it after the vowels. */
const VOWELS_AND_SHADDA = /([\u064b-\u0650]+)(\u0651)/gu;

/** The glyphs from left to right, but for those that stand for something invisible. */
function placeGlyphs(
  shown: string,
  isRightToLeft: boolean,
  { font, shaping }: { readonly font: FontkitFont; readonly shaping: ShapingFont },
): Placed[] {
  const direction = isRightToLeft ? 'rtl' : 'ltr';
  const { glyphs, positions } = font.layout(shown, shaping.features, shaping.script, undefined, direction);
  let start = 0;
  let lost = 0;
  return glyphs.flatMap((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? NOWHERE;
    // fontkit puts a Latin mark back by the width of the marks before it, and then takes that width away.
    const x = start + xOffset + (xOffset === 0 || xAdvance > 0 ? 0 : lost);
    const place = { start, x, y: yOffset, advance: xAdvance };
    lost = xAdvance === 0 && shaping.script === 'latn' ? lost + glyph.advanceWidth : 0;
    start += xAdvance;
    // fontkit puts a space without width in the place of what is invisible.
    const isHidden = xAdvance === 0 && glyph.codePoints[0] === 0x20;
    return isHidden
      ? []
      : [{ ...place, glyph: glyph.id, codePoints: glyph.codePoints, width: glyph.advanceWidth }];
  });
}

const NOWHERE = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/**
 * Gives each glyph its text. The engine tells the characters of a glyph, but not those of the parts into which it took
 * a letter apart, and it moves vowels and joins letters. So a cluster ends only where glyphs and text have the same
 * characters; where that is never so, the whole word is one.
 */
function groupGlyphs(glyphs: readonly Placed[], word: string, isRightToLeft: boolean): Cluster[] {
  const units = listUnits(word);
  const clusters: { text: string; glyphs: Placed[] }[] = [];
  const owed = new Map<number, number>();
  const owe = (codePoints: readonly number[], change: number) => {
    for (const codePoint of codePoints) owed.set(codePoint, (owed.get(codePoint) ?? 0) + change);
  };
  for (const glyph of glyphs) {
    const codes = glyph.codePoints.filter((codePoint) => !isIgnorable(codePoint));
    const isUnspoken = () => [...owed.values()].some((count) => count < 0);
    let open = clusters.at(-1);
    if (
      open === undefined ||
      !(codes.length === 0 || isUnspoken() || codes.some((code) => (owed.get(code) ?? 0) > 0))
    ) {
      open = { text: '', glyphs: [] };
      clusters.push(open);
      owed.clear();
    }
    open.glyphs.push(glyph);
    owe(codes, -1);
    while (isUnspoken() && units.length > 0) {
      const unit = units.shift() ?? '';
      open.text += unit;
      owe(codePointsOf(isRightToLeft ? mirrored(unit) : unit), 1);
    }
  }
  const rest = units.join('');
  const last = clusters.pop() ?? { text: '', glyphs: [] };
  const end = isRightToLeft && /[^\p{L}\s،•]$/u.test(word) ? RIGHT_TO_LEFT_MARK : '';
  return [...clusters, { ...last, text: last.text + rest + end }];
}

/**
 * Programs that read a PDF turn around what is between the first and the last letter. A mark or a comma at the end of a
 * word is turned around with it where this character follows.
 */
const RIGHT_TO_LEFT_MARK = '\u200f';

const codePointsOf = (text: string) =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0).filter((code) => !isIgnorable(code));

type Drawn = Pick<ShapedWord, 'signs' | 'kerning'>;

/** One sign for the cluster; a lone glyph keeps its own width, so that kerning makes no new sign. */
function signOf({ text, glyphs }: Cluster): Drawn {
  const [first, ...rest] = glyphs;
  if (first !== undefined && rest.length === 0 && first.x === first.start && first.y === 0)
    return { signs: [plainSign(text, first.glyph, first.width)], kerning: [first.advance - first.width] };
  const start = Math.min(...glyphs.map((glyph) => glyph.start));
  const parts = glyphs.map(({ glyph, x, y }) => ({ glyph, x: Math.round(x - start), y: Math.round(y) }));
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  return { signs: [composedSign(text, parts, Math.round(advance))], kerning: [0] };
}

function composedSign(text: string, parts: readonly Part[], advance: number): Sign {
  return { key: JSON.stringify([text, parts, advance]), text, parts, advance };
}

/** Of the size of type: what programs that read a PDF take for two characters in one place lies below this. */
const NARROWEST = 0.11;

/**
 * Programs that read a PDF turn the characters of such a line around one by one, also those of one code. So each
 * character gets a code and a share of the width: the first, at the right, draws the whole cluster.
 */
function signsBackwards(cluster: Cluster, unitsPerEm: number): Drawn {
  const { signs, kerning } = signOf(cluster);
  const [sign] = signs;
  const [first = '', ...others] = Array.from(cluster.text);
  if (sign === undefined || others.length === 0) return { signs, kerning };
  const width = Math.max(sign.advance, Math.ceil((others.length + 1) * NARROWEST * unitsPerEm));
  const share = Math.floor(width / (others.length + 1));
  const shift = share * others.length - (width - sign.advance);
  const parts = sign.parts.map((part) => ({ ...part, x: part.x - shift }));
  return {
    signs: [
      ...others.toReversed().map((text) => composedSign(text, [], share)),
      composedSign(first, parts, width - share * others.length),
    ],
    kerning: [...others.map(() => 0), ...kerning],
  };
}

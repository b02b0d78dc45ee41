/** Shapes words: characters go in, what the codes of a PDF draw and say comes out. */
import type { Metrics } from './font-metrics.ts';
import { shapeClusters } from './pdf-clusters.ts';
import type { FontkitFont } from './pdf-document.ts';

/** A glyph of the font with its place from the start of the sign, in the font's units. */
export interface Part {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** What one code of a PDF's font draws, and the text that it gives back; equal signs have equal keys. */
export interface Sign {
  readonly key: string;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly advance: number;
}

/** A word as it stands on the page from left to right; `kerning` is what comes after each sign. */
export interface ShapedWord {
  readonly signs: readonly Sign[];
  readonly kerning: readonly number[];
  readonly advance: number;
  /** How the operator TJ shows it with the stock of its font; absent where a sign is not in stock. */
  readonly shown?: string;
}

/** A font and how words are shaped in it. */
export interface ShapingFont {
  /** Parsed when it is asked for: plain words do without. */
  readonly font: () => FontkitFont;
  /** Absent where every word needs the layout engine. */
  readonly metrics?: Metrics;
  /** Where the engine is not to judge by the first letter (OpenType script tag). */
  readonly script?: string;
  readonly features?: Readonly<Record<string, boolean>>;
}

export type Shape = (word: string, isRightToLeft: boolean) => ShapedWord;

/** Marks join the letter before them, and what is invisible changes how letters join: neither makes a plain word. */
const NOT_PLAIN =
  /[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20f0]|[\ufe00-\ufe2f]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** A function that shapes words in a font: the same word to the same signs, whatever was shaped before. */
export function shaperOf(shaping: ShapingFont): Shape {
  const { metrics } = shaping;
  const known = new Map<number, Sign>();
  return (word, isRightToLeft) =>
    metrics === undefined || isRightToLeft || NOT_PLAIN.test(word)
      ? shapeClusters(word, isRightToLeft, shaping)
      : shapePlain(word, metrics, known);
}

/** One sign for each character, with kerning. */
function shapePlain(word: string, metrics: Metrics, known: Map<number, Sign>): ShapedWord {
  const signs: Sign[] = [];
  const kerning: number[] = [];
  let advance = 0;
  let left: number | undefined;
  for (const character of word) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = metrics.glyphOf(codePoint);
    const sign = known.get(codePoint) ?? plainSign(character, glyph, metrics.advanceOf(glyph));
    known.set(codePoint, sign);
    if (left !== undefined) kerning.push(metrics.kerningOf(left, glyph));
    advance += sign.advance + (kerning[signs.length - 1] ?? 0);
    signs.push(sign);
    left = glyph;
  }
  return { signs, kerning: [...kerning, 0], advance };
}

/** The sign of a glyph that stands for itself. */
export const plainSign = (text: string, glyph: number, advance: number): Sign => ({
  key: `${glyph} ${text}`,
  text,
  parts: [{ glyph, x: 0, y: 0 }],
  advance,
});

/** The sign of a character that has a glyph of its own. */
export function plainSignOf(character: string, metrics: Metrics): Sign {
  const glyph = metrics.glyphOf(character.codePointAt(0) ?? 0);
  return plainSign(character, glyph, metrics.advanceOf(glyph));
}

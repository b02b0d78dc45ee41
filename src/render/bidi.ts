/** The only importer of bidi-js: which way characters run (Unicode Standard Annex 9). */
import bidiJs, { type Bidi } from 'bidi-js';

/** Its types say that it has no default where Node finds one. */
const makeBidi = bidiJs as unknown as () => Bidi;

/** Made when the first right-to-left character is met: its tables are no part of an English letter's start. */
let made: Bidi | undefined;

function bidi(): Bidi {
  made ??= makeBidi();
  return made;
}

/** Letters and controls that run from right to left, or make others do so. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether some character of the text runs from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** For each UTF-16 unit its embedding level: odd ones run from right to left. */
export function levelsOf(text: string, isRightToLeft: boolean): Uint8Array {
  return bidi().getEmbeddingLevels(text, isRightToLeft ? 'rtl' : 'ltr').levels;
}

/** The text as it is drawn from right to left: brackets open to the other side. */
export const mirrored = (text: string): string =>
  Array.from(text, (character) => bidi().getMirroredCharacter(character) ?? character).join('');

/** Pieces of one line, each of one level, from left to right (rule L2). */
export function inVisualOrder<Piece extends { readonly level?: number }>(pieces: readonly Piece[]): Piece[] {
  const ordered = [...pieces];
  const highest = pieces.reduce((most, { level = 0 }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return ordered;
}

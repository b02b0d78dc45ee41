import type { FontkitFont, GlyphRun } from './pdf-document.ts';
import type { Stock } from './pdf-stock.ts';

/** A word as a font draws it, worked out once. */
export interface Word {
  readonly text: string;
  /** In thousandths of the size. */
  readonly width: number;
  /** Whether its glyphs give the text back when it is copied out of the PDF. */
  readonly isFaithful: boolean;
  /** Its glyphs as an array of the TJ operator has them; undefined where one is not in stock, or is moved. */
  readonly shown: string | undefined;
}

/** The word in the font; `calt` and ligatures are the font's own affair. */
export function readWord(text: string, font: FontkitFont, stock: Stock): Word {
  const run = font.layout(text);
  const scale = 1000 / font.unitsPerEm;
  const spelled = String.fromCodePoint(...run.glyphs.flatMap((glyph) => glyph.codePoints));
  return {
    text,
    width: run.advanceWidth * scale,
    isFaithful: spelled === text && !/\p{M}/u.test(text),
    shown: show(run, stock, scale),
  };
}

/** The codes of the glyphs; after one with kerning, the number by which the next is moved to the left. */
function show({ glyphs, positions }: GlyphRun, stock: Stock, scale: number): string | undefined {
  let codes = '';
  for (const [index, glyph] of glyphs.entries()) {
    const code = stock.code(glyph.id);
    const position = positions[index];
    if (code === undefined || position === undefined || position.xOffset || position.yOffset)
      return undefined;
    const kerning = Math.round((position.xAdvance - glyph.advanceWidth) * scale * 100) / 100;
    codes += kerning === 0 ? code : `${code}) ${-kerning} (`;
  }
  return `(${codes})`;
}

/** The codes of one font in one document: each draws a sign and gives back its text, exactly. */
import type { EmbeddedFont } from './pdf-document.ts';
import type { Sign } from './pdf-shape.ts';

/** Gives the code of a sign as a string of a PDF has it; the same sign has the same code. */
export type Codes = (sign: Sign) => string;

/** Past every glyph of a font: the glyphs that are put together for this document. */
const FIRST_COMPOSED = 65_536;

/**
 * The codes of a font that a document embeds. pdfkit's own have the text of a glyph's first use, in whatever document;
 * here one glyph that says two things has two codes, and glyphs that say one thing together become one.
 */
export function codesOf(embedded: EmbeddedFont): Codes {
  const { subset, widths, unicode, scale, font } = embedded;
  const known = new Map<string, string>();
  const composed: Sign[] = [];
  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (glyph) => {
    const sign = composed[glyph - FIRST_COMPOSED];
    return sign === undefined ? addGlyph(glyph) : addComposed(sign, embedded);
  };
  const include = (sign: Sign): number => {
    const [part] = sign.parts;
    const isAlone =
      part !== undefined &&
      sign.parts.length === 1 &&
      part.x === 0 &&
      part.y === 0 &&
      font.getGlyph(part.glyph).advanceWidth === sign.advance;
    if (isAlone && subset.mapping[part.glyph] === undefined) return subset.includeGlyph(part.glyph);
    return subset.glyphs.push(isAlone ? part.glyph : FIRST_COMPOSED + composed.push(sign) - 1) - 1;
  };
  return (sign) => {
    const same = known.get(sign.key);
    if (same !== undefined) return same;
    const index = include(sign);
    widths[index] = sign.advance * scale;
    unicode[index] = Array.from(sign.text, (character) => character.codePointAt(0) ?? 0);
    const code = inString(index);
    known.set(sign.key, code);
    return code;
  };
}

/** Two bytes as a string in parentheses has them (ISO 32000-1, 7.3.4.2): half as long as in hexadecimal digits. */
const inString = (code: number) =>
  String.fromCharCode(code >> 8, code & 0xff)
    .replace(/[()\\]/g, '\\$&')
    .replaceAll('\r', '\\r');

const MORE = 0x20;
/** Offsets are words, and are offsets. */
const PLACED = 0x3;

/** Writes a glyph that is made of others (OpenType, glyf, composite glyph description). */
function addComposed(sign: Sign, { subset, font }: EmbeddedFont): void {
  const parts = sign.parts.filter(({ glyph }) => font.getGlyph(glyph)._decode() !== null);
  const boxes = parts.map(({ glyph, x, y }) => {
    const { minX, minY, maxX, maxY } = font.getGlyph(glyph).cbox;
    return [minX + x, minY + y, maxX + x, maxY + y];
  });
  const edge = (index: number, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[index] ?? 0));
  const box = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
  const bytes = new Uint8Array(parts.length === 0 ? 0 : 10 + parts.length * 8);
  const view = new DataView(bytes.buffer);
  if (parts.length > 0) [-1, ...box].forEach((value, index) => void view.setInt16(index * 2, value));
  parts.forEach(({ glyph, x, y }, index) => {
    const at = 10 + index * 8;
    view.setUint16(at, index + 1 < parts.length ? PLACED | MORE : PLACED);
    view.setUint16(at + 2, subset.includeGlyph(glyph));
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, y);
  });
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance: sign.advance, bearing: parts.length === 0 ? 0 : (box[0] ?? 0) });
  subset.offset += bytes.length;
}

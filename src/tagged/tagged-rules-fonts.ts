/** Rules of PDF/UA-1 (ISO 14289-1) about fonts. */

import { readCodes } from './tagged-codes.ts';
import { bytesOf, listOf, look, nameOf, type PdfFile, type PdfValue } from './tagged-file.ts';
import { count, type Rule, type TaggedPdf } from './tagged-pdf.ts';

/** The fonts that text is drawn with, each with the codes that are used of it. */
function listFonts({ pages }: TaggedPdf): Map<PdfValue, Set<number>> {
  const fonts = new Map<PdfValue, Set<number>>();
  for (const { kind, font, codes } of pages.flatMap((page) => page.pieces)) {
    if (kind !== 'text') continue;
    const used = fonts.get(font) ?? new Set();
    for (let at = 0; at + 1 < codes.length; at += 2) used.add((codes[at] ?? 0) * 256 + (codes[at + 1] ?? 0));
    fonts.set(font, used);
  }
  return fonts;
}

const descriptorOf = (file: PdfFile, font: PdfValue) =>
  look(file, font, 'DescendantFonts', 0, 'FontDescriptor');

/** 7.21.3, 7.21.4.1: every font is in the file, as glyphs by their number. */
export const embedsFonts: Rule = (pdf) => {
  const { file } = pdf;
  const fonts = [...listFonts(pdf).keys()];
  const isEmbedded = (font: PdfValue) =>
    bytesOf(look(file, descriptorOf(file, font), 'FontFile2')).length > 0;
  const isByNumber = (font: PdfValue) =>
    nameOf(look(file, font, 'Subtype')) === 'Type0' &&
    nameOf(look(file, font, 'Encoding')) === 'Identity-H' &&
    nameOf(look(file, font, 'DescendantFonts', 0, 'CIDToGIDMap')) === 'Identity';
  return {
    faults: [
      ...(fonts.every(isEmbedded) ? [] : ['a font is not in the file']),
      ...(fonts.every(isByNumber) ? [] : ['a font is not addressed by the numbers of its glyphs']),
    ],
    proved: `${count(fonts.length, 'font')} embedded`,
  };
};

/** 7.21.4.2: no list of the glyphs that are embedded, which readers would have to believe. */
export const hasNoGlyphList: Rule = (pdf) => ({
  faults: [...listFonts(pdf).keys()].some(
    (font) => look(pdf.file, descriptorOf(pdf.file, font), 'CIDSet') !== null,
  )
    ? ['a font has a list of its glyphs (CIDSet)']
    : [],
  proved: 'no CIDSet',
});

/** 7.21.7, 7.21.8: every code that is drawn has its letter, and none is the box for a missing one. */
export const spellsCodes: Rule = (pdf) => {
  const { file } = pdf;
  const fonts = [...listFonts(pdf)];
  const isUnknown = ([font, used]: readonly [PdfValue, ReadonlySet<number>]) => {
    const letters = readCodes(bytesOf(look(file, font, 'ToUnicode')));
    return [...used].some((code) => !isSpelled(letters.get(code)));
  };
  return {
    faults: [
      ...(fonts.some(isUnknown) ? ['a code has no letter'] : []),
      ...(fonts.some(([, used]) => used.has(0)) ? ['a letter is drawn as a box'] : []),
    ],
    proved: `each of ${fonts.reduce((sum, [, used]) => sum + used.size, 0)} codes has its letter`,
  };
};

const isSpelled = (letters: string | undefined) =>
  letters !== undefined && letters !== '' && !/[\0\ufeff\ufffe]/.test(letters);

/** 7.21.5: each glyph is as wide in the file as in its font, to a thousandth of the size. */
export const hasTrueWidths: Rule = (pdf) => {
  const { file } = pdf;
  const isFalse = ([font, used]: readonly [PdfValue, ReadonlySet<number>]) => {
    const widths = readWidths(file, look(file, font, 'DescendantFonts', 0));
    const advances = readAdvances(bytesOf(look(file, descriptorOf(file, font), 'FontFile2')));
    return [...used].some((code) => Math.abs((widths.get(code) ?? 1000) - advances(code)) > 1);
  };
  return {
    faults: [...listFonts(pdf)].some(isFalse) ? ['a glyph is not as wide as its font says'] : [],
    proved: 'widths as in the fonts',
  };
};

/** The widths by code, of the form `first [width …]` or `first last width` (ISO 32000-1, 9.7.4.3). */
function readWidths(file: PdfFile, font: PdfValue): Map<number, number> {
  const widths = new Map<number, number>();
  const items = listOf(look(file, font, 'W')).map((item) => look(file, item));
  for (let at = 0; at < items.length; ) {
    const [first, next, width] = items.slice(at, at + 3);
    const row = Array.isArray(next);
    const list = row
      ? (next as readonly PdfValue[])
      : Array.from({ length: Math.min(65536, Number(next) - Number(first) + 1) }, () => width ?? null);
    list.forEach((one, index) => {
      widths.set(Number(first) + index, Number(look(file, one)));
    });
    at += row ? 2 : 3;
  }
  return widths;
}

/** The width of a glyph by its number, in thousandths of the size, from a TrueType file; NaN where there is none. */
function readAdvances(bytes: Uint8Array): (glyph: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (name: string): number => {
    const index = Array.from(
      { length: bytes.length < 12 ? 0 : view.getUint16(4) },
      (_, at) => 12 + 16 * at,
    ).find((at) => at + 16 <= bytes.length && String.fromCharCode(...bytes.subarray(at, at + 4)) === name);
    return index === undefined ? Number.NaN : view.getUint32(index + 8);
  };
  const [head, metrics, wide] = [table('head'), table('hhea'), table('hmtx')];
  if (Number.isNaN(head + metrics + wide)) return () => Number.NaN;
  const last = view.getUint16(metrics + 34) - 1;
  return (glyph) => {
    const at = wide + 4 * Math.min(glyph, last);
    return at + 2 > bytes.length ? Number.NaN : (view.getUint16(at) * 1000) / view.getUint16(head + 18);
  };
}

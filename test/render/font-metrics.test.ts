import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_SIZES } from '../../src/render/envelope.ts';
import { type Metrics, readMetrics } from '../../src/render/font-metrics.ts';
import { openDocument } from '../../src/render/pdf-document.ts';
import { allFonts, inter } from './pdf-tools.ts';

/** Held to fontkit, the layout engine for which these metrics stand in. */

const FACTS = { language: 'en', title: '', isoDate: '2026-11-23', paper: PAPER_SIZES.a4, content: '' };

function engineOf(bytes: Uint8Array) {
  const document = openDocument(FACTS);
  document.font(bytes);
  return document._font.font;
}

const faces = [inter.regular, inter.semibold].map((bytes) => ({
  metrics: readMetrics(bytes) as Metrics,
  engine: engineOf(bytes),
}));

/** Letters, digits, marks of print: whatever stands in plain words. */
const characters = Array.from({ length: 0x2100 }, (_, code) => code).filter((code) =>
  /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(code)),
);
const drawn = characters.filter((code) => faces[0]?.metrics.glyphOf(code) !== 0);
const common = Array.from(
  'AVTWYLPFKRoeacqgsuvwyr.,-’”“:1740ÁÉöüşğıłŻĄĐỆơưΑΤΥλέАТУд',
  (one) => one.codePointAt(0) ?? 0,
);

function laidOut(text: string, { engine }: (typeof faces)[number]) {
  const { glyphs, positions } = engine.layout(text, { calt: false, liga: false, clig: false }, 'latn');
  return glyphs.map(({ id }, index) => ({ id, advance: positions[index]?.xAdvance ?? Number.NaN }));
}

function measured(text: string, { metrics }: (typeof faces)[number]) {
  const glyphs = Array.from(text, (one) => metrics.glyphOf(one.codePointAt(0) ?? 0));
  return glyphs.map((id, index) => {
    const next = glyphs[index + 1];
    const kerning = next === undefined ? 0 : metrics.kerningOf(id, next);
    return { id, advance: metrics.advanceOf(id) + kerning };
  });
}

test.each(faces)('every character has the glyph and the width of the engine', (face) => {
  expect(drawn.length).toBeGreaterThan(1000);
  const all = String.fromCodePoint(...drawn);
  const alone = (of: typeof measured) => Array.from(all, (character) => of(character, face)[0]);
  expect(alone(measured)).toEqual(alone(laidOut));
});

test.each(faces)('every word has the glyphs, widths and kerning of the engine', (face) => {
  const word = fc.oneof(fc.array(fc.constantFrom(...common)), fc.array(fc.constantFrom(...drawn)));
  fc.assert(
    fc.property(word, (codes) => {
      const text = String.fromCodePoint(...codes);
      expect(measured(text, face)).toEqual(laidOut(text, face));
    }),
    { numRuns: 60 },
  );
});

test('there is kerning to compare', () => {
  expect(measured('AV', faces[0] as (typeof faces)[number])[0]?.advance).toBeLessThan(
    measured('A', faces[0] as (typeof faces)[number])[0]?.advance ?? 0,
  );
});

test('a font without kerning in pairs has no metrics of this kind', () => {
  expect(readMetrics(allFonts.others?.emoji?.regular ?? inter.regular)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { PAPER_SIZES } from '../../src/render/envelope.ts';
import type { FamilyName } from '../../src/render/font-families.ts';
import { openDocument } from '../../src/render/pdf-document.ts';
import type { Weights } from '../../src/render/pdf-faces.ts';
import { type ShapedWord, type ShapingFont, shaperOf } from '../../src/render/pdf-shape.ts';
import { spoken } from './hostile-strings.ts';
import { allFonts, inter } from './pdf-tools.ts';
import shapedWords from './shaped-words.json' with { type: 'json' };

/** `shaped-words.json` has what HarfBuzz 6.0.0 makes of each word: every glyph with its place, from left to right. */

const FACTS = { language: 'en', title: '', isoDate: '2026-11-23', paper: PAPER_SIZES.a4, content: '' };

function shapingOf({ regular }: Weights<Uint8Array>, more: Partial<ShapingFont> = {}) {
  const document = openDocument(FACTS);
  document.font(regular);
  const { font } = document._font;
  return shaperOf({ font: () => font, ...more });
}

const features = { calt: false, liga: false, clig: false };
const shapers = new Map(
  Object.entries(allFonts.others ?? {}).map(([name, files]) => [
    name,
    shapingOf(files as Weights<Uint8Array>),
  ]),
).set('inter', shapingOf(inter, { script: 'latn', features }));

const isBackwards = (family: string) => family === 'arabic' || family === 'hebrew';
function shape(family: string, word: string): ShapedWord {
  return shapers.get(family)?.(word, isBackwards(family)) ?? { signs: [], kerning: [], advance: 0 };
}

function glyphsOf({ signs, kerning }: ShapedWord): string {
  let start = 0;
  return signs
    .flatMap(({ parts, advance }, index) => {
      const placed = parts.map(({ glyph, x, y }) => `${glyph} ${start + x} ${y}`);
      start += advance + (kerning[index] ?? 0);
      return placed;
    })
    .sort()
    .join(', ');
}

test.each(shapedWords)(
  '$word has the glyphs that HarfBuzz gives it, where it puts them',
  ({ family, word, glyphs }) => {
    expect(glyphsOf(shape(family, word))).toBe(glyphs);
  },
);

describe('the signs of a word', () => {
  const signs = shapedWords.map(({ family, word }) => {
    const texts = shape(family, word).signs.map(({ text }) => text);
    return { family, word, texts: isBackwards(family) ? texts.toReversed() : texts };
  });

  test('say the word in the order of reading', () => {
    expect(signs.map(({ texts }) => spoken(texts.join('')))).toEqual(signs.map(({ word }) => spoken(word)));
  });

  test('say one character each where it runs from right to left', () => {
    const backwards = signs.filter(({ family }) => isBackwards(family)).flatMap(({ texts }) => texts);
    expect(backwards.filter((text) => Array.from(text).length !== 1)).toEqual([]);
  });

  test('are as small as the letters allow', () => {
    const longest = (family: FamilyName | 'inter') =>
      signs.filter((one) => one.family === family).flatMap(({ texts }) => texts);
    expect(Math.max(...longest('inter').map((text) => Array.from(text).length))).toBeLessThanOrEqual(3);
    expect(Math.max(...longest('devanagari').map((text) => Array.from(text).length))).toBeLessThanOrEqual(8);
  });

  test('are the same whatever was shaped before', () => {
    const keys = (word: string) => shape('devanagari', word).signs.map(({ key }) => key);
    const first = keys('प्रिया');
    keys('क्रिया प्रति यि');
    expect(keys('प्रिया')).toEqual(first);
  });
});

test('brackets open to the other side from right to left, and are still themselves', () => {
  const shapeInter = shapers.get('inter');
  const [backwards, forwards] = [shapeInter?.('(', true), shapeInter?.(')', false)];
  expect(backwards?.signs.flatMap(({ parts }) => parts.map(({ glyph }) => glyph))).toEqual(
    forwards?.signs.flatMap(({ parts }) => parts.map(({ glyph }) => glyph)),
  );
  expect(backwards?.signs.at(-1)?.text).toBe('(');
});

test('a mark or a comma at the end is followed by a sign that keeps it there', () => {
  const end = (word: string) => shape('hebrew', word).signs[0]?.text;
  expect(end('דוד')).toBe('ד');
  expect(end('מֹשֶׁהָ')).toBe('\u200f');
});

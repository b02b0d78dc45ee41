import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { folded } from './hostile-strings.ts';
import { extractStructure, hasCommands, inter, listWords } from './pdf-tools.ts';
import { fullLetter, largeLetter, longLetter, shortLetter } from './sample-letters.ts';

const pdfOf = (letter: Letter) => renderLetterPdf(letter, inter).value ?? new Uint8Array();
const codesOf = (letter: Letter) => renderLetterPdf(letter, inter).problems.map(({ code }) => code);

describe.skipIf(!hasCommands('pdftotext', 'pdfinfo'))('large print', () => {
  const words = listWords(pdfOf(largeLetter));

  test('has a cover with sender and addressee, and nothing else but the marks', () => {
    const cover = words.filter(({ page }) => page === 1).map(({ text }) => text.replace('&amp;', '&'));
    const { marks, letterhead, addressee } = largeLetter;
    expect(cover.join(' ')).toBe([marks.join(' · '), ...letterhead, ...addressee].join(' '));
  });

  test('the marks on a cover stand clear of the logo', () => {
    const marks = words.filter(({ page, text }) => page === 1 && /^(DRAFT|SAMPLE)$/.test(text));
    expect(marks.map(({ bottom }) => bottom < 36)).toEqual([true, true]);
  });

  test('has no word below 18 points after it', () => {
    // From ascent to descent, Inter is 1.2 times its size.
    const small = words.filter(({ page, top, bottom }) => page > 1 && bottom - top < 18 * 1.2);
    expect(small).toEqual([]);
  });

  test('reads aloud as the letter does, the cover left out', () => {
    const text = [...extractStructure(pdfOf({ ...largeLetter, marks: [] })).matchAll(/^\s*"(.*)"$/gm)].map(
      (line) => line[1],
    );
    expect(folded(text.join(' '))).toBe(
      folded(renderLetterText({ ...largeLetter, marks: [] }).replace(/^- /gm, '• ')),
    );
  });

  test('has no cover where there is no window, or nobody to post it to', () => {
    const format = { ...largeLetter.format, envelope: 'none' } as const;
    const first = (letter: Letter) => listWords(pdfOf(letter)).filter(({ page }) => page === 1);
    expect(first({ ...largeLetter, format }).length).toBeGreaterThan(60);
    expect(first({ ...largeLetter, addressee: [] }).length).toBeGreaterThan(50);
  });
});

test('more than one page is a warning, but not for large print, nor for what goes along', () => {
  expect(codesOf(longLetter)).toEqual(['letter-pages']);
  expect(codesOf(shortLetter)).toEqual([]);
  expect(codesOf(fullLetter)).toEqual([]);
  expect(codesOf({ ...longLetter, format: { ...longLetter.format, isLarge: true } })).toEqual([]);
});

test('a letter with everything on it stays below 40 kB', () => {
  expect(pdfOf(fullLetter).length).toBeLessThan(40_960);
});

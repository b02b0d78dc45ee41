import { expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { COLUMN, WINDOW } from '../../src/render/pdf-measures.ts';
import { fillPages } from '../../src/render/pdf-pages.ts';
import { listPartLines } from '../../src/render/pdf-parts.ts';
import { plainFaces } from './plain-faces.ts';
import { listLetter, paragraph, shortLetter, words } from './sample-letters.ts';

const lines = (letter: Letter) =>
  fillPages(listPartLines(letter, plainFaces)).flatMap((page, index) =>
    page.map((line) => ({
      ...line,
      page: index,
      text: line.segments
        .map((segment) => segment.text)
        .join('')
        .trim(),
    })),
  );

/** The upper and lower edge of the lines that the texts stand on. */
function extent(letter: Letter, texts: readonly string[]) {
  const found = lines(letter).filter((line) => texts.includes(line.text));
  return {
    top: found[0]?.top ?? 0,
    bottom: (found.at(-1)?.top ?? 0) + (found.at(-1)?.height ?? 0),
    count: found.length,
  };
}

test('an address of three, four or five lines stands inside the window of the envelope', () => {
  const addresses = [3, 4, 5].map((count) => ['One', 'Two', 'Three', 'Four', 'Five'].slice(0, count));
  const extents = addresses.map((addressee) => extent({ ...shortLetter, addressee }, addressee));
  expect(extents.map(({ top, count }) => ({ top, count }))).toEqual(
    [3, 4, 5].map((count) => ({ top: WINDOW.top, count })),
  );
  expect(extents.filter(({ bottom }) => bottom > WINDOW.top + WINDOW.height)).toEqual([]);
});

test('an address that does not fit pushes the date down and covers nothing', () => {
  const addressee = Array.from({ length: 12 }, (_, index) => `Line ${index}`);
  const address = extent({ ...shortLetter, addressee }, addressee);
  expect(address.count).toBe(12);
  expect(extent({ ...shortLetter, addressee }, [shortLetter.date]).top).toBeGreaterThan(address.bottom);
});

test('an address line that is too long wraps inside the window', () => {
  const wide = lines({
    ...shortLetter,
    addressee: ['The Long House at the End of the Very Long Lane', 'Portland'],
  });
  const widths = wide.flatMap((line) =>
    line.segments.map((segment) => ({ top: line.top, edge: segment.x + segment.width })),
  );
  const inside = widths.filter(({ top }) => top >= WINDOW.top && top < WINDOW.below);
  expect(inside.length).toBe(3);
  expect(inside.filter(({ edge }) => edge > WINDOW.width + 6)).toEqual([]);
});

test('the date stands below the window, or at the top where there is neither letterhead nor address', () => {
  expect(extent(shortLetter, [shortLetter.date]).top).toBe(WINDOW.below);
  expect(extent({ ...shortLetter, addressee: [], letterhead: [] }, [shortLetter.date]).top).toBe(COLUMN.top);
});

test('a list label stands on the line of its item and is kept with it', () => {
  const all = lines(listLetter);
  const label = all.findIndex((line) => line.text === '•');
  expect(all[label + 1]).toMatchObject({
    top: all[label]?.top,
    baseline: all[label]?.baseline,
    isKept: true,
  });
});

test('a heading is never the last line of a page', () => {
  const heading = { kind: 'heading', depth: 2, children: [words('Heading')] } as const;
  const bodies = Array.from({ length: 40 }, (_, count) => [
    ...Array.from({ length: count }, () => paragraph(words('One line.'))),
    heading,
    paragraph(words('Under it.')),
    paragraph(words('The end.')),
  ]);
  const pages = bodies.map((body) => {
    const all = lines({ ...shortLetter, body });
    return [
      all.find((line) => line.text === 'Heading')?.page,
      all.find((line) => line.text === 'Under it.')?.page,
    ];
  });
  expect(pages.filter(([above, below]) => above !== below)).toEqual([]);
});

test('the signature has the room of about four lines', () => {
  const all = lines(shortLetter);
  const [closing, name] = ['Warmly,', 'Rosa Delgado-Nguyễn, LMFT'].map(
    (text) => all.find((line) => line.text === text)?.top ?? 0,
  );
  expect(Math.round(((name ?? 0) - (closing ?? 0)) / 15.4)).toBe(5);
});

test('the close, the signature and the name stand on one page, with the end of the body', () => {
  const bodies = Array.from({ length: 40 }, (_, count) => [
    ...Array.from({ length: count }, () => paragraph(words('One line.'))),
    paragraph(words('The end.')),
  ]);
  const pages = bodies.map((body) => {
    const all = lines({ ...shortLetter, body });
    return all.slice(all.findIndex((line) => line.text === 'The end.')).map((line) => line.page);
  });
  expect(pages.filter((page) => new Set(page).size !== 1)).toEqual([]);
});

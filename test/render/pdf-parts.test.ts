import { expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { sheetOf } from '../../src/render/pdf-measures.ts';
import { fillPages } from '../../src/render/pdf-pages.ts';
import { listPartLines } from '../../src/render/pdf-parts.ts';
import { plainFaces } from './plain-faces.ts';
import { listLetter, paragraph, shortLetter, words } from './sample-letters.ts';

function lines(letter: Letter) {
  const sheet = sheetOf(letter.format, letter.addressee.length > 0);
  return fillPages(listPartLines(letter, sheet, plainFaces), sheet.column).flatMap((page, index) =>
    page.map((line) => ({
      ...line,
      page: index,
      text: line.segments
        .map((segment) => segment.text)
        .join('')
        .trim(),
    })),
  );
}

const topOf = (letter: Letter, text: string) => lines(letter).find((line) => line.text === text)?.top ?? 0;

test('the text begins below the first fold', () => {
  expect(topOf(shortLetter, 'Your care with Willow & Oak')).toBeGreaterThan((11 * 72) / 3);
});

test('without an address there is no fold to mind, and the date stands at the top', () => {
  expect(topOf({ ...shortLetter, addressee: [], letterhead: [] }, shortLetter.date)).toBe(72);
});

test('delivery line, notations and what goes along stand where the plain text has them', () => {
  const letter = {
    ...shortLetter,
    delivery: 'By hand',
    notations: ['Enclosure: help', 'cc: Dr. Cole'],
    inserts: [{ blocks: [paragraph(words('The insert.'))] }],
  };
  const order = [
    'Imogen Ferreira',
    shortLetter.date,
    'By hand',
    'Warmly,',
    'Enclosure: help',
    'cc: Dr. Cole',
  ];
  const all = lines(letter);
  expect(all.map(({ text }) => text).filter((text) => order.includes(text))).toEqual(order);
  expect(all.find(({ text }) => text === 'The insert.')).toMatchObject({ page: 1, top: 72 });
});

test('large print takes no notice of the envelope: every part stands below the one before, nothing is small', () => {
  const all = lines({ ...shortLetter, format: { ...shortLetter.format, isLarge: true } });
  const tops = all.map((line) => line.page * 10_000 + line.top);
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  expect(Math.min(...all.map(({ size }) => size))).toBe(18);
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

test('the words that lead up to a list stay with its first item', () => {
  const list = { kind: 'list', ordered: false, items: [[paragraph(words('An item.'))]] } as const;
  const pages = Array.from({ length: 40 }, (_, count) => {
    const body = Array.from({ length: count }, () => paragraph(words('One line.')));
    const all = lines({ ...shortLetter, body: [...body, paragraph(words('Leading up:')), list] });
    return ['Leading up:', 'An item.'].map((text) => all.find((line) => line.text === text)?.page);
  });
  expect(pages.filter(([above, below]) => above !== below)).toEqual([]);
});

test('the signature has the room of about four lines', () => {
  const all = lines(shortLetter);
  const [closing, name] = ['Warmly,', 'Rosa Delgado-Nguyễn, LMFT'].map(
    (text) => all.find((line) => line.text === text)?.top ?? 0,
  );
  expect(((name ?? 0) - (closing ?? 0)) / 15.4).toBeGreaterThan(4);
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

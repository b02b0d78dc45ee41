import { describe, expect, test } from 'vitest';
import type { Format, Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { folded } from './hostile-strings.ts';
import { countPages, extractText, hasCommands, inter, listWords, type PdfWord } from './pdf-tools.ts';
import { paragraph, shortLetter, words } from './sample-letters.ts';

/**
 * Holds the drawn pages against envelopes as a ruler measures them, with the folded letter in each corner. Nothing here
 * is taken from the code: width, height, then the window's left, top, right and bottom edge, the clearance, the fold.
 */
const INCH = 72;
const MM = 72 / 25.4;
const measured = (unit: number, numbers: readonly number[]) => {
  const [width = 0, height = 0, left = 0, top = 0, right = 0, bottom = 0, clearance = 0, fold = 0] =
    numbers.map((number) => number * unit);
  return { width, height, window: { left, top, right, bottom }, clearance, fold };
};
type Measured = ReturnType<typeof measured>;

const CASES: readonly (readonly [Format, { readonly width: number }, Measured])[] = [
  [
    { paper: 'letter', envelope: 'us-10-double-window', isLarge: false },
    { width: 612 },
    measured(INCH, [9.5, 4.125, 0.375, 1.917, 5.125, 3.5, 0.125, 11 / 3]),
  ],
  [
    { paper: 'letter', envelope: 'us-10-window', isLarge: false },
    { width: 612 },
    measured(INCH, [9.5, 4.125, 0.875, 2.5, 5.375, 3.625, 0.125, 3.875]),
  ],
  [
    { paper: 'a4', envelope: 'din-5008-b', isLarge: false },
    { width: 595.28 },
    measured(MM, [220, 110, 20, 50, 110, 95, 2, 105]),
  ],
  [
    { paper: 'a4', envelope: 'dl', isLarge: false },
    { width: 595.28 },
    measured(MM, [220, 110, 20, 57, 110, 92, 2, 99]),
  ],
];

const ADDRESSES = [3, 4, 5].map((count) =>
  ['Qimogen Ferreira', 'Qsuite 48', 'Qlane 7', 'Qunit 12', 'Qportland 97214'].slice(0, count),
);

/** The word where it lies in the envelope once the letter has slid. */
const slide = (word: PdfWord, across: number, down: number) => ({
  ...word,
  left: word.left + across,
  right: word.right + across,
  // Capitals and descenders are a tenth of the font's own box away from its edges.
  top: word.top + 1 + down,
  bottom: word.bottom - 1 + down,
});

function corners({ width, height, fold }: Measured, paper: { readonly width: number }) {
  const [across, down] = [width - paper.width, height - fold];
  return [
    [0, 0],
    [across, 0],
    [0, down],
    [across, down],
  ] as const;
}

const wordsOf = (letter: Letter) =>
  listWords(renderLetterPdf(letter, inter).value ?? new Uint8Array()).filter(({ page }) => page === 1);

describe.skipIf(!hasCommands('pdftotext'))('a letter in its envelope', () => {
  const all = CASES.flatMap(([format, paper, envelope]) =>
    ADDRESSES.map((addressee) => ({
      name: `${format.envelope} ${addressee.length}`,
      words: wordsOf({
        ...shortLetter,
        format,
        addressee: addressee.map((line) => line.replaceAll(' ', '-Q')),
        delivery: 'Personal and confidential',
      }),
      envelope,
      corners: corners(envelope, paper),
    })),
  );
  const isAddress = ({ text }: PdfWord) => /^Q/.test(text);

  test.each(all)(
    '$name: the address is clear of each edge of the window, wherever the letter has slid',
    (one) => {
      const { window, clearance } = one.envelope;
      const slid = one.words
        .filter(isAddress)
        .flatMap((word) => one.corners.map(([x, y]) => slide(word, x, y)));
      expect(slid.length).toBeGreaterThanOrEqual(12);
      expect(
        slid.filter(
          ({ left, top, right, bottom }) =>
            left < window.left + clearance - 0.5 ||
            right > window.right - clearance + 0.5 ||
            top < window.top + clearance - 0.5 ||
            bottom > window.bottom - clearance + 0.5,
        ),
      ).toEqual([]);
    },
  );

  test.each(all)('$name: nothing else shows in the window', (one) => {
    const { window } = one.envelope;
    const slid = one.words
      .filter((word) => !isAddress(word))
      .flatMap((word) => one.corners.map(([x, y]) => slide(word, x, y)));
    expect(
      slid.filter(
        ({ left, top, right, bottom }) =>
          left < window.right && right > window.left && top < window.bottom && bottom > window.top,
      ),
    ).toEqual([]);
  });

  test.each(all)('$name: the letter itself begins below the first fold', ({ words, envelope }) => {
    const above = words.filter(({ top }) => top < envelope.fold).map(({ text }) => text);
    const panel = [...shortLetter.letterhead, shortLetter.date, 'Personal and confidential', 'SAMPLE'];
    const expected = panel.join(' ').split(' ');
    expect(
      above.filter((text) => !/^Q/.test(text) && !expected.includes(text.replace('&amp;', '&'))),
    ).toEqual([]);
  });
});

test.each([
  ['of nine lines', Array.from({ length: 9 }, (_, index) => `Line ${index}`)],
  ['with a name of 300 characters', ['Marisol '.repeat(38).trim(), '7 Quarry Road', 'Beaverton, OR 97005']],
  ['with a word of 2,000 characters', ['a'.repeat(2_000)]],
])('an address %s is refused by name, and nothing is written', (_, addressee) => {
  const { value, problems } = renderLetterPdf({ ...shortLetter, addressee }, inter);
  expect(value).toBeUndefined();
  expect(problems.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
    ['letter-window', '"addressee"'],
  ]);
});

test('the same address is written where there is no window, and pushes the text down', () => {
  const addressee = Array.from({ length: 9 }, (_, index) => `Line ${index}`);
  const format: Format = { ...shortLetter.format, envelope: 'none' };
  expect(renderLetterPdf({ ...shortLetter, addressee, format }, inter).problems).toEqual([]);
});

test('a letterhead that would reach into the window is refused', () => {
  const letterhead = Array.from({ length: 12 }, (_, index) => `Line ${index}`);
  const { problems } = renderLetterPdf({ ...shortLetter, letterhead }, inter);
  expect(problems.map(({ message }) => message.split(' ')[0])).toEqual(['"letterhead"']);
});

test.skipIf(!hasCommands('pdftotext', 'pdfinfo'))(
  'a letter of forty pages and a word of 2,000 letters lose nothing',
  () => {
    const text = 'Whatever it was for you, I would rather you read this with a cup of tea. '.repeat(9).trim();
    const body = [
      paragraph(words('w'.repeat(2_000))),
      ...Array.from({ length: 180 }, () => paragraph(words(text))),
    ];
    const { value = new Uint8Array(), problems } = renderLetterPdf(
      { ...shortLetter, marks: [], body },
      inter,
    );
    expect(problems.map(({ code }) => code)).toEqual(['letter-pages']);
    expect(countPages(value)).toBeGreaterThan(39);
    const whole = folded(extractText(value));
    expect(whole.split('cup of tea.')).toHaveLength(180 * 9 + 1);
    expect(whole.match(/w{9,}/g)?.join('')).toHaveLength(2_000);
  },
);

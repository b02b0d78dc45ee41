import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasRightToLeft } from '../../src/render/bidi.ts';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { folded, hostileStrings, spoken } from './hostile-strings.ts';
import {
  allFonts,
  countPages,
  extractStructure,
  extractText,
  hasCommands,
  inter,
  widestEdge,
} from './pdf-tools.ts';
import { listLetter, longLetter, paragraph, shortLetter, value } from './sample-letters.ts';

const pdfOf = (letter: Letter) => renderLetterPdf(letter, allFonts).value ?? new Uint8Array();
const unmarked = (letter: Letter): Letter => ({ ...letter, marks: [] });
const withBody = (...texts: string[]) =>
  unmarked({ ...shortLetter, body: texts.map((text) => paragraph(value('name', text))) });

/** Every hostile string in a field of its own, so that one letter tells which of them cannot be drawn. */
const { problems } = renderLetterPdf(
  { ...shortLetter, body: hostileStrings.map((text, index) => paragraph(value(`field${index}`, text))) },
  allFonts,
);
const refused = new Set(
  problems.map((one) => Number(/^"field(\d+)" has a character \(U\+[0-9A-F]{4,6}\) /.exec(one.message)?.[1])),
);
const drawable = hostileStrings.filter((_, index) => !refused.has(index));
const squeezed = (text: string) => spoken(text).replace(/\s+/gu, '');

describe.skipIf(!hasCommands('pdftotext', 'pdfinfo'))('the text of the PDF', () => {
  test('is the plain text', () => {
    expect(folded(extractText(pdfOf(unmarked(shortLetter))))).toBe(
      folded(renderLetterText(unmarked(shortLetter))),
    );
  });

  test('is the plain text with drawn bullets where a letter has lists', () => {
    const text = renderLetterText(unmarked(listLetter)).replace(/^- /gm, '• ');
    expect(folded(extractText(pdfOf(unmarked(listLetter))))).toBe(folded(text));
  });

  test('is the plain text over two pages, but for marks and page numbers', () => {
    const text = extractText(pdfOf(longLetter)).replace(/^(SAMPLE|Page \d of \d)$/gm, '');
    expect(folded(text)).toBe(folded(renderLetterText(unmarked(longLetter))));
  });

  test('is every hostile string as written, where no word is wider than a line', () => {
    const letter = withBody(...drawable.filter((text) => !/\S{40}/u.test(text) && !hasRightToLeft(text)));
    expect(folded(extractText(pdfOf(letter)))).toBe(folded(renderLetterText(letter)));
  });

  test('is every character of every hostile string, however long its words', () => {
    const letter = withBody(...drawable);
    expect(squeezed(extractText(pdfOf(letter)))).toBe(squeezed(renderLetterText(letter)));
  });

  test('keeps letters apart that the font draws alike, and writes no arrow for a hyphen and an angle', () => {
    const names = [
      'don’t',
      'Kaʼiulani',
      'Οδυσσέας ι',
      'ɩ',
      'Δ ∆',
      'Ω Ω',
      '-> <- => 10x20',
      'a\u200bb',
      'x\u0323\u0302 ḥ',
    ];
    const letter = withBody(...names, names.join(' '));
    expect(folded(extractText(pdfOf(letter)))).toBe(folded(renderLetterText(letter)));
  });

  test('is in reading order in the structure tree, words apart', () => {
    const text = [...extractStructure(pdfOf(shortLetter)).matchAll(/^\s*"(.*)"$/gm)]
      .map((line) => line[1])
      .join(' ');
    expect(folded(text)).toBe(folded(renderLetterText(unmarked(shortLetter))));
  });

  test('never reaches beyond the right margin', () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9);
    const letter = {
      ...withBody(long, ...drawable),
      format: { ...shortLetter.format, envelope: 'none' } as const,
      letterhead: [long, long],
      addressee: [long],
      subject: long,
    };
    expect(widestEdge(pdfOf(letter))).toBeLessThanOrEqual(612 - 72);
  });
});

test('each field with a character that the fonts lack gives one problem, which names the field, and no bytes', () => {
  expect(problems.map((one) => one.code)).toEqual(problems.map(() => 'letter-glyph-missing'));
  expect(refused.size).toBe(problems.length);
  expect(problems.length).toBeGreaterThan(10);
  const results = [...refused].map((index) =>
    renderLetterPdf(withBody(hostileStrings[index] ?? ''), allFonts),
  );
  expect(results.filter((result) => result.value !== undefined || result.problems.length !== 1)).toEqual([]);
});

test('no problem says more of a value than one character', () => {
  const [problem, ...others] = renderLetterPdf(withBody('王小明'), inter).problems;
  expect(others).toEqual([]);
  expect(problem?.message).toBe('"name" has a character (U+738B) that no font of the PDF has');
});

describe('equal letters give equal bytes', () => {
  const letters = [shortLetter, listLetter, longLetter, withBody(...drawable.slice(0, 80))];

  test('in every order of letters, and however often', () => {
    const expected = letters.map(pdfOf);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const again = new Map(order.map((index) => [index, pdfOf(letters[index] ?? shortLetter)]));
        expect(
          letters.map((_, index) =>
            Buffer.from(again.get(index) ?? []).equals(expected[index] ?? new Uint8Array()),
          ),
        ).toEqual([true, true, true, true]);
      }),
      { numRuns: 6 },
    );
  });

  test('with fonts parsed anew, whichever letter comes first', () => {
    const alike = [withBody('don’t', 'ι', 'Ω'), withBody('Kaʼiulani', 'ɩ', '\u2126')];
    const parsedFor = (order: readonly Letter[]) => {
      const fresh = { ...allFonts, regular: inter.regular.slice(), semibold: inter.semibold.slice() };
      return new Map(
        order.map((letter) => [
          letter,
          Buffer.from(renderLetterPdf(letter, fresh).value ?? []).toString('base64'),
        ]),
      );
    };
    const [forwards, backwards] = [
      parsedFor([...letters, ...alike]),
      parsedFor([...alike, ...letters].reverse()),
    ];
    expect([...letters, ...alike].filter((letter) => forwards.get(letter) !== backwards.get(letter))).toEqual(
      [],
    );
  });

  test('and other letters another file identifier', () => {
    const id = (letter: Letter) => /\/ID \[<(\w+)>/.exec(Buffer.from(pdfOf(letter)).toString('latin1'))?.[1];
    expect(
      new Set([shortLetter, unmarked(shortLetter), { ...shortLetter, language: 'en-GB' }].map(id)).size,
    ).toBe(3);
  });
});

describe.skipIf(!hasCommands('pdftotext', 'pdfinfo'))('the pages', () => {
  test('carry the marks each, and a number only where there are several', () => {
    const pages = extractText(pdfOf(longLetter));
    expect(pages.match(/^SAMPLE$/gm)).toHaveLength(2);
    expect(pages.match(/^Page \d of \d$/gm)).toEqual(['Page 1 of 2', 'Page 2 of 2']);
    expect(extractText(pdfOf({ ...shortLetter, pageNumber: 'Page {page} of {pages}' }))).not.toContain(
      'Page',
    );
  });

  test('are one at least, for a letter with nothing on it', () => {
    const { subject: _, ...rest } = shortLetter;
    const empty = { ...rest, marks: [], letterhead: [], addressee: [], date: '', body: [], close: [] };
    expect(countPages(pdfOf(empty))).toBe(1);
  });
});

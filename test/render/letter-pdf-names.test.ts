import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import type { FontFiles } from '../../src/render/pdf-faces.ts';
import { spoken } from './hostile-strings.ts';
import { allFonts, extractText, hasCommands, inter, readObjects } from './pdf-tools.ts';
import { paragraph, shortLetter, value, words } from './sample-letters.ts';
import { ALL_NAMES, WORLD_NAMES } from './world-names.ts';

const bare: Letter = { ...shortLetter, marks: [], letterhead: [], addressee: [], date: '', close: [] };
const saying = (...names: readonly string[]): Letter => ({
  ...bare,
  body: names.map((name) => paragraph(words('Dear '), value('name', name), words(', welcome'))),
});
const pdfOf = (letter: Letter, fonts: FontFiles = allFonts) =>
  renderLetterPdf(letter, fonts).value ?? new Uint8Array();

/** White space aside: between words that run from right to left, readers put line ends. */
const squeezed = (text: string) => spoken(text).replace(/\s+/gu, '');
const scripts = Object.entries(WORLD_NAMES);

test('there are names enough, in every script that has a font', () => {
  expect(ALL_NAMES.length).toBeGreaterThan(70);
});

describe.skipIf(!hasCommands('pdftotext', 'qpdf'))('a name of the world', () => {
  test.each(scripts)('comes out of the PDF as it went in: %s', (_, names) => {
    const expected = names.map((name) => `Dear ${name}, welcome`).join('');
    expect(squeezed(extractText(pdfOf(saying(...names))))).toBe(
      squeezed(`${shortLetter.subject ?? ''}${expected}`),
    );
  });

  test.each(scripts)('may stand in every place of a letter: %s', (_, names) => {
    const [name = '', other = ''] = names;
    const letter: Letter = {
      ...shortLetter,
      marks: [],
      letterhead: [`Practice ${name}`, other],
      addressee: [name, `12 ${other}`],
      subject: `About ${other}`,
      body: [paragraph(words('Dear '), value('name', name), words(','))],
      close: [paragraph(words('Yours,')), paragraph(value('clinicianName', other))],
      notations: [`cc: ${name}`],
    };
    const order = [
      ...letter.letterhead,
      ...letter.addressee,
      letter.date,
      letter.subject,
      `Dear ${name},`,
      'Yours,',
      other,
      ...letter.notations,
    ];
    expect(squeezed(extractText(pdfOf(letter)))).toBe(squeezed(order.join('')));
  });

  test('moves nothing around it, whichever way it runs', () => {
    const places = (name: string) =>
      [...extractText(pdfOf(saying(name)), '-bbox').matchAll(/<word xMin="([\d.]+)".*>(.*)<\/word>/g)].map(
        ([, left, text]) => ({ left: Number(left), text: text ?? '' }),
      );
    const found = places('\u05d3\u05d5\u05d3 (12)');
    const left = (text: RegExp) => found.find((word) => text.test(word.text))?.left ?? Number.NaN;
    expect(left(/^Dear/)).toBeLessThan(left(/12/));
    expect(left(/12/)).toBeLessThan(left(/דוד/));
    expect(left(/דוד/)).toBeLessThan(left(/^welcome/));
  });

  test('has its marks where they are read, from right to left as well', () => {
    const page = extractText(pdfOf(saying('שלום. עולם (דוד)')), '-bbox');
    const edges = [...page.matchAll(/<word xMin="([\d.]+)".* xMax="([\d.]+)".*>(.*)<\/word>/g)].map(
      ([, left, right, text]) => ({ left: Number(left), right: Number(right), text: spoken(text ?? '') }),
    );
    // With their places, poppler tells words in the order of the eye.
    const find = (text: string) => edges.find((edge) => edge.text === Array.from(text).toReversed().join(''));
    expect(find('.')?.right).toBeCloseTo(find('שלום')?.left ?? 0, 0);
    expect(find('.')?.left).toBeGreaterThan((find('עולם')?.right ?? 0) + 2);
  });

  test('from right to left has its actual text in the tree, in the order of reading', () => {
    const file = readObjects(pdfOf(saying('פָּז 12 לוי')));
    const spans = file.all.filter((one) => one?.['/S'] === '/Span');
    expect(spans.map((span) => `${span['/ActualText']}`.replace(/^u:/, '').trim())).toEqual(['פָּז', 'לוי']);
  });
});

test('a letter has the same bytes whatever was drawn before it, with the same fonts', () => {
  const letters = [...scripts.map(([, names]) => saying(...names)), saying(...ALL_NAMES)];
  const expected = letters.map((letter) => pdfOf(letter));
  fc.assert(
    fc.property(fc.shuffledSubarray([...letters.keys()], { minLength: letters.length }), (order) => {
      const drawn = new Map(order.map((index) => [index, pdfOf(letters[index] ?? bare)]));
      expect(
        letters.map((_, index) =>
          Buffer.compare(drawn.get(index) ?? inter.regular, expected[index] ?? inter.regular),
        ),
      ).toEqual(letters.map(() => 0));
    }),
    { numRuns: 2 },
  );
});

test('a letter has the same bytes with fonts that nothing was drawn with', () => {
  const anew = (fonts: FontFiles): FontFiles => ({
    regular: fonts.regular.slice(),
    semibold: fonts.semibold.slice(),
    others: Object.fromEntries(
      Object.entries(fonts.others ?? {})
        .filter(([name]) => name !== 'chinese')
        .map(([name, files]) => [name, anew(files) as FontFiles]),
    ),
  });
  const letters = scripts
    .filter(([name]) => !/chinese|mixed/.test(name))
    .map(([, names]) => saying(...names));
  const backwards = letters.toReversed();
  const fresh = anew(allFonts);
  const drawn = backwards.map((letter) => pdfOf(letter, fresh)).toReversed();
  expect(
    letters.map((letter, index) => Buffer.compare(pdfOf(letter), drawn[index] ?? inter.regular)),
  ).toEqual(letters.map(() => 0));
});

test('without its font a name is a problem that names the field and what to install, and nothing is drawn', () => {
  const { value: bytes, problems } = renderLetterPdf(saying('王小明'), inter);
  expect(bytes).toBeUndefined();
  expect(problems.map(({ code, message, hint }) => [code, /"name"/.test(message), hint])).toEqual([
    ['letter-glyph-missing', true, expect.stringContaining('npm install @expo-google-fonts/noto-sans-sc ')],
  ]);
});

test('where the font is there and lacks the character, there is nothing to install', () => {
  const [problem] = renderLetterPdf(saying('\u{2070e}'), allFonts).problems;
  expect(problem?.code).toBe('letter-glyph-missing');
  expect(problem?.hint).not.toContain('install');
});

test('what goes along in another language says so in the tree, and an Arabic page begins at the right', () => {
  const inserts = [
    { language: 'ar', blocks: [paragraph(words('المساعدة مجانية.'))] },
    { language: 'es', blocks: [paragraph(words('La ayuda es gratuita.'))] },
  ];
  const file = readObjects(pdfOf({ ...bare, body: [], inserts }));
  const tagged = file.all.filter((one) => one?.['/Type'] === '/StructElem' || one?.['/S'] === '/P');
  expect(tagged.map((one) => one['/Lang']).filter((lang) => lang !== undefined)).toEqual(['u:ar', 'u:es']);
});

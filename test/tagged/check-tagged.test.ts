import { describe, expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { listLetterWords, splitWords } from '../../src/render/letter-words.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { drawingOf } from '../picture/sample-images.ts';
import { mixedLetter } from '../render/mixed-letter.ts';
import { allFonts, hasCommands, type PdfValue } from '../render/pdf-tools.ts';
import {
  fullLetter,
  largeLetter,
  listLetter,
  longLetter,
  paragraph,
  shortLetter,
  value,
  words,
} from '../render/sample-letters.ts';
import { WORLD_NAMES } from '../render/world-names.ts';
import { breakPdf, type Parts } from './broken-pdf.ts';

/** The rules of PDF/UA-1: good files keep them all, and each catches the file that breaks it. */

const letters = [shortLetter, listLetter, longLetter, fullLetter, largeLetter, mixedLetter];
const pdfOf = (letter: (typeof letters)[number]) =>
  renderLetterPdf(letter, allFonts).value ?? new Uint8Array();
const willow = drawingOf('<svg viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>');
const good = pdfOf({ ...fullLetter, logo: { picture: willow, alternative: 'A willow' } });
const check = async (pdf: Uint8Array) => checkTagged(await parsePdf(pdf));

test.each(letters)('a letter keeps every rule, and reads aloud word for word', async (letter) => {
  const { faults, proved, spoken } = await check(pdfOf(letter));
  expect(faults).toEqual([]);
  expect(proved).toHaveLength(19);
  expect(splitWords(spoken.join(' '))).toEqual(listLetterWords(letter));
});

test.each(Object.entries(WORLD_NAMES))('so does one with names in %s', async (_, names) => {
  const letter = {
    ...shortLetter,
    addressee: names.slice(0, 3),
    body: names.map((name) => paragraph(words('Dear '), value('name', name), words(', welcome.'))),
    format: { ...shortLetter.format, envelope: 'none' } as const,
  };
  const { faults, spoken } = await check(renderLetterPdf(letter, allFonts).value ?? new Uint8Array());
  expect(faults).toEqual([]);
  expect(splitWords(spoken.join(' '))).toEqual(listLetterWords(letter));
});

const elements = ({ all }: Parts, tag: string) => all('/S', tag);
const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('there is none to break');
  return one;
};
const page = ({ all }: Parts) => first(all('/Type', '/Page'));
const font = ({ all }: Parts) => first(all('/Subtype', '/Type0'));
const descendant = (parts: Parts) => first(parts.all('/Subtype', '/CIDFontType2'));
const drawing = (p: Parts) => p.at(p.at(page(p)['/Resources'])['/XObject'])['/I1'];
const link = ({ all }: Parts) => first(all('/Subtype', '/Link'));
const without = (dictionary: { [key: string]: PdfValue }, key: string) => {
  if (!(key in dictionary)) throw new Error(`${key} is not there to take out`);
  delete dictionary[key];
};
const kids = (one: { [key: string]: PdfValue }) => one['/K'] as PdfValue[];

const BROKEN: readonly (readonly [rule: string, what: string, (parts: Parts) => void])[] = [
  [
    'isMarked',
    'not marked as tagged',
    (p) => Object.assign(p.at(p.catalog['/MarkInfo']), { '/Marked': false }),
  ],
  ['isMarked', 'tags in doubt', (p) => Object.assign(p.at(p.catalog['/MarkInfo']), { '/Suspects': true })],
  [
    'isIdentified',
    'another part of PDF/UA',
    (p) => p.rewrite(p.catalog['/Metadata'], (xmp) => xmp.replace('part>1<', 'part>2<')),
  ],
  ['hasLanguage', 'no language', (p) => without(p.catalog, '/Lang')],
  ['hasLanguage', 'a language in words', (p) => Object.assign(p.catalog, { '/Lang': 'u:plain English' })],
  [
    'hasLanguage',
    'a part in no language',
    (p) => Object.assign(first(elements(p, '/P')), { '/Lang': 'u:the other one' }),
  ],
  [
    'hasLanguage',
    'a stretch of a page in no language',
    (p) =>
      p.rewrite(page(p)['/Contents'], (text) =>
        text.replace(/\/P <<\s*\/MCID/, '/P <<\n/Lang (spanish)\n/MCID'),
      ),
  ],
  ['showsTitle', 'no title', (p) => without(p.at(p.trailer['/Info']), '/Title')],
  ['showsTitle', 'a title that is not shown', (p) => without(p.catalog, '/ViewerPreferences')],
  [
    'showsTitle',
    'another title in the metadata',
    (p) => p.rewrite(p.catalog['/Metadata'], (xmp) => xmp.replace('Letter from', 'Mail from')),
  ],
  [
    'hasOneDocument',
    'a section as root',
    (p) => Object.assign(first(elements(p, '/Document')), { '/S': '/Sect' }),
  ],
  [
    'hasOneDocument',
    'two roots',
    (p) => kids(p.at(p.catalog['/StructTreeRoot'])).push(first(kids(first(elements(p, '/Document'))))),
  ],
  [
    'nestsRightly',
    'an invented type',
    (p) => Object.assign(first(elements(p, '/P')), { '/S': '/Paragraph' }),
  ],
  [
    'nestsRightly',
    'words of an item without their item',
    (p) => Object.assign(first(elements(p, '/LI')), { '/S': '/LBody' }),
  ],
  ['nestsRightly', 'a heading of no level', (p) => Object.assign(first(elements(p, '/H2')), { '/S': '/H' })],
  ['hasWholeLists', 'an item without its words', (p) => kids(first(elements(p, '/LI'))).pop()],
  ['hasWholeLists', 'the label after the words', (p) => kids(first(elements(p, '/LI'))).reverse()],
  ['hasWholeLists', 'labels of no known kind', (p) => without(first(elements(p, '/L')), '/A')],
  ['hasWholeLists', 'a list of nothing', (p) => kids(first(elements(p, '/L'))).splice(0)],
  ['hasOrderedHeadings', 'a level skipped', (p) => Object.assign(first(elements(p, '/H2')), { '/S': '/H3' })],
  [
    'hasOrderedHeadings',
    'no heading of the first level',
    (p) => Object.assign(first(elements(p, '/H1')), { '/S': '/H2' }),
  ],
  ['hasSpokenFigures', 'a picture without words', (p) => without(first(elements(p, '/Figure')), '/Alt')],
  [
    'hasSpokenFigures',
    'a picture with blank words',
    (p) => Object.assign(first(elements(p, '/Figure')), { '/Alt': 'u: ' }),
  ],
  ['hasSpokenFigures', 'a picture without a place', (p) => without(first(elements(p, '/Figure')), '/A')],
  ['hasKnownLinks', 'a link that leads no one knows where', (p) => without(link(p), '/Contents')],
  ['hasKnownLinks', 'a link without a way back', (p) => without(link(p), '/StructParent')],
  ['hasKnownLinks', 'a link outside the tree', (p) => kids(first(elements(p, '/Link'))).pop()],
  [
    'isSound',
    'a mark that never closes',
    (p) => p.rewrite(page(p)['/Contents'], (text) => text.replace(/EMC\s*$/, '')),
  ],
  ['isSound', 'a string that never ends', (p) => p.rewrite(page(p)['/Contents'], (text) => `${text} (`)],
  [
    'isAllMarked',
    'a line that is nothing',
    (p) => p.rewrite(page(p)['/Contents'], (text) => `${text} 0 0 m 9 9 l S`),
  ],
  [
    'isAllMarked',
    'an artifact that is none',
    (p) => p.rewrite(page(p)['/Contents'], (text) => text.replace(/\/Artifact <<[^>]*>> BDC/, '/Span BMC')),
  ],
  [
    'isAllMarked',
    'words of the letter in an artifact',
    (p) => p.rewrite(page(p)['/Contents'], (text) => `/Artifact BMC\n${text}\nEMC`),
  ],
  [
    'isAllMarked',
    'words in a drawing',
    (p) => p.rewrite(drawing(p), (operators) => `${operators}\nBT (Dear) Tj ET`),
  ],
  [
    'isAllMarked',
    'a drawing in a drawing',
    (p) => p.rewrite(drawing(p), (operators) => `${operators}\n/I2 Do`),
  ],
  ['agreesWithTree', 'content that the tree forgot', (p) => kids(first(elements(p, '/H1'))).pop()],
  [
    'agreesWithTree',
    'content under the number of another',
    (p) => p.rewrite(page(p)['/Contents'], (text) => text.replace('/MCID 1\n', '/MCID 2\n')),
  ],
  [
    'agreesWithTree',
    'a parent tree that leads elsewhere',
    (p) => (p.at(p.at(p.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums'] as PdfValue[][])[1]?.reverse(),
  ],
  ['hasTabOrder', 'no tab order', (p) => without(page(p), '/Tabs')],
  ['embedsFonts', 'a font that is elsewhere', (p) => without(first(p.all('/FontFile2')), '/FontFile2')],
  [
    'embedsFonts',
    'codes of another kind',
    (p) => Object.assign(font(p), { '/Encoding': '/WinAnsiEncoding' }),
  ],
  ['embedsFonts', 'codes that are no glyphs', (p) => without(descendant(p), '/CIDToGIDMap')],
  ['hasNoGlyphList', 'a CIDSet', (p) => Object.assign(first(p.all('/FontFile2')), { '/CIDSet': 'u:x' })],
  ['spellsCodes', 'codes without letters', (p) => without(font(p), '/ToUnicode')],
  [
    'spellsCodes',
    'a code for no letter',
    (p) => p.rewrite(font(p)['/ToUnicode'], (map) => map.replace(/\[<0000> <[\da-f]+>/, '[<0000> <0000>')),
  ],
  [
    'spellsCodes',
    'a box for a letter',
    (p) => p.rewrite(page(p)['/Contents'], (text) => text.replace(/\[\((?:\\.|[^\\]){2}/s, '[(\0\0')),
  ],
  ['hasTrueWidths', 'glyphs as wide as none is', (p) => Object.assign(descendant(p), { '/W': [0, 500, 1] })],
  ['isStill', 'a form', (p) => Object.assign(p.catalog, { '/AcroForm': { '/Fields': [] } })],
  ['isStill', 'a program', (p) => Object.assign(p.catalog, { '/OpenAction': { '/S': '/JavaScript' } })],
];

describe.skipIf(!hasCommands('qpdf'))('a broken file is caught', () => {
  test('one that was only taken apart and put together again is not', async () => {
    expect((await check(breakPdf(good, () => undefined))).faults).toEqual([]);
  });

  test.each(BROKEN)('by %s: %s', async (rule, _, edit) => {
    const { faults } = await check(breakPdf(good, edit));
    expect(faults.map((one) => one.rule)).toContain(rule);
  });

  test('every rule has a file that it catches', async () => {
    const { rules } = await check(good);
    expect([...new Set(BROKEN.map(([rule]) => rule))].sort()).toEqual([...rules].sort());
  });

  test('elements in another order are read in another order', async () => {
    const broken = breakPdf(good, (parts) => {
      const all = kids(first(elements(parts, '/Document')));
      all.push(...all.splice(-2, 1));
    });
    const { faults, spoken } = await check(broken);
    expect(faults).toEqual([]);
    expect(splitWords(spoken.join(' '))).not.toEqual(listLetterWords(fullLetter));
  });
});

test('what is no PDF is not read', async () => {
  await expect(parsePdf(new TextEncoder().encode('no PDF'))).rejects.toThrow();
});

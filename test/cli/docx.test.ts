import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/cli/docx.ts';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { splitWords } from '../../src/render/letter-words.ts';
import { typeset } from '../../src/render/typeset.ts';
import { drawingOf, pictureOf } from '../picture/sample-images.ts';
import {
  fullLetter,
  largeLetter,
  listLetter,
  paragraph,
  shortLetter,
  words,
} from '../render/sample-letters.ts';
import { clientText } from '../support/client-file.ts';
import { exampleLetters } from '../support/example-letters.ts';
import { openFolder, run, stdin } from './world.ts';

/** Read back as the XML in the file, which knows nothing of what wrote it. */

async function parts(letter: Letter): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(await docxOf(letter)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

const bodyOf = async (letter: Letter) => (await parts(letter))['word/document.xml'] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** What stands in the paragraphs, one line each. */
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (_, name) => ENTITIES[name] ?? '');

/** The words of the letter; labels of lists are drawn by Word. */
const expected = (letter: Letter) =>
  splitWords(renderLetterText({ ...typeset(letter), marks: [] }, '').replace(/^\s*\d\. /gm, ''));

test.each([
  ...exampleLetters,
  { name: 'lists', letter: listLetter },
  { name: 'everything', letter: fullLetter },
])('$name has the words of the letter', async ({ letter }) => {
  expect(splitWords(textOf(await bodyOf(letter)))).toEqual(expected(letter));
});

describe('the document', () => {
  test('has the language, the title, real headings and lists', async () => {
    const files = await parts(fullLetter);
    const xml = files['word/document.xml'] ?? '';
    expect(files['word/styles.xml']).toContain('<w:lang w:val="en-US"/>');
    expect(files['docProps/core.xml']).toContain(
      '<dc:title>Letter from Willow &amp; Oak Counseling</dc:title>',
    );
    expect(files['docProps/core.xml']).not.toContain('Theodora');
    expect(xml.match(/<w:pStyle w:val="Heading\d"\/>/g)).toEqual([
      '<w:pStyle w:val="Heading1"/>',
      '<w:pStyle w:val="Heading2"/>',
      '<w:pStyle w:val="Heading2"/>',
    ]);
    expect(xml.match(/<w:ilvl w:val="\d"\/>/g)).toHaveLength(5);
  });

  test('has the paper, and sender, address and date where the PDF has them', async () => {
    const xml = await bodyOf(fullLetter);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const frames = [...xml.matchAll(/<w:framePr[^>]*w:x="(\d+)" w:y="(\d+)"[^>]*>.*?<\/w:p>/g)];
    expect(frames.map(([all, x, y]) => [splitWords(textOf(all))[0] ?? '', Number(x), Number(y)])).toEqual([
      ['', 9768, 720],
      ['Willow', 1417, 720],
      ['1200', 1417, 1100],
      ['Theodora', 1417, 3555],
      ['November', 7077, 3555],
      ['Personal', 7077, 3845],
    ]);
  });

  test('has the pictures with the words that stand for them', async () => {
    const xml = await bodyOf(fullLetter);
    expect([...xml.matchAll(/<wp:docPr[^>]*descr="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'A willow',
      'Signature of Rosa Delgado-Nguyễn',
    ]);
  });

  test('has a drawing as the pixels of it, and nothing of its file', async () => {
    const svg =
      '<svg viewBox="0 0 20 10"><title>Quillon Marsh</title><path fill="#f00" d="M0 0h10v10h-10z"/></svg>';
    const letter = { ...fullLetter, logo: { picture: drawingOf(svg), alternative: 'A square' } };
    const files = unzipSync(await docxOf(letter));
    const [png] = Object.entries(files).flatMap(([name, bytes]) => (name.endsWith('.png') ? [bytes] : []));
    const { width, height, data, alpha } = pictureOf(png ?? new Uint8Array());
    const red = Array.from({ length: width / 2 }, () => [255, 0, 0]).flat();
    expect([width, height]).toEqual([950, 475]);
    expect([...unzlibSync(data).subarray(0, red.length)]).toEqual(red);
    expect([alpha === undefined ? [] : [...new Set(unzlibSync(alpha))]]).toEqual([[255, 0]]);
    expect(Object.values(files).filter((bytes) => Buffer.from(bytes).includes('Quillon'))).toEqual([]);
  });

  test('has the marks at the top of every page, and page x of y', async () => {
    const files = await parts(fullLetter);
    const margins = Object.entries(files).filter(([name]) => /word\/(header|footer)\d\.xml/.test(name));
    expect(margins.map(([, xml]) => splitWords(textOf(xml)).join(' ')).sort()).toEqual([
      '',
      'DRAFT · SAMPLE',
      'DRAFT · SAMPLE',
      'Page PAGE of NUMPAGES',
    ]);
  });

  test('in large print has a cover before the letter, which counts no page', async () => {
    const xml = await bodyOf(largeLetter);
    const sections = xml.split('<w:sectPr').length - 1;
    expect(sections).toBe(2);
    const whole = splitWords(textOf(xml));
    const letter = expected(largeLetter);
    expect(whole.slice(-letter.length)).toEqual(letter);
    expect(whole.slice(0, -letter.length).join(' ')).toBe(
      [...largeLetter.letterhead, ...largeLetter.addressee].join(' '),
    );
  });

  test('has words in another language as such, by the kind of their script, and from right to left where they run so', async () => {
    const within = (language: string, text: string) =>
      ({ kind: 'language', language, children: [words(text)] }) as const;
    const body = [
      paragraph(words('Or '), within('es', 'llame'), within('zh-Hans', '请来电')),
      paragraph(within('ar', 'مساعدة')),
    ];
    const xml = await bodyOf({ ...shortLetter, body });
    expect(xml).toMatch(/<w:lang w:val="es"\/><\/w:rPr><w:t[^>]*>llame</);
    expect(xml).toMatch(/<w:lang w:eastAsia="zh-Hans"\/><\/w:rPr><w:t[^>]*>请来电</);
    expect(xml).toMatch(
      /<w:pPr>(?:(?!<\/w:pPr>).)*<w:bidi\/>.*<w:rtl\/><w:lang w:bidi="ar"\/><\/w:rPr><w:t[^>]*>مساعدة</,
    );
  });

  test('follows no link but https, tel and mailto', async () => {
    const links = ['https://example.org/x', 'javascript:alert(1)'].map(
      (href) => ({ kind: 'link', href, children: [words('here')] }) as const,
    );
    const files = await parts({ ...shortLetter, body: [paragraph(...links)] });
    expect(files['word/_rels/document.xml.rels']).toContain('https://example.org/x');
    expect(files['word/_rels/document.xml.rels']).not.toContain('javascript');
  });
});

test('closewell letter writes it by its ending', async () => {
  const path = join(await openFolder(), 'letter.docx');
  expect((await run(['letter', '-', '-o', path], stdin(clientText()))).exit).toBe(0);
  const file = unzipSync(new Uint8Array(await readFile(path)))['word/document.xml'];
  expect(textOf(new TextDecoder().decode(file))).toContain('\nDear Sam,\n');
});

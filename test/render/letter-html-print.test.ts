import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterHtml } from '../../src/render/letter-html.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { exampleLetters } from '../support/example-letters.ts';
import { countPages, hasCommands, inter, listWords, type PdfWord } from './pdf-tools.ts';
import { fullLetter, largeLetter, listLetter, longLetter, shortLetter } from './sample-letters.ts';

/** The HTML as a browser prints it, beside the PDF: the same pages, and everything that an envelope asks for in its place. */

const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const faces = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/package.json')));
const fonts = join(folder, 'fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${['400Regular', '600SemiBold']
    .map((face) => `<dir>${join(faces, face)}</dir>`)
    .join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
);

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** All the letters in one browser would be quicker, but it prints one page a start. */
function print(letter: Letter): Uint8Array {
  const [page, pdf] = [join(folder, 'letter.html'), join(folder, 'letter.pdf')];
  writeFileSync(page, renderLetterHtml(letter));
  const args = [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer'];
  execFileSync('chromium', [...args, `--print-to-pdf=${pdf}`, `file://${page}`], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  return new Uint8Array(readFileSync(pdf));
}

/** What axe finds wrong with the page on a screen. */
function audit(letter: Letter): string[] {
  const page = join(folder, 'audit.html');
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const script = `${axe};axe.run().then(({ violations, passes }) => { document.title = JSON.stringify([passes.length, ...violations.map(({ id }) => id)]) })`;
  writeFileSync(
    page,
    renderLetterHtml(letter)
      .replace(/<meta http-equiv[^>]*>/, '')
      .replace('</body>', () => `<script>${script}</script></body>`),
  );
  const args = [
    ...FLAGS,
    `--user-data-dir=${join(folder, 'profile')}`,
    '--virtual-time-budget=20000',
    '--dump-dom',
  ];
  const dom = execFileSync('chromium', [...args, `file://${page}`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(/<title>(.*?)<\/title>/.exec(dom)?.[1] ?? '[]');
}

/** How far the words stand apart in the two files, in points: the first word of each text, on the page given. */
function distances(one: readonly PdfWord[], other: readonly PdfWord[], texts: readonly string[]): number[] {
  const placeOf = (words: readonly PdfWord[], text: string) => words.find((word) => word.text === text);
  return texts.map((text) => {
    const [a, b] = [placeOf(one, text), placeOf(other, text)];
    return a === undefined || b === undefined || a.page !== b.page
      ? Number.POSITIVE_INFINITY
      : Math.max(Math.abs(a.left - b.left), Math.abs(a.top - b.top));
  });
}

const marked: Letter = { ...shortLetter, format: { ...shortLetter.format, envelope: 'us-10-window' } };
const plain: Letter = { ...shortLetter, format: { paper: 'a4', envelope: 'none', isLarge: false } };
const [first, second] = exampleLetters.filter(({ name }) => name.includes('closing-letter'));

describe.skipIf(!hasCommands('chromium', 'pdftotext'))('printed from HTML', () => {
  test.each([
    ['a double window', shortLetter, ['Imogen', 'November', 'Your', 'Dear', 'Willow']],
    ['a single window', marked, ['Imogen', 'November', 'Your', 'Dear', 'Willow']],
    ['no window', plain, ['Imogen', 'November', 'Your', 'Dear', 'Willow']],
    ['DIN 5008 B, with everything', fullLetter, ['Theodora', 'November', 'Personal', 'Your', 'Dear', 'Help']],
    ['a long address', listLetter, ['Theodora', '97005', 'November', 'Dear']],
    ['two pages', longLetter, ['Imogen', 'November', 'Dear']],
    ['large print with a cover', largeLetter, ['Theodora', 'Willow', 'Help']],
  ])('%s: as many pages, and everything in its place', (_, letter, texts) => {
    const [html, pdf] = [print(letter), renderLetterPdf(letter, inter).value ?? new Uint8Array()];
    expect(countPages(html)).toBe(countPages(pdf));
    expect(Math.max(...distances(listWords(html), listWords(pdf), texts))).toBeLessThan(4);
  });

  test.each([first, second])('an example prints on as many pages as its PDF', (example) => {
    const letter = example?.letter ?? shortLetter;
    expect(countPages(print(letter))).toBe(
      countPages(renderLetterPdf(letter, inter).value ?? new Uint8Array()),
    );
  });

  test('on a screen axe finds nothing wrong', () => {
    const [passed, ...violations] = audit(fullLetter);
    expect(Number(passed)).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });
});

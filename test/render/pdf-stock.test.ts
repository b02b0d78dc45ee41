import { expect, test } from 'vitest';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { closeDocument, openDocument } from '../../src/render/pdf-document.ts';
import { type FontFiles, loadFaces, packFont } from '../../src/render/pdf-faces.ts';
import { extractText, inter, listFonts, listWords } from './pdf-tools.ts';
import { shortLetter } from './sample-letters.ts';

/** Words of the common characters are drawn with a font that is packed once; others with one made for the document. */

const { regular } = loadFaces(inter);

function drawn(text: string): Uint8Array {
  const facts = { language: 'en', title: 'x', isoDate: '2026-11-23', content: text };
  const document = openDocument({ ...facts, paper: { width: 612, height: 792 } });
  document.addPage();
  document.markContent('Artifact');
  regular.draw(document, text, { size: 11, x: 72, baseline: 100 });
  document.endMarkedContent();
  return closeDocument(document);
}

test('common characters need one font, others one beside it', () => {
  expect(listFonts(drawn('Déjà vu: “a to Z”, 1–9'))).toHaveLength(1);
  expect(listFonts(drawn('Nguyễn, Žižek and Đorđe'))).toHaveLength(2);
});

test('both stand on one line in the order of the text, as wide as they were measured', () => {
  const text = 'AV To Nguyễn, Žižek AV. and Ngai';
  const words = listWords(drawn(text));
  expect(extractText(drawn(text)).trim()).toBe(text);
  expect(words.map((word) => word.text)).toEqual(text.split(' '));
  expect(words.at(-1)?.right).toBeCloseTo(72 + regular.width(text, 11), 0);
  expect(new Set(words.map(({ top }) => top.toFixed(1))).size).toBe(1);
});

test('what was drawn before makes no difference to the bytes', () => {
  const first = drawn('Žižek, Nguyễn, AV');
  drawn('ŵŷ Ελένη Ђорђе');
  expect(drawn('Žižek, Nguyễn, AV')).toEqual(first);
});

test('packed before or made now, it draws the same', () => {
  const copy = { regular: inter.regular.slice(), semibold: inter.semibold.slice() };
  const stock = { regular: packFont(inter.regular), semibold: packFont(inter.semibold) };
  const packed = { ...copy, stock } as FontFiles;
  expect(renderLetterPdf(shortLetter, packed)).toEqual(renderLetterPdf(shortLetter, inter));
});

import { hasErrors, type Result } from '../problem.ts';
import type { Letter } from './letter.ts';
import { renderLetterHtml } from './letter-html.ts';
import { closeDocument, openDocument } from './pdf-document.ts';
import { drawPages } from './pdf-draw.ts';
import { type FontFiles, loadFaces } from './pdf-faces.ts';
import { checkGlyphs } from './pdf-glyphs.ts';
import { fillPages } from './pdf-pages.ts';
import { listPartLines } from './pdf-parts.ts';

/**
 * The letter as a tagged PDF (made for PDF/UA-1) on US Letter, for a double-window envelope. Where a field or the
 * wording has a character that the fonts lack there are no bytes but `letter-glyph-missing` problems. Equal letters
 * give equal bytes, in Node and in a browser. Keep the font arrays between letters: each is parsed once.
 */
export function renderLetterPdf(letter: Letter, fonts: FontFiles): Result<Uint8Array> {
  const faces = loadFaces(fonts);
  const problems = checkGlyphs(letter, faces);
  if (hasErrors(problems)) return { value: undefined, problems };
  const { language, title, isoDate, marks, pageNumber } = letter;
  const content = `${renderLetterHtml(letter)}${pageNumber ?? ''}`;
  const document = openDocument({ language, title, isoDate, content });
  const pages = fillPages(listPartLines(letter, faces));
  drawPages(document, faces, { pages, margins: { marks, pageNumber } });
  return { value: closeDocument(document), problems };
}

import { hasErrors, type Problem, problem, type Result } from '../problem.ts';
import type { Letter } from './letter.ts';
import { closeDocument, openDocument } from './pdf-document.ts';
import { type Bound, drawPages } from './pdf-draw.ts';
import { type Faces, type FontFiles, loadFaces } from './pdf-faces.ts';
import { checkGlyphs } from './pdf-glyphs.ts';
import { type Sheet, sheetOf, snugly } from './pdf-measures.ts';
import { fillPages, type Page } from './pdf-pages.ts';
import type { Folded } from './pdf-panel.ts';
import { isFolded, listCoverLines, listPartLines } from './pdf-parts.ts';
import { checkWindow } from './pdf-window.ts';
import { typeset } from './typeset.ts';

/**
 * The letter as a tagged PDF (made for PDF/UA-1), for its paper and envelope. Where a field or the wording has a
 * character that the fonts lack, or something does not fit the window or would show in it, there are no bytes but the
 * problems. A letter of more than a page is a warning. Equal letters give equal bytes, in Node and in a browser. Keep
 * the font arrays and pictures between letters: each is read once.
 */
export function renderLetterPdf(typed: Letter, fonts: FontFiles): Result<Uint8Array> {
  const { value, problems } = setLetter(typed, fonts);
  if (value === undefined) return { value, problems };
  const { letter, faces, bound } = value;
  const { language, title, isoDate } = letter;
  const { paper } = bound.sheet;
  const document = openDocument({ language, title, isoDate, paper });
  drawPages(document, faces, bound);
  return { value: closeDocument(document), problems };
}

/** A letter as its lines stand on its pages, ready to be drawn. */
export interface SetLetter {
  readonly letter: Letter;
  readonly faces: Faces;
  readonly bound: Bound;
}

/** The letter on its pages, with the problems of `renderLetterPdf`; undefined where one of them is an error. */
export function setLetter(typed: Letter, fonts: FontFiles): Result<SetLetter> {
  const letter = typeset(typed);
  const faces = loadFaces(fonts);
  const sheet = sheetOf(letter.format, letter.addressee.length > 0);
  const pages = setPages(letter, sheet, faces);
  const coverSheet = coverOf(letter);
  const cover = coverSheet && setCover(letter, coverSheet, faces);
  const view = (coverSheet ?? sheet).view;
  const problems = [
    ...checkGlyphs(letter, faces),
    ...(view === undefined ? [] : checkWindow(cover?.page ?? pages[0] ?? [], view)),
  ];
  if (hasErrors(problems)) return { value: undefined, problems };
  const { marks, pageNumber } = letter;
  const foldMark = view?.isMarked ? view.fold : undefined;
  const bound = { sheet, cover, pages, margins: { marks, pageNumber }, foldMark };
  return {
    value: { letter, faces, bound },
    problems: sheet.view === undefined ? [] : checkLength(pages),
  };
}

/** On one page if that takes no more than a little less space, as usual otherwise. */
function setPages(letter: Letter, sheet: Sheet, faces: Faces): Page[] {
  const set = (on: Sheet) => fillPages(listPartLines(letter, on, faces), on.column);
  const usual = set(sheet);
  if (countOf(usual) !== 2) return usual;
  const snug = set(snugly(sheet));
  return countOf(snug) === 1 ? snug : usual;
}

/** The pages of the letter itself; what goes along does not count. */
function countOf(pages: readonly Page[]): number {
  const insert = pages.findIndex(([first]) => first?.startsPage);
  return insert === -1 ? pages.length : insert;
}

/** Large print cannot grow a window: the address goes onto a page of its own, in usual type. */
function coverOf({ format, addressee }: Letter): Folded | undefined {
  if (!format.isLarge || addressee.length === 0) return undefined;
  const sheet = sheetOf({ ...format, isLarge: false }, true);
  return isFolded(sheet) && sheet.view.safe !== undefined ? sheet : undefined;
}

const setCover = (letter: Letter, sheet: Folded, faces: Faces) => ({
  sheet,
  page: fillPages(listCoverLines(letter, sheet, faces), sheet.column)[0] ?? [],
});

function checkLength(pages: readonly Page[]): Problem[] {
  const count = countOf(pages);
  if (count < 2) return [];
  const hint = 'People read one page. See what could go with --without, or use shorter wording.';
  return [
    problem('letter-pages', { file: 'letter', line: 1, column: 1 }, `the letter takes ${count} pages`, hint),
  ];
}

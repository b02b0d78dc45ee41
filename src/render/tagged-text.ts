import { readCodes } from './tagged-codes.ts';
import type { PageContent, Piece } from './tagged-content.ts';
import { bytesOf, look, type PdfValue, textOf } from './tagged-file.ts';
import type { TaggedPdf } from './tagged-pdf.ts';
import type { Element } from './tagged-tree.ts';

/**
 * What a screen reader says, one string for each element with content of its own, in reading order: the letters of the
 * codes, or the actual text where there is one. Figures are left out.
 */
export function readAloud(pdf: TaggedPdf): string[] {
  const letters = new Map<PdfValue, ReadonlyMap<number, string>>();
  const lettersOf = (font: PdfValue) => {
    const known = letters.get(font) ?? readCodes(bytesOf(look(pdf.file, font, 'ToUnicode')));
    letters.set(font, known);
    return known;
  };
  const pages = new Map(pdf.pages.map((page) => [page.page, page]));
  const say = (element: Element): string => {
    if (element.tag === 'Figure') return '';
    const actual = textOf(look(pdf.file, element.object, 'ActualText'));
    if (actual !== '') return actual;
    return element.kids
      .map((kid) =>
        kid.kind === 'element'
          ? say(kid.element)
          : kid.kind === 'content'
            ? sayContent(pages.get(kid.page), kid.id, lettersOf)
            : '',
      )
      .join('');
  };
  return pdf.elements.filter(({ tag }) => SPOKEN.test(tag)).map(say);
}

/** Elements that are heard as a unit; those in them are part of it. */
const SPOKEN = /^(P|H[1-6]|Lbl)$/;

function sayContent(
  page: PageContent | undefined,
  id: number,
  lettersOf: (font: PdfValue) => ReadonlyMap<number, string>,
): string {
  const pieces = page?.pieces.filter(({ marks }) => marks.some((mark) => mark.id === id)) ?? [];
  return pieces.map((piece, index) => sayPiece(piece, pieces[index - 1], lettersOf)).join('');
}

/** Actual text is said once for everything that it stands for. */
function sayPiece(
  { marks, font, codes }: Piece,
  previous: Piece | undefined,
  lettersOf: (font: PdfValue) => ReadonlyMap<number, string>,
): string {
  const span = marks.find(({ actual }) => actual !== undefined);
  if (span !== undefined) return previous?.marks.includes(span) ? '' : (span.actual ?? '');
  const letters = lettersOf(font);
  return Array.from(
    { length: Math.floor(codes.length / 2) },
    (_, at) => letters.get((codes[2 * at] ?? 0) * 256 + (codes[2 * at + 1] ?? 0)) ?? '',
  ).join('');
}

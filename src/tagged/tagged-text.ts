import { readCodes } from './tagged-codes.ts';
import type { PageContent, Piece } from './tagged-content.ts';
import { bytesOf, look, type PdfValue, textOf } from './tagged-file.ts';
import type { TaggedPdf } from './tagged-pdf.ts';
import type { Element } from './tagged-tree.ts';

/** A stretch of what is said, and in which language. */
interface Said {
  readonly text: string;
  readonly language: string;
}

/** What a screen reader says, in reading order. */
export interface Aloud {
  /** One string for each element with content of its own. Figures are left out. */
  readonly spoken: readonly string[];
  /** By language all that is said in another one than the document's, without white space and labels. */
  readonly foreign: Readonly<Record<string, string>>;
}

/** What a screen reader says: the letters of the codes, or the actual text where there is one, in the nearest language told. */
export function readAloud(pdf: TaggedPdf): Aloud {
  const say = speakerOf(pdf);
  const own = textOf(look(pdf.file, pdf.catalog, 'Lang'));
  const units = pdf.roots.flatMap((root) => listUnits(root, own, pdf));
  const said = units.map(({ element, language }) => ({ tag: element.tag, parts: say(element, language) }));
  const foreign: Record<string, string> = {};
  for (const { text, language } of said.flatMap(({ tag, parts }) => (tag === 'Lbl' ? [] : parts)))
    if (language !== own && /\S/.test(text))
      foreign[language] = (foreign[language] ?? '') + text.replace(/\s+/g, '');
  return { spoken: said.map(({ parts }) => parts.map(({ text }) => text).join('')), foreign };
}

/** The elements that are heard as a unit, with the language in which they stand. */
function listUnits(
  element: Element,
  outer: string,
  pdf: TaggedPdf,
): { element: Element; language: string }[] {
  if (UNIT.test(element.tag)) return [{ element, language: outer }];
  const language = languageOf(element, outer, pdf);
  return element.kids.flatMap((kid) => (kid.kind === 'element' ? listUnits(kid.element, language, pdf) : []));
}

const UNIT = /^(P|H[1-6]|Lbl)$/;

const languageOf = ({ object }: Element, outer: string, { file }: TaggedPdf) =>
  textOf(look(file, object, 'Lang')) || outer;

/** A function that says an element with what is in it, where it stands in a language. */
function speakerOf(pdf: TaggedPdf): (element: Element, outer: string) => Said[] {
  const letters = new Map<PdfValue, ReadonlyMap<number, string>>();
  const lettersOf = (font: PdfValue) => {
    const known = letters.get(font) ?? readCodes(bytesOf(look(pdf.file, font, 'ToUnicode')));
    letters.set(font, known);
    return known;
  };
  const pages = new Map(pdf.pages.map((page) => [page.page, page]));
  const say = (element: Element, outer: string): Said[] => {
    if (element.tag === 'Figure') return [];
    const language = languageOf(element, outer, pdf);
    const actual = textOf(look(pdf.file, element.object, 'ActualText'));
    if (actual !== '') return [{ text: actual, language }];
    return element.kids.flatMap((kid) => {
      if (kid.kind === 'element') return say(kid.element, language);
      return kid.kind === 'content'
        ? [{ text: sayContent(pages.get(kid.page), kid.id, lettersOf), language }]
        : [];
    });
  };
  return say;
}

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

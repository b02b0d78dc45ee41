import type { PaperSize } from './envelope.ts';
import type { Letter } from './letter.ts';
import { setLetter } from './letter-pdf.ts';
import { closeDocument, forgetWritten, openDocument, type PdfDocument, takeWritten } from './pdf-document.ts';
import { drawPages } from './pdf-draw.ts';
import type { FontFiles } from './pdf-faces.ts';
import type { Element } from './pdf-pen.ts';

/** A letter with the fonts that its characters ask for. */
export interface PrintLetter {
  readonly letter: Letter;
  readonly fonts: FontFiles;
}

/** What a print file says about itself; nothing of the letters in it. */
export interface PrintFacts {
  readonly language: string;
  readonly title: string;
  readonly isoDate: string;
}

/**
 * One tagged PDF of many letters, for printing on both sides, piece by piece: each letter is a part of the document and
 * begins on the front of a sheet, and so does what follows a cover. A letter that cannot be drawn is left out. What is
 * written is not kept, but for a few bytes of each element and page, which a PDF lists at its end.
 */
export async function* renderPrintPdf(
  facts: PrintFacts,
  letters: AsyncIterable<PrintLetter>,
): AsyncGenerator<Uint8Array> {
  let open: { readonly document: PdfDocument; readonly root: Element } | undefined;
  for await (const { letter, fonts } of letters) {
    const { value: set } = setLetter(letter, fonts);
    if (set === undefined) continue;
    open ??= openPrint(facts, set.bound.sheet.paper);
    drawPages(open.document, set.faces, { ...set.bound, within: open.root });
    yield takeWritten(open.document);
  }
  if (open === undefined) return;
  open.root.end();
  yield closeDocument(open.document);
}

function openPrint(facts: PrintFacts, paper: PaperSize) {
  const document = openDocument({ ...facts, paper });
  forgetWritten(document);
  const root = document.struct('Document') as Element;
  document.addStructure(root);
  return { document, root };
}

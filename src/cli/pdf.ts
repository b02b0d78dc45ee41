import { readFonts } from '../files/read-fonts.ts';
import type { Result } from '../problem.ts';
import type { Letter } from '../render/letter.ts';
import { renderLetterPdf } from '../render/letter-pdf.ts';
import type { Io } from './io.ts';

/** The letter as PDF bytes. A module of its own, so that other commands do not load the PDF library. */
export async function pdfOf(io: Io, letter: Letter): Promise<Result<Uint8Array>> {
  return renderLetterPdf(letter, await readFonts(io.fontFolder));
}

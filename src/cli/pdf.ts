import type { Message } from '../compose/message.ts';
import { type Attachment, readAttachment } from '../files/read-attachment.ts';
import { openFonts } from '../files/read-fonts.ts';
import type { PictureFile } from '../model/stationery.ts';
import { hasErrors, type Problem, type Result } from '../problem.ts';
import { listFamilies } from '../render/font-families.ts';
import type { Figure, Letter } from '../render/letter.ts';
import { renderLetterPdf } from '../render/letter-pdf.ts';
import { type FontFiles, packFont } from '../render/pdf-faces.ts';
import { loadPicture, MOST_PICTURE_BYTES } from '../render/picture.ts';
import { type PrintFacts, type PrintLetter, renderPrintPdf } from '../render/print-pdf.ts';
import { attachment } from './attachment.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';

/** The letter as PDF bytes. A module of its own, so that other commands do not load the PDF library. */
export async function pdfOf(io: Io, letter: Letter): Promise<Result<Uint8Array>> {
  return renderLetterPdf(letter, await fontsOf(io, letter));
}

/** What the build makes of a font, so that no letter has to. */
export const packOf = (bytes: Uint8Array): Uint8Array | undefined => packFont(bytes);

/** The letters in one PDF for the printer, piece by piece. */
export function printPdf(
  io: Io,
  facts: PrintFacts,
  letters: AsyncIterable<Letter>,
): AsyncGenerator<Uint8Array> {
  return renderPrintPdf(facts, withFonts(io, letters));
}

async function* withFonts(io: Io, letters: AsyncIterable<Letter>): AsyncGenerator<PrintLetter> {
  for await (const letter of letters) yield { letter, fonts: await fontsOf(io, letter) };
}

/** The fonts that the letter's characters ask for. */
function fontsOf(io: Io, letter: Letter): Promise<FontFiles> {
  return once(io, 'fonts', () => openFonts(io.fontFolder))(listFamilies(letter));
}

/** The pictures that go into the message, from the practice's folder; absent where one of them is no good. */
export async function picturesOf(
  io: Io,
  folder: string,
  { parts: { stationery } }: Message,
): Promise<Result<Pick<Letter, 'logo' | 'signature'>>> {
  const [logo, signature] = await Promise.all([
    readFigure(io, folder, stationery?.logo),
    readFigure(io, folder, stationery?.signature),
  ]);
  const problems = [...logo.problems, ...signature.problems];
  const value = {
    ...(logo.figure === undefined ? {} : { logo: logo.figure }),
    ...(signature.figure === undefined ? {} : { signature: signature.figure }),
  };
  return { value: hasErrors(problems) ? undefined : value, problems };
}

/** A picture as the page gets it, without what was written about it; one that is no good as it is. */
export async function readPicture(folder: string, path: string): Promise<Attachment> {
  const read = await readAttachment(folder, path, MOST_PICTURE_BYTES);
  if (read.bytes === undefined) return read;
  const { value, problems } = loadPicture(read.bytes, path);
  return { path, bytes: value?.file ?? read.bytes, problems };
}

interface ReadFigure {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
}

async function readFigure(io: Io, folder: string, from: PictureFile | undefined): Promise<ReadFigure> {
  if (from === undefined) return { problems: [] };
  return once(io, `picture ${folder} ${JSON.stringify(from)}`, () => loadFigure(io, folder, from));
}

async function loadFigure(io: Io, folder: string, from: PictureFile): Promise<ReadFigure> {
  const { path, bytes, problems } = await attachment(io, folder, from.file, MOST_PICTURE_BYTES);
  if (bytes === undefined) return { problems };
  const { value: picture, problems: faults } = loadPicture(bytes, path);
  return picture === undefined
    ? { problems: faults }
    : { figure: { picture, alternative: from.alternative }, problems: faults };
}

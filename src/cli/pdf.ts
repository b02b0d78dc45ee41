import type { Stationery } from '../compose/message.ts';
import { type Attachment, readAttachment } from '../files/read-attachment.ts';
import { openFonts } from '../files/read-fonts.ts';
import { loadPicture, MOST_PICTURE_BYTES, type Picture } from '../picture/picture.ts';
import type { Result } from '../problem.ts';
import { listFamilies } from '../render/font-families.ts';
import type { Letter } from '../render/letter.ts';
import { renderLetterPdf } from '../render/letter-pdf.ts';
import { type FontFiles, packFont } from '../render/pdf-faces.ts';
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

/** A picture as the page gets it, without what was written about it; one that is no good as it is. */
export async function readPicture(folder: string, path: string): Promise<Attachment> {
  const read = await readAttachment(folder, path, MOST_PICTURE_BYTES);
  if (read.bytes === undefined) return read;
  const { value, problems } = loadPicture(read.bytes, path);
  return { path, bytes: value?.file ?? read.bytes, problems };
}

/** The pictures of the stationery by their paths in the practice's folder, each read once. */
export async function readPictures(
  io: Io,
  folder: string,
  { logo, signature }: Pick<Stationery, 'logo' | 'signature'> = {},
): Promise<ReadonlyMap<string, Result<Picture>>> {
  const paths = [logo, signature].flatMap((one) => (one === undefined ? [] : [one.file]));
  const read = paths.map(async (path) => {
    const picture = await once(io, `picture ${folder} ${path}`, () => readInFolder(io, folder, path));
    return [path, picture] as const;
  });
  return new Map(await Promise.all(read));
}

async function readInFolder(io: Io, folder: string, file: string): Promise<Result<Picture>> {
  const { path, bytes, problems } = await attachment(io, folder, file, MOST_PICTURE_BYTES);
  return bytes === undefined ? { value: undefined, problems } : loadPicture(bytes, path);
}

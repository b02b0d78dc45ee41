import type { Message } from '../compose/message.ts';
import { openFonts } from '../files/read-fonts.ts';
import type { PictureFile } from '../model/stationery.ts';
import { hasErrors, type Problem, type Result } from '../problem.ts';
import { listFamilies } from '../render/font-families.ts';
import type { Figure, Letter } from '../render/letter.ts';
import { renderLetterPdf } from '../render/letter-pdf.ts';
import { loadPicture, MOST_PICTURE_BYTES } from '../render/picture.ts';
import { attachment } from './attachment.ts';
import type { Io } from './io.ts';

/** The letter as PDF bytes. A module of its own, so that other commands do not load the PDF library. */
export async function pdfOf(io: Io, letter: Letter): Promise<Result<Uint8Array>> {
  const fonts = await openFonts(io.fontFolder)(listFamilies(letter));
  return renderLetterPdf(letter, fonts);
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

interface ReadFigure {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
}

async function readFigure(io: Io, folder: string, from: PictureFile | undefined): Promise<ReadFigure> {
  if (from === undefined) return { problems: [] };
  const { path, bytes, problems } = await attachment(io, folder, from.file, MOST_PICTURE_BYTES);
  if (bytes === undefined) return { problems };
  const { value: picture, problems: faults } = loadPicture(bytes, path);
  return picture === undefined
    ? { problems: faults }
    : { figure: { picture, alternative: from.alternative }, problems: faults };
}

import type { Message } from '../compose/message.ts';
import { readFonts } from '../files/read-fonts.ts';
import type { PictureFile } from '../model/stationery.ts';
import { hasErrors, type Problem, type Result } from '../problem.ts';
import type { Figure, Letter } from '../render/letter.ts';
import { renderLetterPdf } from '../render/letter-pdf.ts';
import { loadPicture, MOST_PICTURE_BYTES } from '../render/picture.ts';
import type { Io } from './io.ts';
import { attachment, type PageFlags } from './page.ts';

/** The letter as PDF bytes. A module of its own, so that other commands do not load the PDF library. */
export async function pdfOf(
  io: Io,
  letter: Letter,
  { parts }: Message,
  flags: PageFlags,
): Promise<Result<Uint8Array>> {
  const [logo, signature, fonts] = await Promise.all([
    readFigure(io, flags, parts.stationery?.logo),
    readFigure(io, flags, parts.stationery?.signature),
    readFonts(io.fontFolder),
  ]);
  const problems = [...logo.problems, ...signature.problems];
  if (hasErrors(problems)) return { value: undefined, problems };
  const pictures = {
    ...(logo.figure === undefined ? {} : { logo: logo.figure }),
    ...(signature.figure === undefined ? {} : { signature: signature.figure }),
  };
  return renderLetterPdf({ ...letter, ...pictures }, fonts);
}

interface ReadFigure {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
}

async function readFigure(io: Io, flags: PageFlags, from: PictureFile | undefined): Promise<ReadFigure> {
  if (from === undefined) return { problems: [] };
  const { path, bytes, problems } = await attachment(io, flags, from.file, MOST_PICTURE_BYTES);
  if (bytes === undefined) return { problems };
  const { value: picture, problems: faults } = loadPicture(bytes, path);
  return picture === undefined
    ? { problems: faults }
    : { figure: { picture, alternative: from.alternative }, problems: faults };
}

import type { Message } from '../compose/message.ts';
import type { Library } from '../library/library.ts';
import type { EnvelopeName, Paper } from '../model/stationery.ts';
import type { Result } from '../problem.ts';
import type { Format, Letter } from '../render/letter.ts';
import { pageOf } from '../render/page-of.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { placeFrom } from './practice.ts';

/** What a letter is asked to look like, where it is not to look as the practice has it. */
export interface PageFlags {
  readonly paper?: Paper;
  readonly envelope?: EnvelopeName;
  readonly largePrint?: boolean;
}

/** Whose letter it is, and what was asked of it. */
export interface PageRun {
  readonly library: Library;
  /** The practice's folder. */
  readonly folder: string;
  readonly flags: PageFlags;
}

/** The message on its page with the texts, and for a form that shows them the pictures, that go into it. */
export async function makePage(
  io: Io,
  message: Message,
  { library: { enclosures }, folder, flags }: PageRun,
  hasPictures: boolean,
): Promise<Result<Letter>> {
  const pictures = hasPictures
    ? { pictures: await (await loadPdf(io)).readPictures(io, folder, message.parts.stationery) }
    : {};
  const { value, problems } = pageOf(message, { enclosures, ...pictures }, askedOf(flags));
  return { value, problems: placeFrom(io, folder, problems) };
}

/** The part that knows pictures and PDF, loaded when it is asked for. */
export const loadPdf = (io: Io) => once(io, 'the part for PDF', () => import('./pdf.ts'));

const askedOf = ({ paper, envelope, largePrint }: PageFlags): Partial<Format> => ({
  ...(paper === undefined ? {} : { paper }),
  ...(envelope === undefined ? {} : { envelope }),
  ...(largePrint === undefined ? {} : { isLarge: largePrint }),
});

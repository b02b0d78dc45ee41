import type { Message } from '../compose/message.ts';
import { MOST_INSERT_BYTES, readInsert } from '../files/read-insert.ts';
import type { EnvelopeName, Paper } from '../model/stationery.ts';
import type { Result } from '../problem.ts';
import type { Format, Letter } from '../render/letter.ts';
import { letterOf } from '../render/letter-of.ts';
import { attachment } from './attachment.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { findPractice } from './practice.ts';

/** What a letter is asked to look like, where it is not to look as the practice has it. */
export interface PageFlags {
  readonly practice?: string;
  readonly paper?: Paper;
  readonly envelope?: EnvelopeName;
  readonly largePrint?: boolean;
}

/** The message on its page with the texts, and for a form that shows them the pictures, that go into it. */
export async function pageOf(
  io: Io,
  message: Message,
  flags: PageFlags,
  hasPictures: boolean,
): Promise<Result<Letter>> {
  const folder = await findPractice(io, flags.practice);
  const { inserts = [] } = message.parts.stationery ?? {};
  const texts = await Promise.all(
    inserts.map((path) =>
      once(io, `text ${folder} ${path}`, async () =>
        readInsert(await attachment(io, folder, path, MOST_INSERT_BYTES)),
      ),
    ),
  );
  const pictures = hasPictures
    ? await (await import('./pdf.ts')).picturesOf(io, folder, message)
    : { value: {}, problems: [] };
  const problems = [...texts.flatMap((one) => one.problems), ...pictures.problems];
  if (problems.length > 0) return { value: undefined, problems };
  const letter = letterOf(
    message,
    askedOf(flags),
    texts.map(({ insert }) => insert),
  );
  return { value: { ...letter, ...pictures.value }, problems };
}

const askedOf = ({ paper, envelope, largePrint }: PageFlags): Partial<Format> => ({
  ...(paper === undefined ? {} : { paper }),
  ...(envelope === undefined ? {} : { envelope }),
  ...(largePrint === undefined ? {} : { isLarge: largePrint }),
});

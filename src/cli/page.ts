import type { Message } from '../compose/message.ts';
import { decodeText } from '../files/decode.ts';
import type { Attachment } from '../files/read-attachment.ts';
import type { EnvelopeName, Paper } from '../model/stationery.ts';
import type { Problem, Result } from '../problem.ts';
import { insertOf } from '../render/insert.ts';
import type { Format, Insert, Letter } from '../render/letter.ts';
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

const MOST_TEXT_BYTES = 65_536;

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
        readInsert(await attachment(io, folder, path, MOST_TEXT_BYTES)),
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

function readInsert({ path, bytes, problems }: Attachment): {
  readonly insert: Insert;
  readonly problems: readonly Problem[];
} {
  const nothing: Insert = { blocks: [] };
  if (bytes === undefined) return { insert: nothing, problems };
  const { text, problems: faults } = decodeText(bytes, path, MOST_TEXT_BYTES);
  return faults.length > 0 ? { insert: nothing, problems: faults } : insertOf(path, text);
}

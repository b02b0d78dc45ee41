/** A message on its page, with the practice's files that go into it. */
import type { Message } from '../compose/message.ts';
import type { Enclosure } from '../library/enclosures.ts';
import { enclosureId } from '../library/file-names.ts';
import type { PictureFile } from '../model/stationery.ts';
import type { Picture } from '../picture/picture.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import { insertOf } from './insert.ts';
import type { Figure, Format, Letter } from './letter.ts';
import { letterOf } from './letter-of.ts';

/** The practice's files that go into letters. */
export interface PageFiles {
  readonly enclosures: readonly Enclosure[];
  /** By their paths; absent for a form that shows none. */
  readonly pictures?: ReadonlyMap<string, Result<Picture>>;
}

/**
 * The letter with its enclosures and pictures; what was `asked` for goes before what the practice has. Where one of the
 * files is missing or no good, there is no letter but the problems.
 */
export function pageOf(message: Message, files: PageFiles, asked: Partial<Format> = {}): Result<Letter> {
  const { inserts = [], logo, signature } = message.parts.stationery ?? {};
  const texts = inserts.map((path) => enclosed(path, files));
  const [drawnLogo, drawnSignature] = [figureOf(logo, files), figureOf(signature, files)];
  const problems = [...texts, drawnLogo, drawnSignature].flatMap((one) => one.problems);
  if (problems.length > 0) return { value: undefined, problems };
  const letter = letterOf(
    message,
    asked,
    texts.map(({ insert }) => insert),
  );
  return {
    value: {
      ...letter,
      ...(drawnLogo.figure === undefined ? {} : { logo: drawnLogo.figure }),
      ...(drawnSignature.figure === undefined ? {} : { signature: drawnSignature.figure }),
    },
    problems,
  };
}

/** Read once for all letters. */
const INSERTS = new WeakMap<Enclosure, ReturnType<typeof insertOf>>();

function enclosed(path: string, { enclosures }: PageFiles): ReturnType<typeof insertOf> {
  const enclosure = enclosures.find(({ id }) => id === enclosureId(path));
  if (enclosure === undefined) return { insert: { blocks: [] }, problems: [absent(path)] };
  const insert = INSERTS.get(enclosure) ?? insertOf(path, enclosure.text);
  INSERTS.set(enclosure, insert);
  return insert;
}

interface Drawn {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
}

function figureOf(from: PictureFile | undefined, { pictures }: PageFiles): Drawn {
  if (from === undefined || pictures === undefined) return { problems: [] };
  const { value: picture, problems } = pictures.get(from.file) ?? {
    value: undefined,
    problems: [absent(from.file)],
  };
  return picture === undefined
    ? { problems }
    : { figure: { picture, alternative: from.alternative }, problems };
}

const absent = (file: string): Problem =>
  problem(
    'file-unreadable',
    { file, line: 1, column: 1 },
    'this file of the practice could not be read',
    'Check its path in practice.yaml, and who may open it.',
  );

import type { Message } from '../../compose/message.ts';
import { enclosureId } from '../../library/file-names.ts';
import type { PageData } from '../../library/page-data.ts';
import type { PictureFile } from '../../model/stationery.ts';
import { type Problem, problem, type Result } from '../../problem.ts';
import { insertOf } from '../../render/insert.ts';
import type { Figure, Letter } from '../../render/letter.ts';
import { letterOf } from '../../render/letter-of.ts';
import { renderLetterPdf, type SetLetter, setLetter } from '../../render/letter-pdf.ts';
import type { FontFiles } from '../../render/pdf-faces.ts';
import { loadPicture, type Picture } from '../../render/picture.ts';
import { bytesOf } from '../base64.ts';

/** The letter on its paper. A module of its own with all that draws a PDF, loaded when the screen is first shown. */

/** What sets and draws letters with the fonts and the practice's files at hand. */
export interface Press {
  readonly pageOf: (message: Message) => Result<Letter>;
  /** Every line in its place; undefined where a problem says that there can be no page. */
  readonly set: (letter: Letter) => Result<SetLetter>;
  /** The PDF; the same bytes that the command line makes. */
  readonly draw: (letter: Letter) => Result<Uint8Array>;
}

/** The press for these fonts and files. */
export function openPress(fonts: FontFiles, data: PageData): Press {
  const pictures = new Map(
    Object.entries(data.pictures).map(([path, base64]) => [path, loadPicture(bytesOf(base64), path)]),
  );
  const files = { enclosures: data.library.enclosures, pictures };
  return {
    pageOf: (message) => pageOf(message, files),
    set: (letter) => setLetter(letter, fonts),
    draw: (letter) => renderLetterPdf(letter, fonts),
  };
}

/** The practice's files, the pictures read once: a letter is set anew with every letter that is typed. */
interface Files {
  readonly enclosures: PageData['library']['enclosures'];
  readonly pictures: ReadonlyMap<string, Result<Picture>>;
}

/** The message on its page with the texts and pictures that go into it, as the command line has it. */
function pageOf(message: Message, data: Files): Result<Letter> {
  const { inserts = [], logo, signature } = message.parts.stationery ?? {};
  const texts = inserts.map((path) => enclosed(path, data));
  const pictures = [figureOf(logo, data), figureOf(signature, data)] as const;
  const problems = [...texts, ...pictures].flatMap((one) => one.problems);
  if (problems.length > 0) return { value: undefined, problems };
  const letter = letterOf(
    message,
    {},
    texts.map(({ insert }) => insert),
  );
  const [drawnLogo, drawnSignature] = pictures;
  return {
    value: {
      ...letter,
      ...(drawnLogo.figure === undefined ? {} : { logo: drawnLogo.figure }),
      ...(drawnSignature.figure === undefined ? {} : { signature: drawnSignature.figure }),
    },
    problems,
  };
}

function enclosed(path: string, { enclosures }: Files): ReturnType<typeof insertOf> {
  const enclosure = enclosures.find(({ id }) => id === enclosureId(path));
  return enclosure === undefined
    ? { insert: { blocks: [] }, problems: [absent(path)] }
    : insertOf(path, enclosure.text);
}

interface Drawn {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
}

function figureOf(from: PictureFile | undefined, { pictures }: Files): Drawn {
  if (from === undefined) return { problems: [] };
  const read = pictures.get(from.file);
  if (read === undefined) return { problems: [absent(from.file)] };
  const { value: picture, problems } = read;
  return picture === undefined
    ? { problems }
    : { figure: { picture, alternative: from.alternative }, problems };
}

const absent = (file: string): Problem =>
  problem(
    'file-unreadable',
    { file, line: 1, column: 1 },
    'this file did not come with the page',
    'Check its path in practice.yaml, and start the page anew.',
  );

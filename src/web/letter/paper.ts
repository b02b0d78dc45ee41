import type { Message } from '../../compose/message.ts';
import type { PageData } from '../../library/page-data.ts';
import { loadPicture } from '../../picture/picture.ts';
import type { Result } from '../../problem.ts';
import type { Letter } from '../../render/letter.ts';
import { renderLetterPdf, type SetLetter, setLetter } from '../../render/letter-pdf.ts';
import { pageOf } from '../../render/page-of.ts';
import type { FontFiles } from '../../render/pdf-faces.ts';
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

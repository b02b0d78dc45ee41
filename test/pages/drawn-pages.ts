import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { sampleDrawings } from '../picture/sample-drawings.ts';
import { drawingOf, pictureOf } from '../picture/sample-images.ts';
import { makePng } from '../picture/sample-pictures.ts';
import { inter } from '../render/pdf-tools.ts';
import { fullLetter, largeLetter, longLetter, shortLetter } from '../render/sample-letters.ts';
import { exampleLetters } from '../support/example-letters.ts';

/** The letters whose looks are kept as pictures, and how they are drawn: small and grey, for a difference to be seen. */

const KEPT = /closing-letter|^too-busy/;

const drawn = (name: string) => drawingOf(sampleDrawings.find((drawing) => drawing.name === name)?.svg ?? '');

const drawnLetter: Letter = {
  ...shortLetter,
  logo: { picture: drawn('illustrator-classes'), alternative: 'A leaf and hills' },
  signature: { picture: drawn('hand-signature'), alternative: 'Signature of Rosa Delgado-Nguyễn' },
};

export const keptLetters: readonly { readonly name: string; readonly letter: Letter }[] = [
  ...exampleLetters.filter(({ name }) => KEPT.test(name)),
  { name: 'din-with-everything', letter: fullLetter },
  { name: 'drawings', letter: drawnLetter },
  { name: 'large-print-with-cover', letter: largeLetter },
  { name: 'two-pages', letter: longLetter },
];

/** A page as grey pixels, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Every page of the letter, at 50 pixels to the inch. */
export function drawLetter(letter: Letter): Pixels[] {
  const pdf = renderLetterPdf(letter, inter).value ?? new Uint8Array();
  const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
  try {
    execFileSync('pdftoppm', ['-r', '50', '-gray', '-png', '-', join(folder, 'page')], { input: pdf });
    const names = readdirSync(folder).sort();
    return names.map((name) => readPixels(new Uint8Array(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pixels of a PNG in which everything is grey, whether it is stored as grey or as three equal colours. */
export function readPixels(png: Uint8Array): Pixels {
  const { width, height, data } = pictureOf(png);
  const bytes = unzlibSync(data);
  const step = bytes.length / (width * height);
  return { width, height, grey: bytes.filter((_, at) => at % step === 0) };
}

/** A PNG of eight greys, which is a quarter as large. */
export function packPixels({ width, height, grey }: Pixels): Uint8Array {
  const rows = new Uint8Array(height * (width + 1));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      rows[row * (width + 1) + column + 1] = Math.min(0xff, ((grey[row * width + column] ?? 0) + 16) & 0x1e0);
  return makePng({ width, height, type: 0, rows });
}

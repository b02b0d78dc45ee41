import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { mixedLetter } from '../render/mixed-letter.ts';
import { allFonts, inter } from '../render/pdf-tools.ts';
import { keptLetters } from './drawn-pages.ts';

/** The bytes of letters as they were on another machine, with another Node; `npm run golden` writes them down anew. */

const digestOf = ({ letter, fonts }: { letter: Letter; fonts: typeof inter }) =>
  createHash('sha256')
    .update(renderLetterPdf(letter, fonts).value ?? '')
    .digest('hex');

test('a letter has the bytes that were written down', async () => {
  const letters = [
    ...keptLetters.map((kept) => ({ ...kept, fonts: inter })),
    { name: 'every-script', letter: mixedLetter, fonts: allFonts },
  ];
  const lines = letters.map(({ name, ...drawn }) => `${digestOf(drawn)}  ${name}\n`);
  await expect(lines.join('')).toMatchFileSnapshot('bytes.txt');
});

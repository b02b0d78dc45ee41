import { expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { listLetterWords, splitWords } from '../../src/render/letter-words.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { inter } from '../render/pdf-tools.ts';
import { fullLetter } from '../render/sample-letters.ts';
import { exampleLetters } from '../support/example-letters.ts';

/** Every example's letter, as it is and with everything on it, keeps the rules and reads aloud as it is written. */

async function check(letter: Letter) {
  const { faults, spoken } = checkTagged(
    await parsePdf(renderLetterPdf(letter, inter).value ?? new Uint8Array()),
  );
  return { faults, words: splitWords(spoken.join(' ')) };
}

const { delivery = '', logo, signature, notations, inserts, pageNumber = '' } = fullLetter;
const dressed = (letter: Letter, isLarge: boolean): Letter => ({
  ...letter,
  ...(logo === undefined || signature === undefined ? {} : { logo, signature }),
  delivery,
  notations,
  inserts,
  pageNumber,
  format: isLarge ? { ...letter.format, isLarge } : { paper: 'a4', envelope: 'din-5008-b', isLarge },
});

test('the examples make letters of every kind', () => {
  expect(exampleLetters.length).toBeGreaterThan(40);
});

test.each(exampleLetters)('$name', async ({ letter }) => {
  expect(await check(letter)).toEqual({ faults: [], words: listLetterWords(letter) });
});

test.each(exampleLetters.filter((_, index) => index % 4 === 0))(
  '$name with everything on it',
  async ({ letter }) => {
    const full = dressed(letter, false);
    expect(await check(full)).toEqual({ faults: [], words: listLetterWords(full) });
  },
);

test.each(exampleLetters.filter((_, index) => index % 4 === 2))(
  '$name in large print',
  async ({ letter }) => {
    const full = dressed(letter, true);
    expect(await check(full)).toEqual({ faults: [], words: listLetterWords(full) });
  },
);

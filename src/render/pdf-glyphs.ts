import { type Problem, problem } from '../problem.ts';
import { listTexts, WORDING } from './font-families.ts';
import type { Letter } from './letter.ts';
import type { Faces } from './pdf-faces.ts';

/**
 * One problem for each field or part of the letter that has a character which a face lacks, in reading order. It
 * names the first such character by its code point and never more, as all of them together would be the value.
 */
export function checkGlyphs(letter: Letter, faces: Faces): Problem[] {
  const missing = new Map<string, number>();
  for (const { name, text } of listTexts(letter)) {
    const codePoint = findMissing(text, faces);
    if (codePoint !== undefined && !missing.has(name)) missing.set(name, codePoint);
  }
  return [...missing].map(([name, codePoint]) => describe(name, codePoint));
}

function findMissing(text: string, faces: Faces): number | undefined {
  return Array.from(text.replace(/[ \t\r\n\u2028\u2029]/g, ''))
    .map((character) => character.codePointAt(0) ?? 0)
    .find(
      (codePoint) => isControl(codePoint) || !faces.regular.has(codePoint) || !faces.semibold.has(codePoint),
    );
}

const isControl = (codePoint: number) => codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);

function describe(name: string, codePoint: number): Problem {
  const character = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return problem(
    'letter-glyph-missing',
    { file: 'letter', line: 1, column: 1 },
    name === WORDING
      ? `the wording of the letter has a character (${character}) that no font of the PDF has`
      : `"${name}" has a character (${character}) that no font of the PDF has`,
    'Write it in Latin, Greek or Cyrillic letters without emoji, or send the letter in another form.',
  );
}

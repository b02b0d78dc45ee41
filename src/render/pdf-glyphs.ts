import { type Problem, problem } from '../problem.ts';
import { FAMILIES, listTexts, WORDING } from './font-families.ts';
import type { Letter } from './letter.ts';
import { findUncovered } from './pdf-coverage.ts';
import type { Faces } from './pdf-faces.ts';

/**
 * One problem for each field or part of the letter that has a character which no face has, in reading order. It
 * names the first such character by its code point and never more, as all of them together would be the value.
 */
export function checkGlyphs(letter: Letter, faces: Faces): Problem[] {
  const missing = new Map<string, number>();
  for (const { name, text } of listTexts(letter)) {
    const codePoint = findUncovered(text, faces);
    if (codePoint !== undefined && !missing.has(name)) missing.set(name, codePoint);
  }
  return [...missing].map(([name, codePoint]) => describe(name, codePoint, faces));
}

function describe(name: string, codePoint: number, faces: Faces): Problem {
  const character = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const family = FAMILIES.find(({ characters }) => characters.test(String.fromCodePoint(codePoint)));
  return problem(
    'letter-glyph-missing',
    { file: 'letter', line: 1, column: 1 },
    name === WORDING
      ? `the wording of the letter has a character (${character}) that no font of the PDF has`
      : `"${name}" has a character (${character}) that no font of the PDF has`,
    family?.isOptional && faces.others?.[family.name] === undefined
      ? `Run npm install ${family.package} where closewell is installed, or send the letter in another form.`
      : 'Write it in other letters, or send the letter in another form.',
  );
}

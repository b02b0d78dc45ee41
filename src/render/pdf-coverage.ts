import { FAMILIES, type FamilyName, PLAIN } from './font-families.ts';
import type { Face, FaceName, Faces } from './pdf-faces.ts';
import { isEmoji, isIgnorable, listUnits } from './text-units.ts';

/** One face of a letter: a weight of Inter, or of another family. */
export interface FaceKey {
  readonly face: FaceName;
  readonly family?: FamilyName;
}

/** The face; Inter's where the family was not loaded. */
export function faceOf(faces: Faces, { face, family }: FaceKey): Face {
  return (family === undefined ? faces : (faces.others?.[family] ?? faces))[face];
}

/** The first face of a weight that can draw a whole unit of text: Inter's, unless it is a picture. */
export function findFace(unit: string, faces: Faces, face: FaceName): FaceKey | undefined {
  const inter: FaceKey = { face };
  const isDrawn = (key: FaceKey) => missingIn(unit, faceOf(faces, key)) === undefined;
  if (!isEmoji(unit) && isDrawn(inter)) return inter;
  const others = FAMILIES.filter(
    ({ name, characters }) => faces.others?.[name] !== undefined && characters.test(unit),
  );
  return [...others.map(({ name }): FaceKey => ({ face, family: name })), inter].find(isDrawn);
}

/** The first character of the text for which a weight has no face; one that needs no font is never missing. */
export function findUncovered(text: string, faces: Faces): number | undefined {
  if (PLAIN.test(text)) return undefined;
  return uncoveredIn(text, faces, 'regular') ?? uncoveredIn(text, faces, 'semibold');
}

function uncoveredIn(text: string, faces: Faces, face: FaceName): number | undefined {
  const unit = listUnits(text.replace(SPACES, ' ').replace(BETWEEN, '')).find(
    (one) => CONTROL.test(one) || findFace(one, faces, face) === undefined,
  );
  if (unit === undefined) return undefined;
  return missingIn(unit, faces[face]) ?? unit.codePointAt(0);
}

/** All of ASCII but what stands right before another character: a mark or a sign may belong to it. */
const BETWEEN = /[\x20-\x7e]+(?=[\x20-\x7e]|$)/g;
const SPACES = /[\t\r\n\u2028\u2029]/g;
const CONTROL = /[\p{Cc}]/u;

function missingIn(unit: string, face: Face): number | undefined {
  return Array.from(unit, (character) => character.codePointAt(0) ?? 0).find(
    (codePoint) => !isIgnorable(codePoint) && !face.has(codePoint),
  );
}

import type { Letter } from './letter.ts';
import { headingLevels } from './letter-html.ts';
import { type Desk, type Spot, setBlocks } from './pdf-blocks.ts';
import type { Run } from './pdf-break.ts';
import type { Faces } from './pdf-faces.ts';
import { type Form, keepAll, type Line, type Node, setLines } from './pdf-line.ts';
import { ADDRESS_FORMS, COLUMN, GAP, HEIGHT, SIZE, WINDOW } from './pdf-measures.ts';

/**
 * All lines of a letter in the order of the plain text. The close and everything after it stay on one page, together
 * with the end of the body.
 */
export function listPartLines(letter: Letter, faces: Faces): Line[] {
  const root: Node = { tag: 'Document' };
  const desk: Desk = { faces, levels: headingLevels(letter) };
  const spot = (gap: number): Spot => ({ parent: root, x: 0, width: COLUMN.width, gap });
  const [closing, ...signature] = letter.close;
  return [
    ...setLetterhead(letter.letterhead, root, faces),
    ...setAddressee(letter.addressee, root, faces),
    ...setDate(letter, { ...spot(GAP.date), node: { tag: 'P', parent: root } }, faces),
    ...setSubject(letter.subject, { ...spot(GAP.subject), node: { tag: 'H1', parent: root } }, faces),
    ...setBlocks(letter.body, spot(GAP.body), desk),
    ...keepAll(setBlocks(closing === undefined ? [] : [closing], spot(GAP.close), desk)),
    ...keepAll(setBlocks(signature, spot(GAP.signature), desk)),
  ];
}

/** Lines that belong together as one paragraph. */
function rows(lines: readonly string[], face: Run['face']): Run[] {
  return lines.flatMap((text) => [
    { face, text: '', isBreak: true },
    { face, text },
  ]);
}

function setLetterhead([name, ...rest]: readonly string[], root: Node, faces: Faces): Line[] {
  if (name === undefined) return [];
  const form = { x: 0, width: WINDOW.width, gap: 0, least: WINDOW.sender };
  const large: Form = { ...form, node: { tag: 'P', parent: root }, size: SIZE.name, height: HEIGHT.name };
  const small: Form = {
    ...form,
    node: { tag: 'P', parent: root },
    size: SIZE.letterhead,
    height: HEIGHT.letterhead,
  };
  return [
    ...setLines(rows([name], 'semibold'), large, faces),
    ...setLines(rows(rest, 'regular'), small, faces),
  ];
}

function setAddressee(lines: readonly string[], root: Node, faces: Faces): Line[] {
  const node: Node = { tag: 'P', parent: root };
  const forms = ADDRESS_FORMS.map((form) => ({
    ...form,
    node,
    x: 0,
    width: WINDOW.width,
    gap: GAP.body,
    least: WINDOW.top,
  }));
  const settings = forms.map((form) => setLines(rows(lines, 'regular'), form, faces));
  return settings.find((setting) => heightOf(setting) <= WINDOW.height) ?? settings.at(-1) ?? [];
}

const heightOf = (lines: readonly Line[]) => lines.reduce((height, line) => height + line.height, 0);

function setDate({ date, addressee }: Letter, form: Form, faces: Faces): Line[] {
  const below = addressee.length === 0 ? {} : { least: WINDOW.below };
  return setLines(rows([date], 'regular'), { ...form, ...below }, faces);
}

function setSubject(subject: string | undefined, form: Form, faces: Faces): Line[] {
  return setLines(rows(subject === undefined ? [] : [subject], 'semibold'), form, faces);
}

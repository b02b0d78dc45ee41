import type { Insert, Letter } from './letter.ts';
import { headingLevels } from './letter-html.ts';
import { type Desk, type Spot, setBlocks } from './pdf-blocks.ts';
import type { Faces } from './pdf-faces.ts';
import { setFigure } from './pdf-figure.ts';
import { type Form, keepAll, type Line, type Node, setRows } from './pdf-line.ts';
import { PICTURE, type Sheet } from './pdf-measures.ts';
import { belowPanel, type Folded, setPanel } from './pdf-panel.ts';

/**
 * All lines of a letter in the order of the plain text. The close and everything after it stay on one page, together
 * with the end of the body. Texts that go along begin pages of their own.
 */
export function listPartLines(letter: Letter, sheet: Sheet, faces: Faces): Line[] {
  const root: Node = { tag: 'Document' };
  const desk: Desk = { faces, style: sheet.style, levels: headingLevels(letter) };
  const { gap } = sheet.style;
  const spot = spotOn(sheet, root);
  const panel = isFolded(sheet)
    ? setPanel(letter, { sheet, faces, root })
    : setTop(letter, sheet, faces, root);
  const text = [
    ...setSubject(letter.subject, { sheet, faces, root }),
    ...setBlocks(letter.body, spot(gap.body), desk),
    ...keepAll(setClose(letter, { sheet, faces, root }, desk)),
  ];
  return [
    ...panel,
    ...(isFolded(sheet) ? notAbove(text, belowPanel(panel, sheet.view)) : text),
    ...letter.inserts.flatMap((insert) => setInsert(insert, spot(0), desk)),
  ];
}

/** The sender and the addressee alone, for a page that only the post reads. */
export function listCoverLines(letter: Letter, sheet: Folded, faces: Faces): Line[] {
  const { delivery: _, ...bare } = letter;
  return setPanel({ ...bare, date: '' }, { sheet, faces, root: { tag: 'Document' } });
}

/** Whether the page is folded behind the windows of an envelope. */
export const isFolded = (sheet: Sheet): sheet is Folded => sheet.view !== undefined;

interface Place {
  readonly sheet: Sheet;
  readonly faces: Faces;
  readonly root: Node;
}

const spotOn =
  ({ column }: Sheet, parent: Node) =>
  (gap: number): Spot => ({ parent, x: column.left, width: column.width, gap });

const notAbove = ([first, ...rest]: readonly Line[], least: number): Line[] =>
  first === undefined ? [] : [{ ...first, least }, ...rest];

/** The same parts one below the other, where nothing is folded or everything is large. */
function setTop(letter: Letter, sheet: Sheet, faces: Faces, root: Node): Line[] {
  const { style, column } = sheet;
  const place = { sheet, faces, root };
  const [name, ...rest] = letter.letterhead;
  const room = { ...PICTURE.logo, gap: style.gap.part };
  return [
    ...(letter.logo === undefined ? [] : [setFigure(letter.logo, room, { x: column.left }, root)]),
    ...setPart(name === undefined ? [] : [name], 'name', style.gap.part, place),
    ...setPart(rest, 'letterhead', 0, place),
    ...setPart(letter.addressee, 'text', style.gap.part, place),
    ...setPart(letter.date === '' ? [] : [letter.date], 'text', style.gap.part, place),
    ...setPart(letter.delivery === undefined ? [] : [letter.delivery], 'text', 0, place),
  ];
}

function setPart(
  rows: readonly string[],
  type: 'name' | 'letterhead' | 'text',
  gap: number,
  place: Place,
): Line[] {
  return setRows(rows, type === 'name' ? 'semibold' : 'regular', formOf(type, gap, place), place.faces);
}

function formOf(type: 'name' | 'letterhead' | 'text', gap: number, { sheet, root }: Place): Form {
  const { style, column } = sheet;
  const node: Node = { tag: 'P', parent: root };
  return {
    node,
    x: column.left,
    width: column.width,
    gap,
    size: style.size[type],
    height: style.height[type],
  };
}

function setSubject(subject: string | undefined, place: Place): Line[] {
  const form = {
    ...formOf('text', place.sheet.style.gap.subject, place),
    node: { tag: 'H1', parent: place.root },
  };
  return keepNext(setRows(subject === undefined ? [] : [subject], 'semibold', form, place.faces));
}

/** A subject of several lines is not parted. */
const keepNext = ([first, ...rest]: readonly Line[]): Line[] =>
  first === undefined ? [] : [first, ...keepAll(rest)];

/** The sign-off with room for a signature or its picture, then what is enclosed and who gets a copy. */
function setClose(letter: Letter, place: Place, desk: Desk): Line[] {
  const { gap } = place.sheet.style;
  const spot = spotOn(place.sheet, place.root);
  const [closing, ...signature] = letter.close;
  const { signature: figure } = letter;
  const drawn =
    figure === undefined
      ? []
      : [
          setFigure(
            figure,
            { ...PICTURE.signature, gap: gap.item * 2 },
            { x: place.sheet.column.left },
            place.root,
          ),
        ];
  return [
    ...setBlocks(closing === undefined ? [] : [closing], spot(gap.close), desk),
    ...drawn,
    ...setBlocks(signature, spot(figure === undefined ? gap.signature : gap.item * 2), desk),
    ...setPart(letter.notations, 'text', gap.notations, place),
  ];
}

function setInsert({ blocks, language }: Insert, place: Spot, desk: Desk): Line[] {
  const spot = language === undefined ? place : { ...place, language };
  const [first, ...rest] = setBlocks(blocks, spot, desk);
  return first === undefined ? [] : [{ ...first, startsPage: true }, ...rest];
}

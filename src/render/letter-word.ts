import type { Block } from '../language/document.ts';
import type { Figure, Letter } from './letter.ts';
import { headingLevels } from './letter-html.ts';
import { hasCover, type Place, placesOf } from './panel-places.ts';
import { ADDRESS_FORMS, PICTURE, type Sheet, sheetOf, sizeOf, snugly } from './pdf-measures.ts';
import { typeset } from './typeset.ts';
import { listParagraphs, type Setting, type WordParagraph } from './word-blocks.ts';

/** Pages of one form. */
export interface WordSection {
  readonly sheet: Sheet;
  readonly paragraphs: readonly WordParagraph[];
}

/** The letter as a word processor has it: first the cover, if there is one. Page numbers count within a section. */
export interface WordDocument {
  readonly letter: Letter;
  readonly sections: readonly WordSection[];
}

/**
 * The letter for a word processor: the words and marks of print, the paper, the address in the place it has in the PDF.
 * Which line ends where is left to the fonts of that computer.
 */
export function wordOf(typed: Letter): WordDocument {
  const letter = typeset(typed);
  const isPosted = letter.addressee.length > 0;
  const sheet = snugly(sheetOf(letter.format, isPosted));
  const cover = hasCover(letter) ? sheetOf({ ...letter.format, isLarge: false }, isPosted) : undefined;
  const paragraphs = [
    ...(sheet.view === undefined ? setTop(letter, sheet) : setPanel(letter, sheet)),
    ...setText(letter, sheet),
  ];
  const covers = cover === undefined ? [] : [{ sheet: cover, paragraphs: setSender(letter, cover) }];
  return { letter, sections: [...covers, { sheet, paragraphs }] };
}

interface Form {
  readonly size?: number;
  readonly height?: number;
  readonly isBold?: boolean;
  readonly place?: Place;
}

/** Lines of one paragraph; none where there are no words. */
function setRows(rows: readonly string[], before: number, form: Form = {}): WordParagraph[] {
  const { size, isBold, height, place } = form;
  const run = { ...(size === undefined ? {} : { size }), ...(isBold === undefined ? {} : { isBold }) };
  if (rows.every((row) => row === '')) return [];
  const runs = rows.map((text, index) => ({ text, ...run, ...(index === 0 ? {} : { isBreak: true }) }));
  return [
    { runs, before, ...(height === undefined ? {} : { height }), ...(place === undefined ? {} : { place }) },
  ];
}

function setFigure(figure: Figure, room: typeof PICTURE.logo): WordParagraph {
  return { runs: [], before: 0, figure: { figure, ...sizeOf(figure.picture, room) } };
}

/** Sender and addressee, in their places. */
function setSender(letter: Letter, sheet: Sheet): WordParagraph[] {
  const { sender, address, letterhead, addressee } = placesOf(letter, sheet);
  const [name = '', ...rest] = letter.letterhead;
  const below = { ...letterhead, top: letterhead.top + sender.name.height };
  return [
    ...(letter.logo === undefined ? [] : [setLogo(letter.logo, letterhead.top, sheet)]),
    ...setRows([name], 0, { ...sender.name, isBold: true, place: letterhead }),
    ...setRows(rest, 0, { ...sender.lines, place: below }),
    ...setRows(letter.addressee, 0, { ...address, place: addressee }),
  ];
}

/** At the right margin. */
function setLogo(logo: Figure, top: number, { column }: Sheet): WordParagraph {
  const { width } = sizeOf(logo.picture, PICTURE.logo);
  return { ...setFigure(logo, PICTURE.logo), place: { left: column.right - width, top, width } };
}

/** What stands above the first fold. */
function setPanel(letter: Letter, sheet: Sheet): WordParagraph[] {
  const { date, delivery } = placesOf(letter, sheet);
  const [usual] = ADDRESS_FORMS;
  return [
    ...setSender(letter, sheet),
    ...setRows([letter.date], 0, { ...usual, place: date }),
    ...setRows([letter.delivery ?? ''], 0, { ...usual, place: delivery }),
  ];
}

/** The same parts one below the other. */
function setTop(
  { logo, letterhead, addressee, date, delivery = '' }: Letter,
  { style }: Sheet,
): WordParagraph[] {
  const { size, gap } = style;
  const [name = '', ...rest] = letterhead;
  return [
    ...(logo === undefined ? [] : [setFigure(logo, PICTURE.logo)]),
    ...setRows([name], gap.part, { size: size.name, isBold: true }),
    ...setRows(rest, 0, { size: size.letterhead }),
    ...setRows(addressee, gap.part),
    ...setRows([date], gap.part),
    ...setRows([delivery], 0),
  ];
}

/** Subject, body, sign-off and what follows; on a folded sheet the first line stands below the fold. */
function setText(letter: Letter, sheet: Sheet): WordParagraph[] {
  const { style, view, column } = sheet;
  const { gap } = style;
  const setting: Setting = { style, levels: headingLevels(letter), lists: listLists(letter) };
  const start = view === undefined ? gap.subject : placesOf(letter, sheet).below - column.top;
  const { subject, signature: drawn, notations, inserts } = letter;
  const [closing, ...signature] = letter.close;
  return [
    ...setRows([subject ?? ''], start, { isBold: true }).map((one) => ({ ...one, heading: 1 })),
    ...listParagraphs(letter.body, subject === undefined ? start : gap.body, setting),
    ...listParagraphs(closing === undefined ? [] : [closing], gap.close, setting).map(keep),
    ...(drawn === undefined ? [] : [keep(setFigure(drawn, PICTURE.signature))]),
    ...listParagraphs(signature, drawn === undefined ? gap.signature : gap.item * 2, setting),
    ...setRows(notations, gap.notations),
    ...inserts.flatMap(({ blocks, language }) =>
      listParagraphs(blocks, 0, language === undefined ? setting : { ...setting, language }).map(
        (one, index) => (index === 0 ? { ...one, startsPage: true } : one),
      ),
    ),
  ];
}

const keep = (paragraph: WordParagraph): WordParagraph => ({ ...paragraph, isKept: true });

function listLists({ body, close, inserts }: Letter): Block[] {
  const within = (block: Block): Block[] =>
    block.kind === 'list' ? [block, ...block.items.flat().flatMap(within)] : [];
  return [...body, ...close, ...inserts.flatMap(({ blocks }) => blocks)].flatMap(within);
}

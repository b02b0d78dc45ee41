/**
 * The print style of a letter's HTML: the page of the PDF, so that it goes into the same envelope. Nobody knows the fonts
 * of the computer that prints it, so that what depends on widths is left to it; space is as tight as the PDF's tightest.
 */
import type { Letter } from './letter.ts';
import { hasCover, type Place, placesOf } from './panel-places.ts';
import { ADDRESS_FORMS, type Sheet, sheetOf, snugly } from './pdf-measures.ts';

/** The style for print alone. */
export function printStyle(letter: Letter): string {
  const { format, addressee } = letter;
  const isPosted = addressee.length > 0;
  const usual = sheetOf(format, isPosted);
  const sheet = snugly(usual);
  if (!hasCover(letter)) {
    const top =
      sheet.view === undefined ? flowRules(sheet, sheet.column.top) : placedRules(letter, sheet, '.panel');
    return print(sheet, usual, top);
  }
  const cover = sheetOf({ ...format, isLarge: false }, isPosted);
  const rules = [COVER, placedRules(letter, cover, '.cover'), flowRules(sheet, 0)];
  return print(sheet, cover, rules.join('\n'));
}

const COVER = '.cover { display: block; break-after: page }';

const print = (sheet: Sheet, first: Sheet, top: string) =>
  [
    pageRules(sheet),
    '@media print {',
    textRules(sheet, first.style.gap.body),
    markRules(first),
    top,
    '}',
  ].join('\n');

const points = (length: number) => `${Math.round(length * 100) / 100}pt`;

/**
 * The first page has no margin at its top: what stands there is placed from the edge of the paper. Nor has any at its
 * left, where browsers would cut off the fold mark.
 */
function pageRules({ paper, column }: Sheet): string {
  const margin = [column.top, paper.width - column.right, paper.height - column.bottom, 0]
    .map(points)
    .join(' ');
  return `@page { size: ${points(paper.width)} ${points(paper.height)}; margin: ${margin} }
@page :first { margin-top: 0 }`;
}

function textRules({ style, column }: Sheet, body: number): string {
  const { size, height, gap, indent } = style;
  return `main { position: relative; max-width: none; margin: 0; padding: 0 0 0 ${points(column.left)} }
body { font-size: ${points(size.text)}; line-height: ${points(height.text)} }
main > *, .insert > * { max-width: ${points(column.width)} }
main > .panel, main > .cover { max-width: none }
p, ul, ol { margin: ${points(gap.paragraph)} 0 0 } ul, ol { margin-top: ${points(gap.beforeList)}; padding-left: ${points(indent)} }
li { margin-top: ${points(gap.item)} } li > *, li:first-child, .panel > *, .insert > :first-child { margin-top: 0 }
h1, h2, h3, h4, h5, h6 { font-size: 1em; margin: ${points(gap.heading)} 0 0 } h1 { margin-top: ${points(gap.subject)} }
:is(h2, h3, h4, h5, h6) + * { margin-top: ${points(gap.afterHeading)} } h1 + * { margin-top: ${points(body)} }
.panel + * { margin-top: 0 } .close { margin-top: ${points(gap.close)} } .close > :first-child { margin-top: 0 }
.signature { margin-top: ${points(gap.signature)} } .signature.drawn { margin-top: ${points(gap.item * 2)} }
.notations { margin-top: ${points(gap.notations)} } .insert { margin-top: 0 }
.address { display: inline } a { text-decoration: none }`;
}

/** The marks of the first page. */
function markRules({ style: { size, markBaseline } }: Sheet): string {
  const top = points(markBaseline - size.mark);
  return `.marks { position: absolute; top: ${top}; right: 0; margin: 0; font-size: ${points(size.mark)}; line-height: 1.2 }`;
}

/** Everything one below the other. */
function flowRules({ style }: Sheet, top: number): string {
  const { size, height, gap } = style;
  return `main { padding-top: ${points(top)} } .panel > * { margin-top: ${points(gap.part)} }
.letterhead { font-size: ${points(size.letterhead)}; line-height: ${points(height.letterhead)} }
.letterhead strong { font-size: ${points(size.name)}; line-height: ${points(height.name)} }
.panel > :first-child, .date + .delivery { margin-top: 0 } .panel + * { margin-top: ${points(gap.subject)} }`;
}

/** What stands above the first fold, each in its place. */
function placedRules(letter: Letter, sheet: Sheet, scope: '.panel' | '.cover'): string {
  const { sender, address, letterhead, addressee, date, delivery, foldMark, below } = placesOf(letter, sheet);
  const { left } = sheet.column;
  const place = (name: string, at: Place) =>
    `${scope} .${name} { top: ${points(at.top)}; left: ${points(at.left - left)}; width: ${points(at.width)}`;
  const [usual] = ADDRESS_FORMS;
  return `${scope} { position: relative; height: ${points(below)} } ${scope} > * { position: absolute; margin: 0 }
${scope} .logo { top: ${points(letterhead.top)}; right: 0 }
${place('letterhead', letterhead)}; ${typeOf(sender.lines)} }
${scope} .letterhead strong { display: block; ${typeOf(sender.name)} } ${scope} .letterhead strong + br { display: none }
${place('addressee', addressee)}; ${typeOf(address)} }
${place('date', date)}; ${typeOf(usual)} }
${place('delivery', delivery)}; ${typeOf(usual)} }
${foldMark === undefined ? '' : `${scope} .fold { display: block; top: ${points(foldMark)}; left: ${points(18 - left)}; width: 12pt; border-top: .5pt solid #595959 }`}`;
}

const typeOf = ({ size, height }: { readonly size: number; readonly height: number }) =>
  `font-size: ${points(size)}; line-height: ${points(height)}`;

import type { Block } from '../language/document.ts';
import { escapeHtml, renderBlocks } from './html-blocks.ts';
import { printStyle } from './html-print.ts';
import type { Figure, Insert, Letter } from './letter.ts';
import { hasCover } from './panel-places.ts';
import { PICTURE, sheetOf, sizeOf } from './pdf-measures.ts';

/**
 * The letter as one HTML file that needs nothing else: style and pictures inside, no script, no outside resource, every
 * value escaped and isolated with `<bdi>`. It prints on the page of the PDF, for the same envelope.
 */
export function renderLetterHtml(letter: Letter): string {
  const levels = headingLevels(letter);
  const blocks = (all: readonly Block[], language = letter.language) =>
    renderBlocks(all, { language, levels });
  const { marks, subject, body, notations, inserts } = letter;
  const parts = [
    marks.length === 0 ? '' : `<p class="marks">${marks.map(escapeHtml).join(' · ')}</p>`,
    hasCover(letter)
      ? `<div class="cover" aria-hidden="true">\n${listSenderParts(letter).join('\n')}\n</div>`
      : '',
    renderPanel(letter),
    subject === undefined ? '' : `<h1>${escapeHtml(subject)}</h1>`,
    blocks(body),
    renderClose(letter, blocks),
    notations.length === 0 ? '' : `<p class="notations">${renderLines(notations)}</p>`,
    ...inserts.map(
      (insert) =>
        `<section class="insert"${languageOf(insert)}>\n${blocks(insert.blocks, insert.language)}\n</section>`,
    ),
  ];
  return page(letter, parts.filter((part) => part !== '').join('\n'));
}

function renderPanel(letter: Letter): string {
  const { date, delivery } = letter;
  const parts = [
    ...listSenderParts(letter),
    ...(date === '' ? [] : [`<p class="date">${escapeHtml(date)}</p>`]),
    ...(delivery === undefined ? [] : [`<p class="delivery">${escapeHtml(delivery)}</p>`]),
  ];
  return parts.length === 0 ? '' : `<div class="panel">\n${parts.join('\n')}\n</div>`;
}

/** Sender and addressee, which a cover has as well. */
function listSenderParts({ logo, letterhead, addressee }: Letter): string[] {
  const [name, ...rest] = letterhead;
  const lines = name === undefined ? [] : [`<strong>${escapeHtml(name)}</strong>`, ...rest.map(escapeHtml)];
  return [
    ...(logo === undefined ? [] : [`<p class="logo">${renderFigure(logo, PICTURE.logo)}</p>`]),
    ...(lines.length === 0 ? [] : [`<p class="letterhead">${lines.join('<br>\n')}</p>`]),
    ...(addressee.length === 0 ? [] : [`<p class="addressee">${renderLines(addressee)}</p>`]),
    ...(addressee.length === 0 ? [] : ['<div class="fold" aria-hidden="true"></div>']),
  ];
}

const renderLines = (lines: readonly string[]) =>
  lines.map((line) => `<bdi>${escapeHtml(line)}</bdi>`).join('<br>\n');

function renderFigure(figure: Figure, room: Parameters<typeof sizeOf>[1]): string {
  const { width, height } = sizeOf(figure.picture, room);
  const { media, file } = figure.picture;
  const data = btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
  const style = `width: ${width.toFixed(1)}pt; height: ${height.toFixed(1)}pt`;
  return `<img src="data:${media};base64,${data}" alt="${escapeHtml(figure.alternative)}" style="${style}">`;
}

/** The sign-off with room for a signature or its picture. */
function renderClose({ close, signature }: Letter, blocks: (all: readonly Block[]) => string): string {
  const [closing, ...rest] = close;
  if (closing === undefined) return '';
  const drawn =
    signature === undefined ? '' : `<p class="drawing">${renderFigure(signature, PICTURE.signature)}</p>\n`;
  const name =
    rest.length === 0
      ? ''
      : `<div class="signature${drawn === '' ? '' : ' drawn'}">\n${blocks(rest)}\n</div>\n`;
  return `<div class="close">\n${blocks([closing])}\n${drawn}${name}</div>`;
}

const languageOf = ({ language }: Insert) =>
  language === undefined ? '' : ` lang="${escapeHtml(language)}" dir="auto"`;

/**
 * The level of every heading block: the subject is level 1 where there is one, and no level is skipped on the way
 * down, whatever depths the wording uses.
 */
export function headingLevels(letter: Letter): ReadonlyMap<Block, number> {
  const levels = new Map<Block, number>();
  const above = letter.subject === undefined ? 0 : 1;
  let previous = above;
  for (const block of [
    ...letter.body,
    ...letter.close,
    ...letter.inserts.flatMap((insert) => insert.blocks),
  ].flatMap(withNested)) {
    if (block.kind !== 'heading') continue;
    previous = Math.min(block.depth + above, previous + 1, 6);
    levels.set(block, previous);
  }
  return levels;
}

function withNested(block: Block): Block[] {
  return block.kind === 'list' ? block.items.flat().flatMap(withNested) : [block];
}

const STYLE = `
body { margin: 0; background: #fff; color: #111; font: 11pt/1.4 Inter, "Segoe UI", Helvetica, Arial, sans-serif }
main { max-width: 5.75in; margin: 1in auto; padding: 0 1rem; overflow-wrap: anywhere }
p, ul, ol, h1, h2, h3, h4, h5, h6 { margin: 0 0 .7em; text-align: left }
h1, h2, h3, h4, h5, h6 { font-size: 1em; font-weight: 600; margin-top: 1.2em; break-after: avoid }
ul, ol { padding-left: 1.6em } li > p, li > ul, li > ol { margin-bottom: .25em }
p { orphans: 2; widows: 2 } a { color: inherit }
.marks { color: #595959; font-weight: 600; text-align: right }
.letterhead { font-size: .85em } .letterhead strong { font-size: 1.3em }
.addressee, .date { margin-top: 1.8em } .close { break-inside: avoid } .signature { margin-top: 4.2em }
.notations { margin-top: 1.5em } .insert { break-before: page; margin-top: 3em } .signature p { margin-bottom: 0 } .address { display: none }
.cover, .fold { display: none } .signature.drawn { margin-top: .5em } img { max-width: 100% }
`;

/** 18 points, with a blank line between paragraphs. */
const LARGE = `body { font-size: 18pt; line-height: 1.5 } main { max-width: 6in }
p, ul, ol, h1, h2, h3, h4, h5, h6 { margin-bottom: 1em } .letterhead { font-size: 1em }
`;

/** On every printed page but the first: the marks at the top, and at the bottom the number, unless a cover is counted. */
function marginRules(letter: Letter): string {
  const { marks, pageNumber = '', format } = letter;
  const { size } = sheetOf(format, false).style;
  const number = pageNumber
    .split(/(\{pages?\})/)
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : quote(part),
    );
  const box = (name: string, content: string, type: string) =>
    `@${name} { content: ${content}; font: ${type} Inter, sans-serif; color: #595959 }`;
  return `@page { ${box('top-right', quote(marks.join(' · ')), `600 ${size.mark}pt`)} ${box('bottom-right', hasCover(letter) ? 'none' : number.join(' '), `${size.footer}pt`)} }
@page :first { @top-right { content: none } @bottom-right { content: none } }`;
}

/** As a string of CSS, which nothing in it can end. */
const quote = (text: string) =>
  `"${text.replace(/[^A-Za-z0-9]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

function page(letter: Letter, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(letter.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(letter.title)}</title>
<style>
${STYLE}${letter.format.isLarge ? LARGE : ''}${printStyle(letter)}
${marginRules(letter)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

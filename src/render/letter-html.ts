import type { Block, Inline, TextRun } from '../language/document.ts';
import type { Insert, Letter } from './letter.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';

/**
 * The letter as one HTML file that needs nothing else: style inside, no script, no outside resource, every value
 * escaped and isolated with `<bdi>`. It prints on the letter's paper with margins of one inch.
 */
export function renderLetterHtml(letter: Letter): string {
  const levels = headingLevels(letter);
  const blocks = (all: readonly Block[]) => all.map((block) => renderBlock(block, levels)).join('\n');
  const [closing, ...signature] = letter.close;
  const parts = [
    letter.marks.length === 0 ? '' : `<p class="marks">${letter.marks.map(escapeHtml).join(' · ')}</p>`,
    renderLetterhead(letter.letterhead),
    renderAddressee(letter.addressee),
    letter.date === '' ? '' : `<p class="date">${escapeHtml(letter.date)}</p>`,
    letter.delivery === undefined ? '' : `<p class="delivery">${escapeHtml(letter.delivery)}</p>`,
    letter.subject === undefined ? '' : `<h1>${escapeHtml(letter.subject)}</h1>`,
    blocks(letter.body),
    closing === undefined ? '' : `<div class="close">\n${blocks([closing])}`,
    signature.length === 0 ? '' : `<div class="signature">\n${blocks(signature)}\n</div>`,
    closing === undefined ? '' : '</div>',
    letter.notations.length === 0
      ? ''
      : `<p class="notations">${letter.notations.map((line) => `<bdi>${escapeHtml(line)}</bdi>`).join('<br>\n')}</p>`,
    ...letter.inserts.map(
      (insert) => `<section class="insert"${languageOf(insert)}>\n${blocks(insert.blocks)}\n</section>`,
    ),
  ];
  return page(letter, parts.filter((part) => part !== '').join('\n'));
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
@media print { main { max-width: none; margin: 0; padding: 0 } .address { display: inline } a { text-decoration: none } }
`;

/** 18 points, with a blank line between paragraphs. */
const LARGE = `body { font-size: 18pt; line-height: 1.5 } main { max-width: 6in }
p, ul, ol, h1, h2, h3, h4, h5, h6 { margin-bottom: 1em } .letterhead { font-size: 1em }
`;

/** The marks again at the top of every printed page but the first, where they stand in the text. */
function pageMarks(marks: readonly string[]): string {
  const content = marks
    .join(' · ')
    .replace(/[^A-Za-z0-9]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `@page { @top-right { content: "${content}"; font: 600 10pt sans-serif; color: #595959 } }
@page :first { @top-right { content: none } }
`;
}

function page(letter: Letter, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(letter.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(letter.title)}</title>
<style>
@page { size: ${letter.format.paper}; margin: 1in }${STYLE}${pageMarks(letter.marks)}${letter.format.isLarge ? LARGE : ''}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function renderLetterhead([name, ...rest]: readonly string[]): string {
  if (name === undefined) return '';
  const lines = [`<strong>${escapeHtml(name)}</strong>`, ...rest.map(escapeHtml)];
  return `<p class="letterhead">${lines.join('<br>\n')}</p>`;
}

function renderAddressee(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<p class="addressee">${lines.map((line) => `<bdi>${escapeHtml(line)}</bdi>`).join('<br>\n')}</p>`;
}

/** Blocks on their own, where headings matter little. */
export const renderBlocks = (blocks: readonly Block[]) =>
  blocks.map((block) => renderBlock(block, new Map())).join('\n');

function renderBlock(block: Block, levels: ReadonlyMap<Block, number>): string {
  if (block.kind === 'paragraph') return `<p>${renderInlines(block.children)}</p>`;
  if (block.kind === 'heading') {
    const tag = `h${levels.get(block) ?? 6}`;
    return `<${tag}>${renderInlines(block.children)}</${tag}>`;
  }
  const tag = block.ordered ? 'ol' : 'ul';
  const items = block.items.map(
    (item) => `<li>${item.map((child) => renderBlock(child, levels)).join('\n')}</li>`,
  );
  return `<${tag}>\n${items.join('\n')}\n</${tag}>`;
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join('');
}

function renderInline(inline: Inline): string {
  if (inline.kind === 'text') return renderRun(inline);
  if (inline.kind === 'break') return '<br>\n';
  const words = renderInlines(inline.children);
  if (inline.kind !== 'link') return `<${inline.kind}>${words}</${inline.kind}>`;
  if (!isSafeLink(inline.href)) return words;
  const address = addressAfter(inline);
  const printed = address === undefined ? '' : `<span class="address"> (${escapeHtml(address)})</span>`;
  return `<a href="${escapeHtml(inline.href)}">${words}</a>${printed}`;
}

function renderRun(run: TextRun): string {
  return run.field === undefined ? escapeHtml(run.text) : `<bdi>${escapeHtml(run.text)}</bdi>`;
}

/** The text with the characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

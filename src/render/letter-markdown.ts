import { type Block, type Inline, lineText } from '../language/document.ts';
import type { Letter } from './letter.ts';
import { isSafeLink, itemLabel } from './letter-text.ts';

/**
 * The letter as CommonMark in which every value and all wording read literally: whatever Markdown or GFM would take
 * for markup is escaped. Emphasis that CommonMark could not tell from plain asterisks, as in the middle of a word, is
 * left out rather than shown wrong. Parts come in the order of the plain text.
 */
export function renderLetterMarkdown(letter: Letter): string {
  const lines = (all: readonly string[]) => paragraph(all.flatMap((line) => [BREAK, text(line)]));
  const [name, ...rest] = letter.letterhead;
  const parts = [
    ...letter.marks.map((mark) => paragraph([strong(mark)])),
    name === undefined ? '' : paragraph([strong(name), ...rest.flatMap((line) => [BREAK, text(line)])]),
    lines(letter.addressee),
    lines([letter.date]),
    lines(letter.delivery === undefined ? [] : [letter.delivery]),
    letter.subject === undefined ? '' : `# ${heading([text(letter.subject)])}`,
    renderBlocks(letter.body, letter.subject === undefined ? 0 : 1),
    renderBlocks(letter.close, letter.subject === undefined ? 0 : 1),
    lines(letter.notations),
    ...letter.inserts.map(({ blocks }) => renderBlocks(blocks, letter.subject === undefined ? 0 : 1)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const BREAK = { kind: 'break' } as const;
const text = (words: string): Inline => ({ kind: 'text', text: words });
const strong = (words: string): Inline => ({ kind: 'strong', children: [text(words)] });

function renderBlocks(blocks: readonly Block[], above: number): string {
  const parts = blocks.map((block, index) => renderBlock(block, above, index % 2 === 0 ? '-' : '*'));
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderBlock(block: Block, above: number, bullet: string): string {
  if (block.kind === 'paragraph') return paragraph(block.children);
  if (block.kind === 'heading')
    return `${'#'.repeat(Math.min(6, block.depth + above))} ${heading(block.children)}`;
  const items = block.items.map((item, index) => {
    const label = itemLabel(block, index, bullet);
    return `${label} ${renderBlocks(item, above).replace(/\n(?=[^\n])/g, `\n${' '.repeat(label.length + 1)}`)}`.trimEnd();
  });
  return items.join(block.items.every((item) => item.length <= 1) ? '\n' : '\n\n');
}

/** One paragraph; empty lines in it are dropped, as a blank line would end it. */
function paragraph(inlines: readonly Inline[]): string {
  return sourceLines(inlines).map(escapeLineStart).join('\\\n');
}

function heading(inlines: readonly Inline[]): string {
  return sourceLines(inlines).join(' ');
}

function sourceLines(inlines: readonly Inline[]): string[] {
  return renderInlines(flatten(inlines), EDGES)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without strong inside strong, em inside em, marks and links within links, links that may not be followed and empty runs: only words stay. */
function flatten(inlines: readonly Inline[], within: readonly string[] = []): Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'text') return inline.text === '' ? [] : [inline];
    if (inline.kind === 'break') return [inline];
    const children = flatten(inline.children, [...within, inline.kind]);
    if (inline.kind === 'language')
      return within.includes('link') ? children : markAround(children, inline.language);
    const isIdle = inline.kind === 'link' ? !isSafeLink(inline.href) : within.includes(inline.kind);
    return isIdle ? children : [{ ...inline, children }];
  });
}

/** The inlines marked as of a language. A mark is a link to Markdown, so none stands round a link, nor in one. */
function markAround(inlines: readonly Inline[], language: string): Inline[] {
  if (!inlines.some(hasLink))
    return /[\p{L}\p{N}]/u.test(lineText(inlines))
      ? [{ kind: 'language', language, children: inlines }]
      : [...inlines];
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'link' || inline.kind === 'language') return [inline];
    return inline.kind === 'text' || inline.kind === 'break'
      ? markAround([inline], language)
      : [{ ...inline, children: markAround(inline.children, language) }];
  });
}

const hasLink = (inline: Inline): boolean =>
  inline.kind === 'link' ||
  inline.kind === 'language' ||
  (inline.kind !== 'text' && inline.kind !== 'break' && inline.children.some(hasLink));

/** The characters on either side of a stretch of source; empty at the edge of a line. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
}

const EDGES: Neighbours = { before: '', after: '' };

function renderInlines(inlines: readonly Inline[], { before, after }: Neighbours): string {
  const merged = inlines.reduce(mergeRuns, []);
  return merged.reduce((source, inline, index) => {
    const next = merged[index + 1];
    const following = next === undefined ? after : FIRST_CHARACTER[next.kind](next);
    return source + renderInline(inline, { before: Array.from(source).at(-1) ?? before, after: following });
  }, '');
}

/** Values and wording side by side become one run, so that markup cannot arise where they meet. */
function mergeRuns(merged: readonly Inline[], inline: Inline): readonly Inline[] {
  const last = merged.at(-1);
  if (inline.kind !== 'text' || last?.kind !== 'text') return [...merged, inline];
  return [...merged.slice(0, -1), text(last.text + inline.text)];
}

const FIRST_CHARACTER: Readonly<Record<Inline['kind'], (inline: Inline) => string>> = {
  text: (inline) => (inline.kind === 'text' ? (Array.from(escapeMarkdown(inline.text))[0] ?? '') : ''),
  break: () => '',
  strong: () => '*',
  em: () => '_',
  link: () => '[',
  language: () => '[',
};

function renderInline(inline: Inline, around: Neighbours): string {
  if (inline.kind === 'text') return escapeMarkdown(inline.text);
  if (inline.kind === 'break') return '\n';
  if (inline.kind === 'link') return renderLink(inline);
  if (inline.kind === 'language') return renderMark(inline);
  const inside = renderInlines(inline.children, EDGES);
  if (!canMark(inside, inline.kind, around)) return renderInlines(inline.children, around);
  const marker = inline.kind === 'strong' ? '**' : '_';
  return `${marker}${inside}${marker}`;
}

function renderLink(link: Extract<Inline, { kind: 'link' }>): string {
  const href = link.href.replace(/\s/g, encodeURIComponent).replace(/[\\<>&]/g, '\\$&');
  return `[${renderInlines(link.children, EDGES)}](<${href}>)`;
}

/** White space stays outside: a line break could not end a mark. */
function renderMark({ children, language }: Extract<Inline, { kind: 'language' }>): string {
  const [, before = '', words = '', after = ''] =
    /^(\s*)(.*?)(\s*)$/s.exec(renderInlines(children, EDGES)) ?? [];
  return `${before}[${words}](lang:${language})${after}`;
}

/**
 * Whether markers around `inside` open and close emphasis (CommonMark 0.31, 6.2): a marker inside punctuation needs
 * white space outside, `_` always does, and two markers never touch.
 */
function canMark(inside: string, kind: 'strong' | 'em', { before, after }: Neighbours): boolean {
  const characters = Array.from(inside);
  const stands = (inner: string | undefined, outer: string) =>
    inner !== undefined &&
    !/\s/u.test(inner) &&
    (/^\s?$/u.test(outer) || (kind === 'strong' && isWordly(inner) && !/[*_]/.test(outer)));
  return stands(characters[0], before) && stands(characters.at(-1), after);
}

const isWordly = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** Backslashes before everything that could start markup, an entity or a GFM autolink anywhere in a line. */
function escapeMarkdown(words: string): string {
  return words
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_[\]<>|~#@]/g, '\\$&')
    .replace(/&(?=$|[#\p{L}\p{N}])/gu, '\\&')
    .replace(/(?<=https?|ftp):(?=$|\/)/gi, '\\:')
    .replace(/(?<=^|www)\.(?=\S|$)/gi, '\\.');
}

/** Backslashes before what is markup at the start of a line only: bullets, numbers, rules, underlines of headings. */
function escapeLineStart(line: string): string {
  return line.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

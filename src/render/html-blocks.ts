import type { Block, Inline, TextRun } from '../language/document.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';

/** Blocks on their own, where headings matter little. */
export const renderBlocks = (blocks: readonly Block[]) =>
  blocks.map((block) => renderBlock(block, new Map())).join('\n');

/** One block as HTML; headings at the levels given, else the lowest. */
export function renderBlock(block: Block, levels: ReadonlyMap<Block, number>): string {
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

import { wholeLanguage, wordsWithin } from '../language/block-language.ts';
import type { Block, Inline, TextRun } from '../language/document.ts';
import { isRightToLeft } from '../model/language-tag.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';

/** What blocks are in, and how deep their headings. */
interface Setting {
  readonly language: string;
  /** Else the lowest. */
  readonly levels?: ReadonlyMap<Block, number>;
}

/** One block as HTML; the language is told where it is another than that around it. */
function renderBlock(block: Block, { language: outer, levels }: Setting): string {
  const language = wholeLanguage(block) ?? outer;
  const about = languageOf(language, outer);
  if (block.kind === 'list') {
    const tag = block.ordered ? 'ol' : 'ul';
    const items = block.items.map(
      (item) => `<li>${renderBlocks(item, { language, ...(levels && { levels }) })}</li>`,
    );
    return `<${tag}${about}>\n${items.join('\n')}\n</${tag}>`;
  }
  const tag = block.kind === 'paragraph' ? 'p' : `h${levels?.get(block) ?? 6}`;
  return `<${tag}${about}>${renderInlines(wordsWithin(block), language)}</${tag}>`;
}

/** Blocks one below the other. */
export const renderBlocks = (blocks: readonly Block[], setting: Setting): string =>
  blocks.map((block) => renderBlock(block, setting)).join('\n');

/** The attributes of what is in another language than what stands around it, and of its direction where that is another. */
function languageOf(language: string, outer: string): string {
  if (language === outer) return '';
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  const turn = isRightToLeft(language) === isRightToLeft(outer) ? '' : ` dir="${direction}"`;
  return ` lang="${escapeHtml(language)}"${turn}`;
}

function renderInlines(inlines: readonly Inline[], language: string): string {
  return inlines.map((inline) => renderInline(inline, language)).join('');
}

function renderInline(inline: Inline, outer: string): string {
  if (inline.kind === 'text') return renderRun(inline);
  if (inline.kind === 'break') return '<br>\n';
  const language = inline.kind === 'language' ? inline.language : outer;
  const words = renderInlines(inline.children, language);
  if (inline.kind === 'language') return `<span${languageOf(language, outer)}>${words}</span>`;
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

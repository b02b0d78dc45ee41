import type { Block, Inline } from '../language/document.ts';
import type { Letter } from './letter.ts';

type Link = Extract<Inline, { readonly kind: 'link' }>;
type List = Extract<Block, { readonly kind: 'list' }>;

/**
 * The letter as plain text: marks, letterhead, addressee, date, subject, body, close, notations, what goes along. A
 * paragraph is one line, a break a new one, an item starts with the bullet or its number; parts stand a blank line apart
 * and the end is one newline.
 */
export function renderLetterText(letter: Letter, bullet = '-'): string {
  const asText = (block: Block) => bulletedText(block, bullet);
  const parts = [
    ...letter.marks,
    letter.letterhead.join('\n'),
    letter.addressee.join('\n'),
    letter.date,
    letter.delivery ?? '',
    letter.subject ?? '',
    ...[...letter.body, ...letter.close].map(asText),
    letter.notations.join('\n'),
    ...letter.inserts.flatMap(({ blocks }) => blocks.map(asText)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * What to print after a link so that paper loses nothing: its mail or web address, unless the words already show it.
 * Telephone numbers are never repeated.
 */
export function addressAfter(link: Link): string | undefined {
  if (!isSafeLink(link.href) || /^tel:/i.test(link.href)) return undefined;
  const address = link.href.replace(/^(mailto:|https:\/\/)/i, '').replace(/\/$/, '');
  const shown = inlineText(link.children).toLowerCase();
  return shown.includes(address.toLowerCase()) ? undefined : address;
}

/** Whether a link may be followed: `https:`, `tel:` and `mailto:` only. */
export function isSafeLink(href: string): boolean {
  return /^(https|tel|mailto):/i.test(href);
}

/** What stands before item `index` (from 0) of a list. */
export function itemLabel(list: List, index: number, bullet: string): string {
  return list.ordered ? `${index + 1}.` : bullet;
}

/** One block as plain text: a paragraph is one line, an item starts with `- ` or its number. */
export function blockText(block: Block): string {
  return bulletedText(block, '-');
}

function bulletedText(block: Block, bullet: string): string {
  if (block.kind !== 'list') return inlineText(block.children).trim();
  return block.items.map((item, index) => itemText(item, itemLabel(block, index, bullet), bullet)).join('\n');
}

function itemText(blocks: readonly Block[], label: string, bullet: string): string {
  const text = blocks.map((block) => bulletedText(block, bullet)).join('\n');
  const lines = text.split('\n');
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)} ${line}`).join('\n');
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInlineText).join('');
}

function oneInlineText(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'break') return '\n';
  const words = inlineText(inline.children);
  const address = inline.kind === 'link' ? addressAfter(inline) : undefined;
  return address === undefined ? words : `${words} (${address})`;
}

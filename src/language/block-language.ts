import type { Block, Inline } from './document.ts';
import { listLanguages } from './foreign-words.ts';

/** Blocks of which every word is in another language: what draws them says so of the block, not of the words in it. */

/** The blocks with all their words marked; what is marked in them already stays as it is. */
export const markBlocks = (blocks: readonly Block[], language: string): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((item) => markBlocks(item, language)) }
      : { ...block, children: [{ kind: 'language', language, children: block.children }] },
  );

/** The language in which all of the block is marked, every item of a list alike; undefined where there is none. */
export function wholeLanguage(block: Block): string | undefined {
  if (block.kind !== 'list') return markAround(block.children)?.language;
  const languages = new Set(block.items.flat().map(wholeLanguage));
  return languages.size === 1 ? [...languages][0] : undefined;
}

/** The words of a paragraph or heading without the mark round all of them. */
export const wordsWithin = ({ children }: Exclude<Block, { kind: 'list' }>): readonly Inline[] =>
  markAround(children)?.children ?? children;

/** The blocks with their marks as words, in the form in which they are written, for those who approve them. */
export const spellMarks = (blocks: readonly Block[]): readonly Block[] =>
  listLanguages(blocks).length === 0 ? blocks : blocks.map(spellBlock);

const spellBlock = (block: Block): Block =>
  block.kind === 'list'
    ? { ...block, items: block.items.map((item) => item.map(spellBlock)) }
    : { ...block, children: block.children.flatMap(spellMark) };

function spellMark(inline: Inline): readonly Inline[] {
  if (inline.kind === 'text' || inline.kind === 'break') return [inline];
  const children = inline.children.flatMap(spellMark);
  if (inline.kind !== 'language') return [{ ...inline, children }];
  return [{ kind: 'text', text: '[' }, ...children, { kind: 'text', text: `](lang:${inline.language})` }];
}

function markAround([first, ...rest]: readonly Inline[]) {
  return first?.kind === 'language' && rest.length === 0 ? first : undefined;
}

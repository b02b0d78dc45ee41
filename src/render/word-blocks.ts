/** Blocks of a letter as paragraphs of a word processor, as plain values. */
import { wholeLanguage, wordsWithin } from '../language/block-language.ts';
import type { Block, Inline } from '../language/document.ts';
import type { Figure } from './letter.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';
import type { Place } from './panel-places.ts';
import type { Style } from './pdf-measures.ts';

/** A stretch of one style. */
export interface WordRun {
  readonly text: string;
  /** Starts a new line of the paragraph. */
  readonly isBreak?: boolean;
  readonly isBold?: boolean;
  /** In points. */
  readonly size?: number;
  readonly language?: string;
  readonly href?: string;
}

/** One paragraph; lengths are in points. */
export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly before: number;
  /** Of all of it, where it is not the letter's. */
  readonly language?: string;
  /** The height of every line, where it is not as everywhere. */
  readonly height?: number;
  readonly heading?: number;
  /** The list it is an item of: lists of one number count on, `level` is from 0. */
  readonly item?: { readonly isOrdered: boolean; readonly level: number; readonly list: number };
  /** How deep it stands in lists without being the first of an item. */
  readonly depth?: number;
  readonly startsPage?: boolean;
  /** Stays on the page of the next paragraph. */
  readonly isKept?: boolean;
  /** Stands right there on its page. */
  readonly place?: Place;
  readonly figure?: { readonly figure: Figure; readonly width: number; readonly height: number };
}

/** How blocks are set. */
export interface Setting {
  readonly style: Style;
  readonly levels: ReadonlyMap<Block, number>;
  /** All lists of the letter: each counts for itself. */
  readonly lists: readonly Block[];
  readonly language?: string;
}

/** The paragraphs of the blocks; the first stands `before` below what comes before. */
export function listParagraphs(blocks: readonly Block[], before: number, setting: Setting): WordParagraph[] {
  return blocks.flatMap((block, index) => {
    const { gap } = setting.style;
    const usual =
      block.kind === 'list' ? gap.beforeList : block.kind === 'heading' ? gap.heading : gap.paragraph;
    const above = index === 0 ? before : blocks[index - 1]?.kind === 'heading' ? gap.afterHeading : usual;
    return setBlock(block, above, setting);
  });
}

function setBlock(block: Block, before: number, setting: Setting): WordParagraph[] {
  if (block.kind === 'list') return setList(block, before, { setting, level: 0 });
  const language = wholeLanguage(block) ?? setting.language;
  const style = language === undefined ? {} : { language };
  const runs = listRuns(wordsWithin(block), style);
  if (block.kind === 'paragraph') return [{ runs, before, ...style }];
  return [{ runs, before, ...style, heading: setting.levels.get(block) ?? 6, isKept: true }];
}

type List = Extract<Block, { readonly kind: 'list' }>;
const EMPTY: Block = { kind: 'paragraph', children: [] };

/** Of an item with several blocks the first has the mark. */
function setList(
  list: List,
  before: number,
  { setting, level }: { setting: Setting; level: number },
): WordParagraph[] {
  const item = { isOrdered: list.ordered, level, list: setting.lists.indexOf(list) };
  const { gap } = setting.style;
  return list.items.flatMap((blocks, at) =>
    (blocks.length === 0 ? [EMPTY] : blocks).flatMap((block, index): WordParagraph[] => {
      const above = at === 0 && index === 0 ? before : gap.item;
      if (block.kind === 'list') return setList(block, above, { setting, level: level + 1 });
      const set = setBlock(block, above, setting);
      return set.map((one) => (index === 0 ? { ...one, item } : { ...one, depth: level + 1 }));
    }),
  );
}

function listRuns(inlines: readonly Inline[], style: Omit<WordRun, 'text'>): WordRun[] {
  return inlines.flatMap((inline): WordRun[] => {
    if (inline.kind === 'text') return [{ ...style, text: inline.text }];
    if (inline.kind === 'break') return [{ ...style, text: '', isBreak: true }];
    if (inline.kind === 'language') return listRuns(inline.children, { ...style, language: inline.language });
    if (inline.kind !== 'link')
      return listRuns(inline.children, inline.kind === 'strong' ? { ...style, isBold: true } : style);
    const address = addressAfter(inline);
    const href = isSafeLink(inline.href) ? { href: inline.href } : {};
    return [
      ...listRuns(inline.children, { ...style, ...href }),
      ...(address === undefined ? [] : [{ ...style, text: ` (${address})` }]),
    ];
  });
}

import { wholeLanguage, wordsWithin } from '../language/block-language.ts';
import type { Block } from '../language/document.ts';
import { isRightToLeft } from '../model/language-tag.ts';
import { itemLabel } from './letter-text.ts';
import { styleRuns } from './pdf-break.ts';
import type { Faces } from './pdf-faces.ts';
import { keepFirst, type Line, type Node, setLines } from './pdf-line.ts';
import type { Style } from './pdf-measures.ts';

type List = Extract<Block, { readonly kind: 'list' }>;

/** What setting blocks needs to know of the letter. */
export interface Desk {
  readonly faces: Faces;
  readonly style: Style;
  readonly levels: ReadonlyMap<Block, number>;
}

/** Where blocks stand: under which element, how far in, and how far below what comes before. */
export interface Spot {
  readonly parent: Node;
  readonly x: number;
  readonly width: number;
  readonly gap: number;
  /** Of what stands here, where it is not the letter's. */
  readonly language?: string;
}

/**
 * The lines of blocks under each other; the first stands `gap` below what comes before. A heading is not left alone,
 * nor are the words that lead up to a list.
 */
export function setBlocks(blocks: readonly Block[], spot: Spot, desk: Desk): Line[] {
  return blocks.flatMap((block, index) => {
    const previous = blocks[index - 1];
    const lines = setBlock(
      block,
      index === 0 ? spot : { ...spot, gap: gapBetween(previous, block, desk.style) },
      desk,
    );
    return isLeading(previous, block) ? keepFirst(lines) : lines;
  });
}

const isLeading = (previous: Block | undefined, block: Block) =>
  previous?.kind === 'heading' || (previous?.kind === 'paragraph' && block.kind === 'list');

function gapBetween(previous: Block | undefined, block: Block, { gap }: Style): number {
  if (previous?.kind === 'heading') return gap.afterHeading;
  return block.kind === 'heading' ? gap.heading : block.kind === 'list' ? gap.beforeList : gap.paragraph;
}

function setBlock(block: Block, place: Spot, desk: Desk): Line[] {
  const language = wholeLanguage(block);
  const spot = language === undefined ? place : { ...place, language };
  if (block.kind === 'list') return setList(block, spot, desk);
  const isHeading = block.kind === 'heading';
  const node = nodeOf(isHeading ? `H${desk.levels.get(block) ?? 6}` : 'P', spot);
  const runs = styleRuns(wordsWithin(block), { face: isHeading ? 'semibold' : 'regular' }, node);
  const { size, height } = desk.style;
  return setLines(runs, { ...spot, ...wayOf(spot), node, size: size.text, height: height.text }, desk.faces);
}

const nodeOf = (tag: string, { parent, language }: Spot): Node => ({
  tag,
  parent,
  ...(language === undefined ? {} : { language }),
});

const wayOf = ({ language }: Spot) => ({ isRightToLeft: language !== undefined && isRightToLeft(language) });

function setList(list: List, spot: Spot, desk: Desk): Line[] {
  const parent: Node = { ...nodeOf('L', spot), numbering: list.ordered ? 'Decimal' : 'Disc' };
  return list.items.flatMap((item, index) => {
    const place = { ...spot, parent, gap: index === 0 ? spot.gap : desk.style.gap.item };
    return setItem(item, itemLabel(list, index, '•'), { place, desk });
  });
}

/** The label is a line without height, so that the first line of the item stands beside it. */
function setItem(
  blocks: readonly Block[],
  label: string,
  { place, desk }: { place: Spot; desk: Desk },
): Line[] {
  const item: Node = { tag: 'LI', parent: place.parent };
  const labelNode: Node = { tag: 'Lbl', parent: item };
  const { size, height, indent } = desk.style;
  const way = wayOf(place);
  const form = { ...place, ...way, node: labelNode, size: size.text, height: height.text };
  const labelLines = setLines([{ face: 'regular', text: label }], form, desk.faces);
  const spot = {
    ...place,
    parent: { tag: 'LBody', parent: item },
    x: way.isRightToLeft ? place.x : place.x + indent,
    width: place.width - indent,
    gap: 0,
  };
  const lines = keepFirst(setBlocks(blocks, spot, desk));
  return [...labelLines.map((line) => ({ ...line, height: lines.length === 0 ? height.text : 0 })), ...lines];
}

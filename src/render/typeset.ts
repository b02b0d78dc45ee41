import type { Block, Inline } from '../language/document.ts';
import type { Letter } from './letter.ts';

/**
 * The letter with the quotation marks, apostrophes and dashes of print where its wording was typed with those of a
 * keyboard. Values stay as they were typed: a name is written as its owner writes it.
 */
export function typeset(letter: Letter): Letter {
  const blocks = (all: readonly Block[]) => all.map((block) => typesetBlock(block));
  return {
    ...letter,
    ...(letter.subject === undefined ? {} : { subject: typesetText(letter.subject, '') }),
    body: blocks(letter.body),
    close: blocks(letter.close),
    inserts: letter.inserts.map((insert) => ({ ...insert, blocks: blocks(insert.blocks) })),
  };
}

function typesetBlock(block: Block): Block {
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => item.map((one) => typesetBlock(one))) };
  return { ...block, children: typesetInlines(block.children, '').inlines };
}

/** The inlines and their last character, which says whether the next quotation mark opens or closes. */
function typesetInlines(all: readonly Inline[], start: string): { inlines: Inline[]; last: string } {
  let last = start;
  const inlines = all.map((inline): Inline => {
    if (inline.kind === 'break') {
      last = '';
      return inline;
    }
    if (inline.kind === 'text') {
      const text = inline.field === undefined ? typesetText(inline.text, last) : inline.text;
      last = text.at(-1) ?? last;
      return { ...inline, text };
    }
    const inside = typesetInlines(inline.children, last);
    last = inside.last;
    return { ...inline, children: inside.inlines };
  });
  return { inlines, last };
}

const KEYBOARD = /["']|(?<= )--?(?= )/g;

function typesetText(text: string, before: string): string {
  return text.replace(KEYBOARD, (mark, at: number) => {
    if (mark.startsWith('-')) return '–';
    const isOpening = /^$|[\s([{\u2014\u2013\u201c\u2018/]/u.test(text[at - 1] ?? before);
    if (mark === '"') return isOpening ? '“' : '”';
    return isOpening && !/^\d\ds/.test(text.slice(at + 1)) ? '‘' : '’';
  });
}

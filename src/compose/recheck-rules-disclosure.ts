import type { TextRun } from '../language/document.ts';
import type { Channel } from '../library/headers.ts';
import type { Library } from '../library/library.ts';
import { findPhrase, plainWords, rulesFor } from '../library/phrases.ts';
import type { Level } from '../model/level.ts';
import { problem } from '../problem.ts';
import { lineTextOf } from './recheck-lines.ts';
import type { RecheckRule } from './recheck-rule.ts';

/** Discreet: nothing typed into the text says more than the message may. */

/** A phrase that is kept out, found in one of the lines: which line, where in its text, and why. */
export interface PhraseFound {
  readonly line: number;
  readonly offset: number;
  readonly phrase: string;
  readonly say: string;
}

/**
 * Every phrase that the practice's rules keep out of the level and channel, in lines of text runs. Everything that
 * looks at the words of an edited text goes through here.
 */
function listPhrases(
  lines: readonly { readonly runs: readonly TextRun[] }[],
  level: Level,
  channel: Channel,
  { phrases }: Pick<Library, 'phrases'>,
): PhraseFound[] {
  const rules = rulesFor(phrases, level, channel);
  return lines.flatMap(({ runs }, line) => {
    const text = runs.map((run) => run.text).join('');
    const plain = plainWords(text);
    return rules.flatMap((rule) => {
      const phrase = findPhrase(rule, plain);
      if (phrase === undefined) return [];
      const offset = lastStart(text, (rest) => findPhrase(rule, plainWords(rest)) !== undefined);
      return [{ line, offset, phrase, say: rule.say }];
    });
  });
}

/** Where the last word stands from which the rest of the text still holds it: where a phrase begins. */
function lastStart(text: string, holds: (rest: string) => boolean): number {
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  return starts.findLast((start) => holds(text.slice(start))) ?? 0;
}

/** No phrase that the rules keep out of this level is heard. */
export const phrasesWithin: RecheckRule = ({ lines, message, library, at }) =>
  listPhrases(lines, message.level, message.channel, library).map(({ line, offset, phrase, say }) =>
    problem(
      'phrase-above-level',
      at((lines[line]?.runs[0]?.offset ?? 0) + offset),
      `"${phrase}" must not be heard at level ${message.level}. ${say}`,
      'Say it without that word.',
    ),
  );

/** Nothing that the file knows and this message may not say was typed in. */
export const withheldStaysOut: RecheckRule = ({ lines, withheld, message, original, at }) => {
  if (withheld.length === 0) return [];
  const said = plainWords(original.anchors.map(({ text }) => text).join('\n'));
  const plain = lines.map((line) => plainWords(lineTextOf(line)));
  return withheld.flatMap(({ field, text }) => {
    const needle = plainWords(text);
    if (needle.length < SHORTEST_VALUE || said.includes(needle)) return [];
    return plain.flatMap((one, index) => {
      const line = lines[index];
      if (line === undefined || !one.includes(needle)) return [];
      const offset = lastStart(lineTextOf(line), (rest) => plainWords(rest).includes(needle));
      const place = at((line.runs[0]?.offset ?? 0) + offset);
      const say = `what the file has for "${field}" was typed here, and it may not be known at level ${message.level}`;
      return [problem('field-above-level', place, say, 'Take it out of this message.')];
    });
  });
};

/** With a space on either side. */
const SHORTEST_VALUE = 5;

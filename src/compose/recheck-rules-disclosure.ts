import { joinWords } from '../language/parted-words.ts';
import { hearOnce } from '../library/hear.ts';
import { holdsIn } from '../library/rule-scope.ts';
import type { Rule } from '../library/rules.ts';
import { isToned, toneCode } from '../library/tone.ts';
import { plainWords } from '../library/words.ts';
import { problem } from '../problem.ts';
import { lineTextOf } from './recheck-lines.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';

/** Discreet: nothing typed into the text says more than the message may. */

/** What a rule heard in one of the lines, at its offset in the edited text. */
interface PhraseFound {
  readonly rule: Rule;
  readonly offset: number;
}

/** Everything that the practice's rules hear in the edited text where it is said, each rule once a line. */
function listPhrases({ lines, addresses, message, library, languages }: EditedMessage): PhraseFound[] {
  const { channel, level } = message;
  if (!isToned(channel)) return [];
  const inAddresses = addresses.flatMap(({ address, offset }) =>
    hearOnce(library.rules, address).flatMap(({ rule }) =>
      rule !== undefined && holdsIn(rule, { channel, level, languages }) ? [{ rule, offset }] : [],
    ),
  );
  const inLines = lines.flatMap((line) => {
    const text = lineTextOf(line);
    return hearOnce(library.rules, text).flatMap(({ rule }) => {
      if (rule === undefined || !holdsIn(rule, { channel, level, languages })) return [];
      const hears = (rest: string) => hearOnce(library.rules, rest).some((heard) => heard.rule === rule);
      return [{ rule, offset: (line.runs[0]?.offset ?? 0) + lastStart(text, hears) }];
    });
  });
  return [...inLines, ...inAddresses];
}

/** Where the last word stands from which the rest of the text still holds it: where a phrase begins. */
function lastStart(text: string, holds: (rest: string) => boolean): number {
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  return starts.findLast((start) => holds(text.slice(start))) ?? 0;
}

/** No phrase that the rules keep out of this level is heard, and no rule of tone is broken. */
export const phrasesWithin: RecheckRule = (edited) =>
  listPhrases(edited).map(({ rule, offset }) => {
    const { channel, level } = edited.message;
    const code = toneCode(rule, channel);
    const where = code === undefined ? ` at level ${level}` : '';
    return problem(
      code ?? 'phrase-above-level',
      edited.at(offset),
      `the words here are kept out by the rule "${rule.id}"${where}. ${rule.say}`,
      rule.instead ?? 'Say it in other words.',
    );
  });

/** Nothing that the file knows and this message may not say was typed in. */
export const withheldStaysOut: RecheckRule = ({ lines, withheld, message, original, at }) => {
  if (withheld.length === 0) return [];
  const said = plainWords(original.anchors.map(({ text }) => text).join('\n'));
  const plainOf = (text: string) => `${plainWords(text)}${plainWords(joinWords(text))}`;
  const plain = lines.map((line) => plainOf(lineTextOf(line)));
  return withheld.flatMap(({ field, text }) => {
    const needle = plainWords(text);
    if (needle.length < SHORTEST_VALUE || said.includes(needle)) return [];
    return plain.flatMap((one, index) => {
      const line = lines[index];
      if (line === undefined || !one.includes(needle)) return [];
      const offset = lastStart(lineTextOf(line), (rest) => plainOf(rest).includes(needle));
      const place = at((line.runs[0]?.offset ?? 0) + offset);
      const say = `what the file has for "${field}" was typed here, and it may not be known at level ${message.level}`;
      return [problem('field-above-level', place, say, 'Take it out of this message.')];
    });
  });
};

/** With a space on either side. */
const SHORTEST_VALUE = 5;

import { textLines } from '../language/document.ts';
import { type Problem, problem } from '../problem.ts';
import type { MessageRule } from './rule.ts';

/** What is left on a machine: the number often enough and where it helps, and short enough not to be cut off. */

/** Early means within this share of the message, late means after the rest of it. */
const EARLY_SHARE = 0.45;
const LATE_SHARE = 0.6;

const SPOKEN_GROUPS = /^[\p{L}\p{N}+]{1,6}(, [\p{L}\p{N}+]{1,6})*$/u;

/** The number is said as often as the template says, in groups, the first time early and the last time late. */
export const numberSaid: MessageRule = ({ message, template }) => {
  const wanted = template.header.numberSaid;
  if (wanted === undefined) return [];
  const runs = message.sections.flatMap(({ blocks }) => textLines(blocks).flat());
  const lengths = runs.map(({ text }) => text.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const said = runs.flatMap(({ text, field }, index) =>
    field === 'phone' ? [{ text, share: sumOf(lengths.slice(0, index)) / total }] : [],
  );
  const report = (message: string, hint: string): Problem =>
    problem('number-not-said', template.place, message, hint);
  if (said.length !== wanted) {
    return [
      report(
        `the number is said ${said.length} times instead of ${wanted}`,
        'Print {{phone}} in identification and in contact.',
      ),
    ];
  }
  return [
    ...((said[0]?.share ?? 0) > EARLY_SHARE
      ? [
          report(
            'the number comes late for the first time',
            'Say it in identification, so that a cut-off message still works.',
          ),
        ]
      : []),
    ...(wanted > 1 && (said.at(-1)?.share ?? 1) < LATE_SHARE
      ? [report('the number does not come again near the end', 'Say it again in contact.')]
      : []),
    ...(said.every(({ text }) => SPOKEN_GROUPS.test(text))
      ? []
      : [
          report(
            'the number is not in groups that can be read aloud',
            'Write it with hyphens or spaces in practice.yaml.',
          ),
        ]),
  ];
};

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** A voicemail, said slowly, stays under the policy's most; over its target there is a warning. */
export const secondsWithinLimits: MessageRule = ({ message, template, library }) => {
  if (message.seconds === undefined || message.level === 'private') return [];
  const { target, most } = library.practice.policy.seconds[message.level];
  const high = Math.ceil(message.seconds.high);
  if (high > most)
    return [
      problem(
        'seconds-over',
        template.place,
        `this takes up to ${high} seconds, and ${most} is the most`,
        'Shorten a snippet, or leave out an optional section.',
      ),
    ];
  return high > target
    ? [
        problem(
          'seconds-near',
          template.place,
          `this takes up to ${high} seconds; ${target} is what to aim for`,
          'Leave out an optional section, if you can.',
        ),
      ]
    : [];
};

import { problem } from '../problem.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';
import { type Seconds, spokenSeconds } from './speech.ts';

/** How long the edited words take to say, and what is left in them that nobody can say. */

/** The seconds of the edited text; undefined for what is not left on a machine. */
export function editedSeconds({ message, lines, library }: EditedMessage): Seconds | undefined {
  if (message.seconds === undefined) return undefined;
  const blocks = lines.map(({ runs }) => ({ kind: 'paragraph' as const, children: runs }));
  return spokenSeconds([{ blocks }], library.practice.policy);
}

/** A composed message often fits its target to the second: a word or two more is no reason to speak up. */
const A_BREATH = 1.1;

/** A voicemail stays under the policy's most; well over its target there is a warning, unless it was so before. */
export const secondsStillWithin: RecheckRule = (edited) => {
  const { message, library, at, lines } = edited;
  const seconds = editedSeconds(edited);
  if (seconds === undefined || message.seconds === undefined || message.level === 'private') return [];
  const { target, most } = library.practice.policy.seconds[message.level];
  const high = Math.ceil(seconds.high);
  const place = at(lines[0]?.runs[0]?.offset ?? 0);
  if (high > most)
    return [
      problem(
        'seconds-over',
        place,
        `this takes up to ${high} seconds, and ${most} is the most`,
        'Shorten it.',
      ),
    ];
  return high > target * A_BREATH && high > Math.ceil(message.seconds.high)
    ? [
        problem(
          'seconds-near',
          place,
          `this takes up to ${high} seconds; ${target} is what to aim for`,
          'Shorten it, if you can.',
        ),
      ]
    : [];
};

const BLANKS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /[{}]+[^{}\n]*\}*/g, what: 'a brace' },
  { pattern: /\[[^\]\n]*\]?|\]|\b(?:XXX+|TODO|TBD)\b/g, what: 'a placeholder' },
  { pattern: /_{3,}|\.{4,}/g, what: 'a blank to fill in' },
  { pattern: /\b(?:undefined|null|NaN)\b/g, what: 'a computer word' },
  { pattern: /(?<!\\)&(?:#?\w{1,40});/g, what: 'a code such as &amp;' },
  { pattern: /\p{Co}/gu, what: 'a character that cannot be shown' },
];

/** No blank or placeholder is left, but for what the message itself has. */
export const blanksFilled: RecheckRule = ({ edited: { text }, original, at }) => {
  const said = original.anchors.map((anchor) => anchor.text).join('\n');
  return BLANKS.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)]
      .filter(([hit]) => !said.includes(hit.replaceAll('\\', '')))
      .map(({ index }) =>
        problem('wording-unfilled', at(index), `${what} stands here`, 'Fill it in, or take it out.'),
      ),
  );
};

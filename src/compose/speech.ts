import { type TextRun, textLines } from '../language/document.ts';
import type { Policy } from '../model/practice.ts';
import type { MessageSection } from './message.ts';

/** How long words take to say. */

/** From a quick speaker to a slow one. */
export interface Seconds {
  readonly low: number;
  readonly high: number;
}

/** Seconds for one digit of a telephone number read with pauses: ten digits slowly take about seven seconds. */
const DIGIT_SECONDS: Seconds = { low: 0.55, high: 0.7 };

const NUMBER_FIELDS = ['phone', 'agreedNumber'];

/** The seconds of the sections together, by the policy's words a minute; digits of a number one by one. */
export function spokenSeconds(sections: readonly Pick<MessageSection, 'blocks'>[], policy: Policy): Seconds {
  const runs = sections.flatMap(({ blocks }) => textLines(blocks).flat());
  const words = runs.filter((run) => !isNumber(run)).reduce((sum, { text }) => sum + countWords(text), 0);
  const digits = runs
    .filter(isNumber)
    .reduce((sum, { text }) => sum + (text.match(/\p{N}/gu)?.length ?? 0), 0);
  const { quick, slow } = policy.wordsPerMinute;
  return {
    low: (words * 60) / quick + digits * DIGIT_SECONDS.low,
    high: (words * 60) / slow + digits * DIGIT_SECONDS.high,
  };
}

const isNumber = ({ field }: TextRun) => field !== undefined && NUMBER_FIELDS.includes(field);

/** Words as spoken: a word is one, a number as many as it has digits ("988" is three). */
function countWords(text: string): number {
  const tokens = text.match(PLAIN.test(text) ? PLAIN_TOKEN : TOKEN);
  return tokens?.length ?? 0;
}

/** Scripts without spaces between words: Han; kana; those of Thailand, Laos, Cambodia and Myanmar. */
const [HAN, KANA, LETTERS] = [
  '\\p{sc=Han}',
  '\\p{sc=Hira}\\p{sc=Kana}ー',
  '\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}',
];

/**
 * A Chinese character is a syllable and takes about the time of an English word, two kana do, and about three letters of
 * the others are a syllable (Pellegrino, Coupé, Marsico 2011, "A cross-language perspective on speech information rate").
 */
const TOKEN = new RegExp(
  `[${HAN}]|[${KANA}]{1,2}|[${LETTERS}]{1,3}|(?:(?![${HAN}${KANA}${LETTERS}])[\\p{L}\\p{M}'’])+|\\p{N}`,
  'gu',
);
/** The same in the letters of a keyboard, which is quicker to start with. */
const PLAIN = /^[\n -~’]*$/;
const PLAIN_TOKEN = /[A-Za-z'’]+|[0-9]/g;

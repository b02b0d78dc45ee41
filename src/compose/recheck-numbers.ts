import type { Message } from './message.ts';
import { findWholeDates } from './recheck-dates.ts';
import type { Original } from './recheck-original.ts';
import { readWords, type Words } from './recheck-words.ts';

/** Numbers in a text, and which of them are a message's own. */

/** A number in a text: its digits, and the range of words it is made of. */
export interface FoundNumber {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** As many digits as a telephone number has at least. */
export const PHONE_DIGITS = 7;
const SHORTEST = 3;

/** Numbers of three digits and more that are no part of a date; groups of digits that stand together are one. */
export function findNumbers({ text, words, sentenceOf }: Words, language: string): FoundNumber[] {
  const dates = findWholeDates(text, language);
  const numbers: FoundNumber[] = [];
  words.forEach(({ key, start }, index) => {
    if (!/^\d+\??$/.test(key) || dates.some((date) => start >= date.start && start < date.end)) return;
    const digits = key.replace('?', '');
    const last = numbers.at(-1);
    const gap = text.slice(words[index - 1]?.end ?? 0, start);
    const goesOn =
      last?.to === index &&
      sentenceOf[index] === sentenceOf[index - 1] &&
      /^[\s().,·/\-–‑*_~\\]{1,8}$/.test(gap);
    if (last !== undefined && goesOn)
      numbers.splice(-1, 1, { digits: last.digits + digits, from: last.from, to: index + 1 });
    else numbers.push({ digits, from: index, to: index + 1 });
  });
  return numbers.filter(({ digits }) => digits.length >= SHORTEST);
}

/** The digits of a message's numbers. */
export interface OwnNumbers {
  readonly all: ReadonlySet<string>;
  /** Those in the sections. */
  readonly said: readonly string[];
  /** The number to call back. */
  readonly phone?: string;
}

const PHONE_FIELDS = ['phone', 'agreedNumber'];
const known = new WeakMap<Message, OwnNumbers>();

/** The numbers of the message; worked out once for the same message. */
export function ownNumbers(message: Message, original: Original): OwnNumbers {
  const found = known.get(message) ?? readOwn(message, original);
  known.set(message, found);
  return found;
}

function readOwn({ language }: Message, { anchors }: Original): OwnNumbers {
  const all = anchors.flatMap(({ section, text }) =>
    findNumbers(readWords(text), language).map(({ digits }) => ({ section, digits })),
  );
  const said = all.filter(({ section }) => section !== undefined).map(({ digits }) => digits);
  const groups = anchors
    .flatMap(({ words }) => words)
    .flatMap(({ key, field }) => (field !== undefined && PHONE_FIELDS.includes(field) ? [key] : []))
    .join('')
    .replaceAll('?', '');
  const phone = said.find((one) => one.length >= PHONE_DIGITS && groups.startsWith(one));
  return { all: new Set(all.map(({ digits }) => digits)), said, ...(phone === undefined ? {} : { phone }) };
}

/** Whether a sentence of the message says the number to call back. */
export const saysPhone = ({ words }: Original['anchors'][number]) =>
  words.some(({ field }) => field !== undefined && PHONE_FIELDS.includes(field));

/** Whether the digits are one slip away from one of the numbers: changed or swapped, lost or doubled. */
export function isNear(digits: string, numbers: readonly string[]): boolean {
  return numbers.some((one) => {
    if (one.length !== digits.length) return one.length >= PHONE_DIGITS && isOneLonger(one, digits);
    const apart = [...one].filter((digit, index) => digit !== digits[index]).length;
    return apart > 0 && apart <= (one.length >= PHONE_DIGITS ? 2 : 1);
  });
}

function isOneLonger(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

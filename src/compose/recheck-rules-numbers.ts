import { findDates } from '../course/find-dates.ts';
import { isWithin } from '../model/level.ts';
import { type Problem, problem } from '../problem.ts';
import type { Message } from './message.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';
import { readWords, type Words } from './recheck-words.ts';

/** Telephone numbers: digit for digit the message's own, and still said as often as they have to be. */

/** A number in a text: its digits, and the words it is made of. */
interface FoundNumber {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

const PHONE_DIGITS = 7;
const SHORTEST = 3;

/** A number close to one of the message's own is a slip; any other new one is asked about, and refused at vague. */
export const numbersKnown: RecheckRule = (edited) => {
  const own = ownNumbers(edited);
  return numbersIn(edited.edited, edited.message.language).flatMap(({ digits, from }) => {
    if (isPage(from, edited) || own.all.has(digits) || isOfPractice(digits, edited)) return [];
    const place = edited.at(edited.edited.words[from]?.start ?? 0);
    return findNear(digits, own.said) === undefined ? asked(digits, place, edited.message) : [slip(place)];
  });
};

const slip = (place: Problem['place']) =>
  problem(
    'number-changed',
    place,
    'this number is a digit away from one in the message',
    'Put the number back; if it has really changed, change it in practice.yaml or in the client file.',
  );

function asked(digits: string, place: Problem['place'], { level }: Message): Problem[] {
  if (level === 'vague' && digits.length >= PHONE_DIGITS) {
    const say = 'a number stands here, which a vague message does not leave';
    return [problem('phrase-above-level', place, say, 'Take it out.')];
  }
  if (/^(19|20)\d\d$/.test(digits)) return [];
  return [
    problem(
      'number-unknown',
      place,
      'whose number is this? It is none of this message',
      'Call it, or look it up, before it goes out.',
    ),
  ];
}

/** Early means within this share of a message that is said, late means after the rest of it: as in the composed one. */
const EARLY_SHARE = 0.45;
const LATE_SHARE = 0.6;

/** The number to call back is said as often as the template says, early and late; in writing, at least once. */
export const numberStillSaid: RecheckRule = (edited) => {
  const { phone } = ownNumbers(edited);
  const { words } = edited.edited;
  const wanted = edited.template.header.numberSaid ?? 1;
  if (phone === undefined || edited.sections.every(({ kind }) => kind === 'deleted')) return [];
  const body = words.flatMap((word, index) => (isPage(index, edited) ? [] : [word]));
  const [start = 0, end = 0] = [body[0]?.start, body.at(-1)?.end];
  const said = numbersIn(edited.edited, edited.message.language)
    .filter(
      ({ digits, from }) =>
        !isPage(from, edited) && (digits === phone || findNear(digits, [phone]) !== undefined),
    )
    .map(({ from }) => ((words[from]?.start ?? 0) - start) / Math.max(1, end - start));
  const report = (message: string, hint: string) => [
    problem('number-not-said', edited.at(end), message, hint),
  ];
  if (said.length < wanted)
    return report(
      `the number to call back stands here ${said.length} times, and ${wanted} are wanted`,
      'Put it back.',
    );
  if (edited.template.header.numberSaid === undefined) return [];
  if ((said[0] ?? 0) > EARLY_SHARE)
    return report(
      'the number comes late for the first time',
      'Say it near the beginning, so that a cut-off message still works.',
    );
  return wanted > 1 && (said.at(-1) ?? 1) < LATE_SHARE
    ? report('the number does not come again near the end', 'Say it once more at the end.')
    : [];
};

function isPage(index: number, { owner, found }: EditedMessage): boolean {
  const one = found[owner[index] ?? -1];
  return one !== undefined && one.anchor.section === undefined;
}

/** The practice's main number, where its name may be known as well. */
const isOfPractice = (digits: string, { library, message }: EditedMessage) =>
  isWithin('detailed', message.level) && digits === library.practice.phone.replace(/\D/g, '');

/** Numbers of three digits and more that are no part of a date; groups of digits that stand together are one. */
function numbersIn(text: Words, language: string): FoundNumber[] {
  const dates = findDates(text.text, language);
  const isInDate = (start: number) => dates.some((date) => start >= date.start && start < date.end);
  const numbers: FoundNumber[] = [];
  text.words.forEach(({ key, start }, index) => {
    if (!/^\d+\??$/.test(key) || isInDate(start)) return;
    const digits = key.replace('?', '');
    const last = numbers.at(-1);
    const gap = text.text.slice(text.words[index - 1]?.end ?? 0, start);
    const isNext = last?.to === index && /^[\s().,·/\-–‑]{1,4}$/.test(gap) && !/\n\s*\n/.test(gap);
    if (last !== undefined && isNext)
      numbers.splice(-1, 1, { digits: last.digits + digits, from: last.from, to: index + 1 });
    else numbers.push({ digits, from: index, to: index + 1 });
  });
  return numbers.filter(({ digits }) => digits.length >= SHORTEST);
}

interface OwnNumbers {
  readonly all: ReadonlySet<string>;
  /** Those in the sections. */
  readonly said: readonly string[];
  /** The number to call back. */
  readonly phone?: string;
}

const known = new WeakMap<Message, OwnNumbers>();

function ownNumbers({ message, original: { anchors } }: EditedMessage): OwnNumbers {
  const found = known.get(message);
  if (found !== undefined) return found;
  const of = (text: string) => numbersIn(readWords(text), message.language).map(({ digits }) => digits);
  const said = anchors.filter(({ section }) => section !== undefined).flatMap(({ text }) => of(text));
  const phones = anchors.flatMap(({ words }) =>
    words.filter(({ field }) => field === 'phone' || field === 'agreedNumber'),
  );
  const [phone] =
    of(phones.map(({ shown }) => shown.replace(/\D+$/, '')).join(' ')).length > 0
      ? said.filter((one) =>
          phones
            .map(({ key }) => key)
            .join('')
            .startsWith(one),
        )
      : [];
  const own = {
    all: new Set(anchors.flatMap(({ text }) => of(text))),
    said,
    ...(phone === undefined ? {} : { phone }),
  };
  known.set(message, own);
  return own;
}

/** The own number that the digits are one slip away from: a digit or two changed, two swapped, one lost or doubled. */
function findNear(digits: string, own: readonly string[]): string | undefined {
  return own.find((one) => {
    if (Math.min(one.length, digits.length) < SHORTEST) return false;
    if (one.length !== digits.length)
      return (
        one.length >= PHONE_DIGITS && Math.abs(one.length - digits.length) === 1 && isOneLonger(one, digits)
      );
    const apart = [...one].filter((digit, index) => digit !== digits[index]).length;
    return apart > 0 && apart <= (one.length >= PHONE_DIGITS ? 2 : 1);
  });
}

function isOneLonger(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

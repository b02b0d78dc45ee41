import { isWithin } from '../model/level.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Message } from './message.ts';
import { findNumbers, isNear, ownNumbers, PHONE_DIGITS, saysPhone } from './recheck-numbers.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';

/** Telephone numbers: digit for digit the message's own, and still said as often as they have to be. */

/** A number close to one of the message's own is a slip; any other new one is asked about, and refused at vague. */
export const numbersKnown: RecheckRule = (edited) => {
  const own = ownNumbers(edited.message, edited.original);
  return findNumbers(edited.edited, edited.message.language).flatMap(({ digits, from }) => {
    if (isPage(from, edited) || own.all.has(digits) || isOfPractice(digits, edited)) return [];
    const place = edited.at(edited.edited.words[from]?.start ?? 0);
    return isNear(digits, own.said) ? [slip(place)] : asked(digits, place, edited.message);
  });
};

const slip = (place: Place) =>
  problem(
    'number-changed',
    place,
    'this number is a digit or two away from one in the message',
    'Put the number back; if it has really changed, change it in practice.yaml or in the client file.',
  );

function asked(digits: string, place: Place, { level }: Message): Problem[] {
  if (level === 'vague' && digits.length >= PHONE_DIGITS) {
    const say = 'a number stands here, which a vague message does not leave';
    return [problem('phrase-above-level', place, say, 'Take it out.')];
  }
  if (/^(19|20)\d\d$/.test(digits)) return [];
  const say = 'whose number is this? It is none that the message had';
  return [problem('number-unknown', place, say, 'Call it, or look it up, before it goes out.')];
}

/** The practice's main number, where its name may be known as well. */
const isOfPractice = (digits: string, { library, message }: EditedMessage) =>
  isWithin('detailed', message.level) && digits === library.practice.phone.replace(/\D/g, '');

/** Early means within this share of what is said, late means after the rest of it: as in a composed message. */
const EARLY_SHARE = 0.45;
const LATE_SHARE = 0.6;

/** The number to call back is said as often as the template says, early and late; in writing, at least once. */
export const numberStillSaid: RecheckRule = (edited) => {
  const { requires, numberSaid } = edited.template.header;
  const wanted = numberSaid ?? 1;
  const bearers = edited.sections.filter(({ sentences }) =>
    sentences.some(({ anchor }) => saysPhone(anchor)),
  );
  // A section that is missing is named already.
  const isMissing = bearers.some(({ kind, section }) => kind === 'deleted' && requires.includes(section));
  const shares = sharesOf(edited);
  if (bearers.length === 0 || isMissing || shares === undefined) return [];
  const lost = bearers
    .flatMap(({ sentences }) => sentences)
    .find(({ anchor, isSame, at }) => !isSame && at.length > 0 && saysPhone(anchor));
  const index = lost?.at[0] ?? edited.edited.words.length - 1;
  const report = (message: string, hint: string) => [
    problem('number-not-said', edited.at(edited.edited.words[index]?.start ?? 0), message, hint),
  ];
  if (shares.length < wanted)
    return report(`the number to call back is said ${shares.length} times, not ${wanted}`, 'Put it back.');
  if (numberSaid === undefined || wanted === 0) return [];
  if ((shares[0] ?? 0) > EARLY_SHARE)
    return report('the number comes late for the first time', 'Say it near the beginning as well.');
  return wanted > 1 && (shares.at(-1) ?? 1) < LATE_SHARE
    ? report('the number does not come again near the end', 'Say it once more at the end.')
    : [];
};

/** How far into the text each saying of the number is; a slip in it is reported as such, and counts as said. */
function sharesOf(edited: EditedMessage): number[] | undefined {
  const { phone, all } = ownNumbers(edited.message, edited.original);
  if (phone === undefined) return undefined;
  const { words } = edited.edited;
  const body = words.filter((_, index) => !isPage(index, edited));
  const start = body[0]?.start ?? 0;
  const length = Math.max(1, (body.at(-1)?.end ?? 0) - start);
  return findNumbers(edited.edited, edited.message.language)
    .filter(
      ({ from, digits }) =>
        !isPage(from, edited) && (digits === phone || (!all.has(digits) && isNear(digits, [phone]))),
    )
    .map(({ from }) => ((words[from]?.start ?? 0) - start) / length);
}

/** Whether the word belongs to what stands on the page around the sections. */
function isPage(index: number, { owner, found }: EditedMessage): boolean {
  const one = found[owner[index] ?? -1];
  return one !== undefined && one.anchor.section === undefined;
}

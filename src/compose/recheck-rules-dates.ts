import { type FoundDate, findDates, weekdayOf } from '../course/find-dates.ts';
import { problem } from '../problem.ts';
import type { Message } from './message.ts';
import { findWholeDates } from './recheck-dates.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';

/** Every day in the edited text is one that the message is about, and the day of closing still stands. */

/** A day that is none of the message's is asked about; one whose weekday is another is wrong. */
export const datesKnown: RecheckRule = (edited) => {
  const { language, message } = { language: edited.message.language, ...edited };
  const own = ownDates(edited);
  return datesIn(edited, language).flatMap((date) => {
    if (isUntouched(date, edited)) return [];
    const place = edited.at(date.start);
    const twin = own.find((one) => isSameDay(one, date));
    if (isMisfit(date, twin, message)) {
      const say = 'the weekday and the date here do not fit each other';
      return [problem('date-misfit', place, say, 'Look the day up, and say both or only the date.')];
    }
    if (twin !== undefined) return [];
    const say = 'which day is this? It is none of the days that this message is about';
    return [
      problem(
        'date-unknown',
        place,
        say,
        'Check it in the calendar; a closing day or reply day is set in the client file.',
      ),
    ];
  });
};

/** The day on which the file closes still stands where it was said. */
export const closingDateStands: RecheckRule = (edited) => {
  const { language } = edited.message;
  const closing = edited.sections.find(({ section }) => section === 'closing-notice');
  const words = closing?.sentences.flatMap(({ anchor }) => anchor.words) ?? [];
  const said = words.filter(({ field }) => field === 'closingDate').map(({ shown }) => shown);
  const [wanted] = findDates(said.join(' '), language);
  if (closing === undefined || closing.kind === 'deleted' || wanted === undefined) return [];
  const stands = datesIn(edited, language).some(
    (date) => date.day !== undefined && date.month !== undefined && isSameDay(wanted, date),
  );
  const start = edited.edited.words[closing.sentences.flatMap(({ at }) => at)[0] ?? -1]?.start ?? 0;
  return stands
    ? []
    : [
        problem(
          'closing-without-date',
          edited.at(start),
          'the day on which the file closes no longer stands here',
          'Put the day back; to close on another day, set closingDate in the client file.',
        ),
      ];
};

/** The days in the edited text, but for those on the page around the sections. */
function datesIn({ edited, owner, found }: EditedMessage, language: string): FoundDate[] {
  const isPage = (index: number) => {
    const one = found[owner[index] ?? -1];
    return one !== undefined && one.anchor.section === undefined;
  };
  return findWholeDates(edited.text, language).filter((date) => {
    const first = edited.words.findIndex(({ end }) => end > date.start);
    return first >= 0 && !isPage(first);
  });
}

const known = new WeakMap<Message, readonly FoundDate[]>();

function ownDates({ message, original }: EditedMessage): readonly FoundDate[] {
  const found =
    known.get(message) ??
    [message.parts.date, ...original.anchors.map(({ text }) => text)].flatMap((text) =>
      findDates(text, message.language),
    );
  known.set(message, found);
  return found;
}

/** Whether all that the date says is said by the message's own day; a weekday alone is that of one of them. */
function isSameDay(own: FoundDate, date: FoundDate): boolean {
  if (date.day === undefined) return date.weekday === own.weekday && own.day !== undefined;
  return (
    date.day === own.day &&
    (date.month === undefined || date.month === own.month) &&
    (date.year === undefined || own.year === undefined || date.year === own.year)
  );
}

/** Whether every word of it stood in the same sentence of the message. */
function isUntouched({ start, end }: FoundDate, { edited, isKept }: EditedMessage): boolean {
  return edited.words.every((word, index) => word.end <= start || word.start >= end || isKept[index]);
}

const MONTHS_BACK = 6;

function isMisfit(date: FoundDate, twin: FoundDate | undefined, { on }: Message): boolean {
  const { month, day, weekday } = date;
  if (month === undefined || day === undefined) return false;
  const [year = 0, thisMonth = 1] = on.split('-').map(Number);
  const likely = month < thisMonth - MONTHS_BACK ? year + 1 : year;
  const actual = weekdayOf(date.year ?? twin?.year ?? likely, month, day);
  return actual === undefined || (weekday !== undefined && weekday !== actual);
}

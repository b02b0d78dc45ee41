import { addMonths } from '../course/dates.ts';
import { textLines } from '../language/document.ts';
import { problem } from '../problem.ts';
import type { Message } from './message.ts';
import type { MessageRule } from './rule.ts';

/** A closing says its date, not one in the past, and never without the open door. */

const closingOf = (message: Message) => message.sections.find(({ section }) => section === 'closing-notice');

/** A closing notice prints the day on which the file closes. */
export const closingHasDate: MessageRule = ({ message }) => {
  const closing = closingOf(message);
  const dated =
    closing?.blocks &&
    textLines(closing.blocks).some((line) => line.some(({ field }) => field === 'closingDate'));
  return closing === undefined || dated
    ? []
    : [
        problem(
          'closing-without-date',
          closing.place,
          'this closing notice does not say when the file closes',
          'Add {{closingDate}}.',
        ),
      ];
};

/** The day on which the file closes is not before the day of the message. */
export const closingNotPast: MessageRule = ({ message, closesOn, placeOf }) =>
  closingOf(message) !== undefined && closesOn < message.on
    ? [
        problem(
          'closing-past',
          placeOf('closingDate'),
          'the closing date is in the past',
          'Set a day from today on, or take closingDate out.',
        ),
      ]
    : [];

/** Wherever closing is said, so is the welcome back. */
export const closingHasOpenDoor: MessageRule = ({ message, template }) =>
  closingOf(message) !== undefined && !message.sections.some(({ section }) => section === 'open-door')
    ? [
        problem(
          'closing-without-open-door',
          template.place,
          'the closing stands here without the open door',
          'Place {{> open-door}} and require it.',
        ),
      ]
    : [];

const MONTHS_FRESH = 6;

/** Crisis lines are said only while someone has checked them in the last half year. */
export const crisisLinesFresh: MessageRule = ({ message, library }) => {
  const { checkedOn } = library.practice.crisis;
  return message.sections.some(({ section }) => section === 'crisis-resources') &&
    addMonths(checkedOn, MONTHS_FRESH) < message.on
    ? [
        problem(
          'crisis-lines-old',
          { file: 'practice.yaml', line: 1, column: 1 },
          `the crisis lines were last checked on ${checkedOn}`,
          'Call each of them, and set crisis.checkedOn.',
        ),
      ]
    : [];
};

import { closingDay } from '../course/due.ts';
import type { Problem } from '../problem.ts';
import type { Checked, MessageRule } from './rule.ts';
import { closingHasDate, closingHasOpenDoor, closingNotPast, crisisLinesFresh } from './rules-closing.ts';
import { levelByField, levelByPhrase, numberAgreed, pageByPhrase } from './rules-disclosure.ts';
import { programNotNamed } from './rules-part2.ts';
import { requiredSections, sectionsInOrder, sectionsNotBlank, wordingFilled } from './rules-sections.ts';
import { numberSaid, secondsWithinLimits } from './rules-speech.ts';
import { overruleAllowed, toneByRules } from './rules-tone.ts';

const MESSAGE_RULES: readonly MessageRule[] = [
  requiredSections,
  sectionsInOrder,
  sectionsNotBlank,
  wordingFilled,
  levelByField,
  levelByPhrase,
  pageByPhrase,
  numberAgreed,
  programNotNamed,
  toneByRules,
  overruleAllowed,
  closingHasDate,
  closingNotPast,
  closingHasOpenDoor,
  crisisLinesFresh,
  numberSaid,
  secondsWithinLimits,
];

/** What is left to hold a trial against: its values are made up, and the tone of all wording is judged by itself. */
const TRIAL_RULES = MESSAGE_RULES.filter((rule) => rule !== toneByRules);

/** Everything that is wrong with the message. */
export function checkMessage(checked: Omit<Checked, 'closesOn'>, isTrial = false): Problem[] {
  const withDay = { ...checked, closesOn: closingDay(checked.occasion) };
  return (isTrial ? TRIAL_RULES : MESSAGE_RULES).flatMap((rule) => rule(withDay));
}

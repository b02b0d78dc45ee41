import type { MessageSection } from '../../compose/message.ts';
import { type Seconds, spokenSeconds } from '../../compose/speech.ts';
import type { Policy } from '../../model/practice.ts';

/** Seconds as a person reads them, and where a mailbox would cut off. */

/** "24 to 28", rounded outwards. */
export const formatRange = ({ low, high }: Seconds): string => `${Math.floor(low)} to ${Math.ceil(high)}`;

/** One figure for where there is no room for two: the middle. */
export const formatMiddle = ({ low, high }: Seconds): string => `${Math.round((low + high) / 2)} s`;

/** Seconds after which mailboxes cut off: most take two or three minutes, some far less. */
export const CUT_OFFS = [30, 60, 120, 180] as const;

/** The position of the first section that a slow speaker would not finish in time; undefined where all of it fits. */
export function findCutOff(
  sections: readonly Pick<MessageSection, 'blocks'>[],
  policy: Policy,
  seconds: number,
): number | undefined {
  const found = sections.findIndex(
    (_, index) => spokenSeconds(sections.slice(0, index + 1), policy).high > seconds,
  );
  return found < 0 ? undefined : found;
}

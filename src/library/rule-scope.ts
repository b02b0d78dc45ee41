import type { Level } from '../model/level.ts';
import type { SectionKey } from '../model/section.ts';
import type { Channel } from './headers.ts';
import type { Rule } from './rules.ts';

/** Where something is said. */
export interface Slot {
  readonly channel: Channel;
  readonly level: Level;
  readonly section?: SectionKey;
  readonly language: string;
}

/** Whether the rule holds there. What only the clinician reads is never judged. */
export function holdsIn(rule: Rule, { channel, level, section, language }: Slot): boolean {
  return (
    channel !== 'prepare' &&
    channel !== 'note' &&
    (rule.channels?.includes(channel) ?? true) &&
    (rule.levels?.includes(level) ?? true) &&
    (section === undefined || (rule.sections?.includes(section) ?? true)) &&
    (rule.languages?.some((one) => language === one || language.startsWith(`${one}-`)) ?? true)
  );
}

/** Whether the rule is about what may be known, not about tone: it does not hold in private. */
export const isDisclosure = ({ levels, severity }: Rule): boolean =>
  levels !== undefined && !levels.includes('private') && severity !== 'warning';

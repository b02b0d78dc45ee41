import { listMarked } from '../language/language-mark.ts';
import { listWords } from '../language/node.ts';
import type { Level } from '../model/level.ts';
import type { SectionKey } from '../model/section.ts';
import type { Channel } from './headers.ts';
import type { Snippet } from './library.ts';
import type { Rule, Rules } from './rules.ts';

/** Where something is said. */
export interface Slot {
  readonly channel: Channel;
  readonly level: Level;
  readonly section?: SectionKey;
  /** Of what is said there, and of words in it that are marked as another. */
  readonly languages: readonly string[];
}

/**
 * Whether the rule holds there: for a language, where some words are in it, so that marking words only ever adds rules.
 * What only the clinician reads is never judged.
 */
export function holdsIn(rule: Rule, { channel, level, section, languages }: Slot): boolean {
  return (
    channel !== 'prepare' &&
    channel !== 'note' &&
    (rule.channels?.includes(channel) ?? true) &&
    (rule.levels?.includes(level) ?? true) &&
    (section === undefined || (rule.sections?.includes(section) ?? true)) &&
    (rule.languages?.some((one) => languages.some((own) => own === one || own.startsWith(`${one}-`))) ?? true)
  );
}

/** The languages in which a snippet can say something. */
export const languagesOf = (
  { header, nodes }: Pick<Snippet, 'header' | 'nodes'>,
  { language }: Pick<Rules, 'language'>,
): string[] => [header.language ?? language, ...listWords(nodes).flatMap(({ text }) => listMarked(text))];

/** Whether the rule is about what may be known, not about tone: it does not hold in private. */
export const isDisclosure = ({ levels, severity }: Rule): boolean =>
  levels !== undefined && !levels.includes('private') && severity !== 'warning';

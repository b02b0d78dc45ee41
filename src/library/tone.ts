import { FACT_NAMES } from '../model/client.ts';
import { closest } from '../model/closest.ts';
import type { Overrule } from '../model/overrule.ts';
import type { ProblemCode } from '../problem.ts';
import type { Channel } from './headers.ts';
import { isDisclosure } from './rule-scope.ts';
import type { Rule, Rules } from './rules.ts';

/** How a rule about tone is told: as what it is, and where it only warns. */

/** The rules about tone that are code: what no list of phrases can say. */
export const BUILT_IN = {
  exclamation: 'An exclamation mark raises the voice, and someone who feels guilty hears it as pressure.',
  'sentence-long': 'A long sentence is hard to take in when it is heard once.',
  'word-hard': 'There is a plainer word for this.',
} as const;

export type BuiltIn = keyof typeof BUILT_IN;

/** Whether tone looks into the words typed for the field: those about the client, and not names, numbers and days. */
export const isTyped = (field: string): boolean => TYPED.has(field);
const TYPED: ReadonlySet<string> = new Set([...FACT_NAMES, 'agreedReason']);

/** The code under which a rule about tone speaks on the channel; undefined for a rule about what may be known. */
export function toneCode(rule: Rule, channel: Channel): ProblemCode | undefined {
  if (isDisclosure(rule)) return undefined;
  return rule.severity === 'warning' || LIVE.includes(channel) ? 'tone-doubtful' : 'tone-refused';
}

/** Where a person speaks and hears the answer, tone never stops her. */
const LIVE: readonly Channel[] = ['opening', 'live', 'someone-else'];

/** Whether anyone but the clinician hears or reads what is said there. */
export const isToned = (channel: Channel): boolean => channel !== 'prepare' && channel !== 'note';

/** What is wrong with the overrules: a rule that nobody may overrule, or that is not there. */
export function overruleFaults(
  overrule: Overrule | undefined,
  rules: Rules,
): { readonly id: string; readonly message: string; readonly hint: string }[] {
  return Object.keys(overrule ?? {}).flatMap((id) => {
    const rule = rules.rules.find((one) => one.id === id);
    if (rule === undefined && Object.hasOwn(BUILT_IN, id)) return [];
    if (rule === undefined) return [{ id, ...unknownRule(id, rules) }];
    if (rule.severity === 'warning') return [];
    const message = `the rule "${id}" is an error, and only warnings can be overruled`;
    return [{ id, message, hint: rule.instead ?? 'Say it in other words.' }];
  });
}

function unknownRule(id: string, { rules }: Rules): { message: string; hint: string } {
  const warnings = rules.filter(({ severity }) => severity === 'warning').map((rule) => rule.id);
  const known = [...warnings, ...Object.keys(BUILT_IN)];
  const near = closest(id, known);
  return {
    message: 'there is no such rule to overrule',
    hint: near === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}

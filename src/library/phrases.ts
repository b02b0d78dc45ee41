import { foldLookAlikes } from '../language/look-alike.ts';
import { LEVELS, type Level } from '../model/level.ts';
import { choice, type Infer, id, list, record, text } from '../model/schema.ts';
import { withoutInvisible } from '../model/text-value.ts';
import type { Channel } from './headers.ts';

/** Words that must not be heard at a level, kept by admins in `snippets/rules.yaml`. */
export const phraseRulesSchema = record({
  rules: list(
    record({
      id: id({ label: 'Id', example: 'kind-of-care' }),
      levels: list(choice(LEVELS, { label: 'Level at which it holds', example: 'minimal' })).min(1),
      say: text({
        label: 'What to tell the author',
        example: 'Whoever plays this hears that it is about care.',
        maximumLength: 200,
      }),
      phrases: list(
        text({ label: 'Word or phrase; a * stands for any ending', example: 'therap*', maximumLength: 60 }),
      )
        .min(1)
        .max(200),
    }),
  ).max(100),
});

/** A rule as it is searched for: each phrase beside the form in which it stands in plain words. */
export interface PhraseRule {
  readonly id: string;
  readonly levels: readonly Level[];
  readonly say: string;
  readonly phrases: readonly { readonly phrase: string; readonly needle: string }[];
}

/** The rules of the file, ready to be searched for, and one that keeps the practice's own name out of what is vague. */
export function preparePhrases(
  { rules }: Infer<typeof phraseRulesSchema>,
  practiceName: string,
): PhraseRule[] {
  const ownName = {
    id: 'practice-name',
    levels: ['vague', 'minimal'] as const,
    say: 'Whoever plays this hears the name of the practice.',
    phrases: [practiceName],
  };
  return [...rules, ownName].map((rule) => ({
    ...rule,
    phrases: rule.phrases.map((phrase) => ({ phrase, needle: needleOf(phrase) })),
  }));
}

/** The rules that hold at a level on a channel; what only the clinician reads is no disclosure. */
export function rulesFor(rules: readonly PhraseRule[], level: Level, channel: Channel): PhraseRule[] {
  return channel === 'prepare' || channel === 'note'
    ? []
    : rules.filter(({ levels }) => levels.includes(level));
}

/** The first of the rule's phrases in plain words, whatever their case, spacing, or kind of quote and hyphen. */
export function findPhrase({ phrases }: PhraseRule, plain: string): string | undefined {
  return phrases.find(({ needle }) => plain.includes(needle))?.phrase;
}

/** The text as lower-case words with one space round each, in which phrases are found. */
export function plainWords(text: string): string {
  const plain = withoutInvisible(text).normalize('NFKD').replace(/\p{M}/gu, '');
  const folded = foldLookAlikes(plain).toLowerCase().replace(/[’‘]/g, "'");
  return ` ${folded.replace(/[^\p{L}\p{N}']+/gu, ' ').trim()} `;
}

function needleOf(phrase: string): string {
  return phrase.endsWith('*') ? plainWords(phrase.slice(0, -1)).trimEnd() : plainWords(phrase);
}

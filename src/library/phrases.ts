import { LEVELS } from '../model/level.ts';
import { choice, type Infer, id, list, record, text } from '../model/schema.ts';
import { withoutInvisible } from '../model/text-value.ts';

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

export type PhraseRule = Infer<typeof phraseRulesSchema>['rules'][number];

/** The first of the rule's phrases that the text says, in any case, spacing, or kind of quote and hyphen. */
export function findPhrase(rule: PhraseRule, spoken: string): string | undefined {
  const plain = plainWords(spoken);
  return rule.phrases.find((phrase) => says(plain, phrase));
}

/** Lower-case words with single spaces round them, ready to be searched. */
export function plainWords(spoken: string): string {
  const folded = withoutInvisible(spoken)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'");
  return ` ${folded.replace(/[^\p{L}\p{N}']+/gu, ' ').trim()} `;
}

function says(plain: string, phrase: string): boolean {
  const open = phrase.endsWith('*');
  const words = plainWords(open ? phrase.slice(0, -1) : phrase).trimEnd();
  return plain.includes(open ? words : `${words} `);
}

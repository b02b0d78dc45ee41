import { FIELD_NAMES, type FieldName } from '../model/field.ts';
import { LEVELS } from '../model/level.ts';
import {
  byWords,
  choice,
  count,
  flag,
  type Infer,
  id,
  languageTag,
  lines,
  list,
  named,
  optional,
  record,
  text,
} from '../model/schema.ts';
import { SECTION_KEYS, type SectionKey } from '../model/section.ts';
import { CHANNELS } from './channels.ts';

/** What admins keep in `snippets/rules.yaml`: what no message may say, or had better not, and what to say instead. */

const LONGEST_PHRASE = 2_000;

const phrases = (label: string) => lines({ label, example: 'therap*', maximumLength: LONGEST_PHRASE });
const examples = (label: string) => lines({ label, example: 'You failed to call.', maximumLength: 300 });

const ruleSchema = record({
  id: id({ label: 'Id', example: 'hint-of-care' }),
  severity: optional(
    choice(['error', 'warning'], { label: 'Whether it stops a message', example: 'warning' }),
  ),
  say: text({
    label: 'What to tell the author',
    example: 'Whoever plays this hears that it is about care.',
    maximumLength: 300,
  }),
  instead: optional(
    text({ label: 'What to write instead', example: 'Say what you saw.', maximumLength: 300 }),
  ),
  channels: optional(list(choice(CHANNELS, { label: 'Channel', example: 'voicemail' }), { least: 1 })),
  levels: optional(
    list(choice(LEVELS, { label: 'Level at which it holds', example: 'minimal' }), { least: 1 }),
  ),
  sections: optional(
    list(
      choice(SECTION_KEYS as readonly [SectionKey, ...SectionKey[]], {
        label: 'Section',
        example: 'purpose',
      }),
      { least: 1 },
    ),
  ),
  languages: optional(
    list(languageTag({ label: 'Language', example: 'en', maximumLength: 35 }), { least: 1 }),
  ),
  fields: optional(
    list(
      choice(FIELD_NAMES as readonly [FieldName, ...FieldName[]], {
        label: 'Field whose typed words it looks at, and at nothing else',
        example: 'progress',
      }),
      { least: 1 },
    ),
  ),
  whole: optional(
    flag({ label: 'Whether it speaks only where its phrases are most of what was typed', example: 'true' }),
  ),
  phrases: phrases('Word or phrase; a * stands for any ending'),
  except: optional(phrases('Phrase that makes it all right')),
  bad: optional(examples('Sentence that the rule must catch')),
  ok: optional(examples('Sentence that the rule must leave alone')),
});

const replacement = text({ label: 'The plain word for it', example: 'use', maximumLength: 60 });

export const rulesSchema = record({
  rules: optional(list(ruleSchema, { most: 100 })),
  words: optional(named(phrases('Word of the list'))),
  hard: optional(byWords(replacement)),
  sentence: optional(record({ words: count(5, 100, { label: 'Most words a sentence', example: '20' }) })),
});

export type Rule = Infer<typeof ruleSchema>;

/** The rules of a practice, as they are kept: plain data, from which `hear` makes what it searches with. */
export interface Rules {
  readonly rules: readonly Rule[];
  /** The named lists that phrases use as <name>. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Hard words, and what to say for them. */
  readonly hard: Readonly<Record<string, string>>;
  /** The most words of a sentence. */
  readonly sentenceWords: number;
  /** The language of wording that does not name its own. */
  readonly language: string;
}

const SENTENCE_WORDS = 20;

/** The rules of the file, and one that keeps the practice's own name out of what says little. */
export function prepareRules(
  file: Infer<typeof rulesSchema>,
  practice: { readonly name: string; readonly language: string },
): Rules {
  const name = (practice.name.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []).join(' ');
  const ownName: Rule = {
    id: 'practice-name',
    levels: ['vague', 'minimal'],
    say: 'Whoever plays this hears the name of the practice.',
    phrases: [name],
  };
  return {
    rules: [...(file.rules ?? []), ...(name === '' ? [] : [ownName])],
    words: file.words ?? {},
    hard: file.hard ?? {},
    sentenceWords: file.sentence?.words ?? SENTENCE_WORDS,
    language: practice.language,
  };
}

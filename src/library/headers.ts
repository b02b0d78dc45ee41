import { NEXT_STEPS, OUTCOMES, RETURN_PATHS, ROLES, SITUATIONS, STEPS } from '../model/choices.ts';
import { FIELDS } from '../model/field.ts';
import { LEVELS } from '../model/level.ts';
import { overruleSchema } from '../model/overrule.ts';
import {
  type Bounds,
  choice,
  count,
  type Infer,
  languageTag,
  list,
  optional,
  record,
  text,
} from '../model/schema.ts';
import { SECTION_KEYS, type SectionKey } from '../model/section.ts';
import { CHANNELS, type CHOICES } from './channels.ts';

/** What stands between the `---` lines of a template and of a snippet. */

export type Channel = (typeof CHANNELS)[number];
export type Step = (typeof STEPS)[number];

const sections = (label: string, bounds: Bounds = {}) =>
  list(
    choice(SECTION_KEYS as readonly [SectionKey, ...SectionKey[]], { label, example: 'greeting' }),
    bounds,
  );
const oneOrMore = <const T extends readonly [string, ...string[]]>(values: T, label: string) =>
  optional(list(choice(values, { label, example: values[0] }), { least: 1 }));

export const templateHeaderSchema = record({
  title: text({ label: 'Title', example: 'Final call, full voicemail', maximumLength: 80 }),
  steps: list(choice(STEPS, { label: 'Step', example: 'final-call' }), { least: 1 }),
  channels: list(choice(CHANNELS, { label: 'Channel', example: 'voicemail' }), { least: 1 }),
  level: choice(LEVELS, { label: 'Level', example: 'detailed' }),
  requires: sections('Required section', { least: 1 }),
  drop: optional(sections('Section to leave out when time is short, first one first')),
  numberSaid: optional(count(0, 4, { label: 'How often the number is said', example: '2' })),
  subject: optional(text({ label: 'Subject line', example: 'Your file with us', maximumLength: 80 })),
  pageNumber: optional(
    text({
      label: 'Page number, with {page} and {pages}',
      example: 'Page {page} of {pages}',
      maximumLength: 40,
    }),
  ),
});

export type ChoiceName = keyof typeof CHOICES;

export const snippetHeaderSchema = record({
  when: optional(
    record({
      step: oneOrMore(STEPS, FIELDS.step.label),
      role: oneOrMore(ROLES, FIELDS.role.label),
      situation: oneOrMore(SITUATIONS, FIELDS.situation.label),
      returnPath: oneOrMore(RETURN_PATHS, FIELDS.returnPath.label),
      outcome: oneOrMore(OUTCOMES, FIELDS.outcome.label),
      nextStep: oneOrMore(NEXT_STEPS, FIELDS.nextStep.label),
    }),
  ),
  channels: oneOrMore(CHANNELS, 'Channels'),
  levels: oneOrMore(LEVELS, 'Levels'),
  needs: optional(
    list(text({ label: 'Fact it cannot do without', example: 'appreciation', maximumLength: 40 }), {
      least: 1,
    }),
  ),
  language: optional(languageTag({ label: 'Language', example: 'es', maximumLength: 35 })),
  overrule: optional(overruleSchema),
});

export type TemplateHeader = Infer<typeof templateHeaderSchema>;
export type SnippetHeader = Infer<typeof snippetHeaderSchema>;

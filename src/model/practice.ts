import { LADDER_DEFAULTS, LADDER_PRESETS, PRESET_NAMES, RUNG_STEPS } from './ladder-presets.ts';
import { LEVELS } from './level.ts';
import {
  choice,
  choiceOrList,
  count,
  field,
  flag,
  type Infer,
  isoDate,
  list,
  named,
  optional,
  record,
  rule,
  text,
  timeZone,
} from './schema.ts';
import { EDIT_RULES, SECTION_KEYS, type SectionKey } from './section.ts';
import { picture, stationery } from './stationery.ts';
import { WEEKDAYS } from './weekdays.ts';

/** Who writes and calls, and by which policy: `practice.yaml`. Nothing in it is about a client. */

const line = (label: string, example: string, maximumLength = 80) => text({ label, example, maximumLength });
const person = { name: line('Full name', 'Ruth Adeyemi'), credentials: optional(field('credentials')) };

const clinician = record({
  ...person,
  plainName: text({ label: 'First name, for vague calls', example: 'Anita', maximumLength: 60 }),
  licence: optional(field('licence')),
  phone: optional(line('Direct number', '312-555-0141', 40)),
  hours: optional(field('hours')),
  supervisor: optional(field('supervisor')),
  signature: optional(picture),
});

const limits = (label: string) =>
  record({
    target: count(5, 600, { label: `${label}: seconds to aim for`, example: '30' }),
    most: count(5, 600, { label: `${label}: seconds never to pass`, example: '45' }),
  });

const rung = record({
  step: choice(RUNG_STEPS, { label: 'Step', example: 'first-call' }),
  days: count(0, 180, { label: 'Days to leave for an answer before the next step', example: '7' }),
  closingDays: optional(
    count(0, 180, { label: 'Days until the file closes, where this step says so', example: '14' }),
  ),
});

const editRule = (section: SectionKey) =>
  optional(choice(EDIT_RULES, { label: `Edits of "${section}"`, example: 'marked' }));
const editRules = Object.fromEntries(SECTION_KEYS.map((section) => [section, editRule(section)])) as Record<
  SectionKey,
  ReturnType<typeof editRule>
>;

const policy = record({
  replyDays: count(1, 90, { label: 'Days to reply', example: '7' }),
  closingDays: count(0, 180, { label: 'Days until a file closes', example: '14' }),
  ladder: optional(
    choiceOrList(
      choice(PRESET_NAMES, { label: 'Steps on the way to closing', example: 'two-calls' }),
      list(rung, { least: 1, most: 8 }),
    ),
  ),
  closingLetter: optional(
    choice(['always', 'clinician-decides', 'never'], {
      label: 'Whether a closing letter goes out',
      example: 'clinician-decides',
    }),
  ),
  tries: optional(
    count(1, 5, { label: 'Calls without a message before the step counts as taken', example: '2' }),
  ),
  permissionMonths: count(1, 120, { label: 'Months after which a permission is old', example: '12' }),
  mostOnVoicemail: choice(LEVELS, { label: 'The most a voicemail may say here', example: 'detailed' }),
  mailUnconfirmed: choice(['none', 'neutral', 'private'], {
    label: 'Mail to an address nobody confirmed',
    example: 'neutral',
  }),
  workingDays: list(choice(WEEKDAYS, { label: 'Working day', example: 'monday' }), { least: 1, most: 7 }),
  holidays: optional(
    list(isoDate({ label: 'Day on which the practice is closed', example: '2026-12-25' }), { most: 60 }),
  ),
  wordsPerMinute: record({
    slow: count(60, 250, { label: 'Words a minute, slow', example: '130' }),
    quick: count(60, 250, { label: 'Words a minute, quick', example: '150' }),
  }),
  review: optional(
    record({
      months: count(1, 60, { label: 'Months until wording is looked at again', example: '12' }),
      graceDays: count(0, 365, {
        label: 'Days after that for which it may still be used without a mark',
        example: '30',
      }),
    }),
  ),
  seconds: record({ vague: limits('Vague'), minimal: limits('Minimal'), detailed: limits('Detailed') }),
  edits: optional(record(editRules)),
});

export const practiceSchema = record({
  sample: optional(flag({ label: 'This is the sample practice', example: 'false' })),
  part2: optional(
    flag({ label: 'Its name alone tells of substance use treatment (42 CFR Part 2)', example: 'false' }),
  ),
  name: line('Name', 'Willow Street Practice', 120),
  language: choice(['en-US', 'en-CA', 'en-GB', 'en-AU'], { label: 'Language', example: 'en-US' }),
  timeZone: timeZone({ label: 'Time zone', example: 'America/Chicago', maximumLength: 60 }),
  address: list(line('Address, line by line', '200 Willow Street', 60), { least: 1, most: 5 }),
  phone: line('Main number', '312-555-0100', 40),
  hours: field('hours'),
  web: optional(line('Web address', 'willowstreet.example')),
  clinicians: named(clinician),
  service: field('service'),
  continues: optional(field('continues')),
  records: field('recordsContact'),
  complaints: field('complaintsContact'),
  consult: field('consultWith'),
  crisis: record({
    checkedOn: isoDate({ label: 'Day on which the crisis lines were checked' }),
    lines: list(
      text({ label: 'Crisis line', example: '988, by call or text, day and night', maximumLength: 120 }),
      { least: 1, most: 6 },
    ),
  }),
  ...stationery,
  policy: rule(
    policy,
    'closingLetter',
    'rules out the closing letter that the ladder has',
    (one) => one.closingLetter !== 'never' || !rungSteps(one).includes('closing-letter'),
  ),
});

function rungSteps({ ladder = LADDER_DEFAULTS.ladder }: Infer<typeof policy>): readonly string[] {
  const rungs = typeof ladder === 'string' ? LADDER_PRESETS[ladder] : ladder;
  return rungs.map(({ step }) => step);
}

export type Practice = Infer<typeof practiceSchema>;
export type Clinician = Practice['clinicians'][string];
export type Policy = Practice['policy'];

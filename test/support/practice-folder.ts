import type { SourceFile } from '../../src/library/front-matter.ts';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

/** A practice folder in memory: two snippets, one template, everything else as small as it may be. */

export const PRACTICE_YAML = `name: Ferry Lane Practice
language: en-US
timeZone: America/Chicago
address: [4 Ferry Lane]
phone: 312-555-0150
hours: weekdays from nine to five
clinicians:
  reyes: { name: Marta Reyes, plainName: Marta }
service: counseling
records: call 312-555-0150
complaints: Iris Vance at 312-555-0151
consult: Iris Vance
crisis: { checkedOn: "2026-11-01", lines: ["988, by call or text"] }
policy:
  replyDays: 7
  closingDays: 14
  permissionMonths: 12
  mostOnVoicemail: detailed
  mailUnconfirmed: neutral
  workingDays: [monday, tuesday, wednesday, thursday, friday]
  wordsPerMinute: { slow: 130, quick: 150 }
  seconds:
    vague: { target: 20, most: 30 }
    minimal: { target: 30, most: 45 }
    detailed: { target: 75, most: 115 }
`;

export type Folder = Readonly<Record<string, string>>;

export const BASE: Folder = {
  'practice.yaml': PRACTICE_YAML,
  'templates/letter.md':
    '---\ntitle: Letter\nsteps: [outreach-letter]\nchannels: [letter]\nlevel: private\nrequires: [greeting, sign-off]\n---\n{{> greeting}}\n\n{{> sign-off}}\n',
  'snippets/greeting/default.md': '---\n---\nDear {{called}},\n',
  'snippets/sign-off/default.md': '---\n---\n{{clinicianName}}\n',
};

export const filesOf = (folder: Folder): SourceFile[] =>
  Object.entries(folder).map(([path, text]) => ({ path, text }));

/** The small practice with files added or replaced. */
export const load = (changes: Folder = {}, sampleText?: string) =>
  loadLibrary(filesOf({ ...BASE, ...changes }), sampleText);

/** `file:line:column code` of each problem in the small practice with the changes. */
export const placesOf = (changes: Folder = {}, sampleText?: string) =>
  load(changes, sampleText).problems.map(
    ({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`,
  );

export const libraryOf = (changes: Folder = {}): Library => {
  const { value, problems } = load(changes);
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
};

/** A snippet file. */
export const snippet = (header: string, body: string) =>
  `---\n${header}${header === '' ? '' : '\n'}---\n${body}\n`;

/** A template file for the first and final call and the outreach letter, with the sections placed in order. */
export function template(
  sections: readonly string[],
  { channel = 'letter', level = 'private', requires = sections, more = '' }: TemplateParts = {},
): string {
  const header = [
    'title: Trial',
    'steps: [first-call, final-call, outreach-letter, closing-letter]',
    `channels: [${channel}]`,
    `level: ${level}`,
    `requires: [${requires.join(', ')}]`,
    ...(more === '' ? [] : [more]),
  ];
  return `---\n${header.join('\n')}\n---\n${sections.map((name) => `{{> ${name}}}\n`).join('\n')}`;
}

interface TemplateParts {
  readonly channel?: string;
  readonly level?: string;
  readonly requires?: readonly string[];
  readonly more?: string;
}

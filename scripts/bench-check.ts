import { guarantee } from '../src/guarantee/guarantee.ts';
import { prove } from '../src/guarantee/prove.ts';
import { parseWording } from '../src/language/parse-wording.ts';
import type { SourceFile } from '../src/library/front-matter.ts';
import type { Library, Snippet } from '../src/library/library.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { RETURN_PATHS, SITUATIONS } from '../src/model/choices.ts';
import { median } from './bench-times.ts';

/** What the guarantee costs: on the sample practice, on one three times its size, and for each branch of a snippet. */

const ON = '2026-11-23';

/** The table of the core's times, with the practice's files given. */
export function checkTable(files: readonly SourceFile[]): string {
  const sample = libraryOf(files);
  const large = libraryOf(grown(files));
  const sizes = ({ templates, snippets }: Library) =>
    `${templates.length} templates, ${snippets.length} snippets`;
  const branches = [4, 6, 8, 10, 12].map((conditions) => {
    const ways = 2 ** conditions;
    const took = median(() => prove(withConditions(sample, conditions), ON), 5);
    return `| a snippet with ${conditions} conditions, ${ways} branches | ${took.toFixed(1)} | ${((took * 1_000) / ways).toFixed(0)} |`;
  });
  return [
    '| the core of `closewell check`, warm | median, ms |',
    '|---|---|',
    `| the sample practice: ${sizes(sample)} | ${median(() => guarantee(copyOf(sample), ON), 15).toFixed(0)} |`,
    `| a made-up practice: ${sizes(large)} | ${median(() => guarantee(copyOf(large), ON), 3).toFixed(0)} |`,
    '',
    '| the proof of one section | median, ms | microseconds a branch |',
    '|---|---|---|',
    ...branches,
  ].join('\n');
}

function libraryOf(files: readonly SourceFile[]): Library {
  const { value, problems } = loadLibrary(files);
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** The library anew, so that nothing worked out for it before is used. */
const copyOf = (library: Library): Library => ({
  ...library,
  practice: { ...library.practice },
  templates: library.templates.map((one) => ({ ...one })),
  snippets: library.snippets.map((one) => ({ ...one })),
});

/** The files with templates copied under other names until there are 40, and snippets added until there are 600. */
function grown(files: readonly SourceFile[]): SourceFile[] {
  const templates = files.filter(({ path }) => path.startsWith('templates/'));
  const copies = Array.from({ length: 40 - templates.length }, (_, index) => {
    const { path, text } = templates[index % templates.length] as SourceFile;
    return { path: path.replace('.md', `-copy-${index}.md`), text };
  });
  const held = files.filter(({ path }) => /^snippets\/.+\.md$/.test(path)).length;
  const cases = SITUATIONS.filter((one) => !['other', 'one-partner-continues'].includes(one)).flatMap(
    (situation) => RETURN_PATHS.flatMap((path) => SECTIONS.map((section) => ({ situation, path, section }))),
  );
  const added = cases.slice(0, 600 - held).map(({ situation, path, section }) => ({
    path: `snippets/${section}/made-up-${situation}-${path}.md`,
    text: `---\nwhen: { situation: [${situation}], returnPath: [${path}], step: [closing-letter, outreach-letter, final-call] }\nlevels: [private]\n---\nThank you.{{#if progress}} I saw you {{progress}}.{{/if}}{{#if appreciation}} I will remember {{appreciation}}.{{else}} I am glad we met.{{/if}}\n`,
  }));
  return [...files, ...copies, ...added];
}

const SECTIONS = [
  'progress',
  'acknowledgment',
  'support-reminders',
  'gratitude',
  'records',
  'referral-offer',
  'sign-off',
  'contact',
  'open-door',
];

const FIELDS = [
  'progress',
  'appreciation',
  'supports',
  'statedReason',
  'copingTools',
  'referral',
  'continues',
  'credentials',
  'licence',
  'supervisor',
  'safeHours',
  'firstSession',
];

/** The library with one snippet alone, of that many conditions side by side and no word outside them. */
function withConditions(library: Library, conditions: number): Library {
  const file = 'snippets/gratitude/trial.md';
  const text = FIELDS.slice(0, conditions)
    .map((path) => `{{#if ${path}}}Thank you. {{else}}Take care. {{/if}}`)
    .join('');
  const { value: nodes = [] } = parseWording({ file, text, linesBefore: 0 });
  const snippet: Snippet = {
    ...(library.snippets[0] as Snippet),
    id: 'gratitude/trial',
    section: 'gratitude',
    header: {},
    nodes,
    decidedBy: FIELDS.slice(0, conditions),
    place: { file, line: 1, column: 1 },
  };
  const templates = library.templates.filter(({ name }) => name === 'letter-closing');
  return { ...library, templates: templates.map((one) => ({ ...one })), snippets: [snippet] };
}

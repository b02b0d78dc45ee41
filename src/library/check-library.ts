import { listReadings, type Reading } from '../language/node.ts';
import { closest } from '../model/closest.ts';
import { FIELD_NAMES, type Field, findField } from '../model/field.ts';
import type { Level } from '../model/level.ts';
import type { SectionKey } from '../model/section.ts';
import { type Problem, problem } from '../problem.ts';
import { CHOICES } from './channels.ts';
import { disclosureProblems } from './check-disclosure.ts';
import type { Channel } from './headers.ts';
import type { Library, Snippet, Template } from './library.ts';
import { admits, specificity } from './match.ts';
import { overruleFaults } from './tone.ts';

/** What must hold between templates and snippets before any client is involved. One rule, one function. */

type Wording = Pick<Library, 'templates' | 'snippets' | 'rules' | 'withdrawn'>;

/** Every problem between the templates and snippets. What stands on other files is left out while those have errors. */
export function libraryProblems(library: Wording, hasFileErrors: boolean): Problem[] {
  const alone = [
    ...library.snippets.flatMap(fieldProblems),
    ...library.snippets.flatMap((snippet) => overruleProblems(snippet, library)),
    ...library.templates.flatMap(templateProblems),
  ];
  return hasFileErrors
    ? alone
    : [
        ...alone,
        ...noTemplates(library),
        ...library.templates.flatMap((t) => missingDefaults(t, library)),
        ...tiedSnippets(library),
        ...disclosureProblems(library),
      ];
}

/** Overrules of what is no warning. */
function overruleProblems({ header, place }: Snippet, { rules }: Wording): Problem[] {
  return overruleFaults(header.overrule, rules).map(({ message, hint }) =>
    problem('overrule-refused', place, message, hint),
  );
}

/** A practice without a template has nothing to say. */
function noTemplates({ templates, withdrawn }: Wording): Problem[] {
  const place = { file: 'templates', line: 1, column: 1 };
  const hint = 'Copy the folder templates from a practice that `closewell init DIR` makes.';
  return templates.length + withdrawn.templates.length > 0
    ? []
    : [problem('template-missing', place, 'there are no templates here', hint)];
}

/** Fields that do not exist, or are used as what they are not. */
function fieldProblems({ header, nodes, place }: Snippet): Problem[] {
  const needs = (header.needs ?? []).map((path): Reading => ({ path, how: 'condition', place }));
  return [...needs, ...listReadings(nodes)].flatMap((reading) => {
    const field = needs.includes(reading) && reading.path.includes('.') ? undefined : findField(reading.path);
    return field === undefined ? [unknownField(reading)] : misuse(reading, field);
  });
}

function unknownField({ path, place }: Reading): Problem {
  const near = closest(path.replace(/\.sentence$/, ''), FIELD_NAMES);
  const hint = near === undefined ? 'See the list of fields in the README.' : `Did you mean "${near}"?`;
  return problem('field-unknown', place, `there is no field "${path}"`, hint);
}

function misuse({ path, how, value, place }: Reading, field: Field): Problem[] {
  if (how === 'print' && field.kind === 'choice') {
    return [
      problem(
        'wording-form',
        place,
        `"${path}" is a choice and cannot be printed`,
        `Write {{#if (eq ${path} "…")}} and the words for it.`,
      ),
    ];
  }
  if (how === 'print' && field.kind === 'list') {
    return [
      problem(
        'wording-form',
        place,
        `"${path}" is a list`,
        `Write {{${path}.sentence}}, or {{#each ${path}}}.`,
      ),
    ];
  }
  if (how === 'each' && field.kind !== 'list') {
    return [problem('wording-form', place, `"${path}" is no list`, `Write {{${path}}}.`)];
  }
  if (value === undefined) return [];
  if (field.kind !== 'choice')
    return [
      problem(
        'wording-form',
        place,
        `"${path}" is typed words and cannot be compared`,
        `Write {{#if ${path}}}.`,
      ),
    ];
  return field.values?.includes(value)
    ? []
    : [
        problem(
          'wording-form',
          place,
          `"${path}" can never be "${value}"`,
          `Use one of: ${field.values?.join(', ')}.`,
        ),
      ];
}

/** Required sections that are not placed, or not in order; sections placed twice; dropping what is required. */
function templateProblems({ header, sections, place }: Template): Problem[] {
  const unplaced = header.requires.filter((section) => !sections.includes(section));
  const repeated = sections.filter((section, index) => sections.indexOf(section) !== index);
  const dropped = (header.drop ?? []).filter(
    (section) => header.requires.includes(section) || !sections.includes(section),
  );
  const order = header.requires.map((section) => sections.indexOf(section));
  const misplaced =
    unplaced.length === 0 && order.some((position, index) => index > 0 && position < (order[index - 1] ?? 0));
  return [
    ...unplaced.map((s) =>
      problem(
        'section-unplaced',
        place,
        `the required section "${s}" is never placed`,
        `Add a line {{> ${s}}} where it belongs.`,
      ),
    ),
    ...repeated.map((s) =>
      problem('section-repeated', place, `the section "${s}" is placed twice`, 'Keep one of the two lines.'),
    ),
    ...dropped.map((s) =>
      problem(
        'section-misplaced',
        place,
        `"drop" names "${s}", which is required or not placed`,
        'Take it out of drop.',
      ),
    ),
    ...(misplaced
      ? [
          problem(
            'section-misplaced',
            place,
            '"requires" is in another order than the lines below',
            'Put both in the same order.',
          ),
        ]
      : []),
  ];
}

/**
 * Sections for which a case could find no snippet: each needs one without `when`. Where there was one until it was
 * withdrawn, that must not stop the messages that do without it, so it is a warning.
 */
function missingDefaults(template: Template, { snippets, withdrawn }: Wording): Problem[] {
  const { level, channels } = template.header;
  return channels.flatMap((channel) => {
    const isDefault = (section: SectionKey) => (s: Snippet) =>
      s.section === section && admits(s, channel, level) && s.header.when === undefined;
    return template.sections
      .filter((section) => !snippets.some(isDefault(section)))
      .map((section) => {
        const gone = withdrawn.snippets.find(isDefault(section));
        return gone === undefined
          ? withoutDefault(section, channel, template)
          : defaultWithdrawn(section, channel, gone);
      });
  });
}

function withoutDefault(section: SectionKey, channel: Channel, { header, place }: Template): Problem {
  const message = `"${section}" has no snippet without "when" for ${channel} at level ${header.level}`;
  const hint = `Add snippets/${section}/default.md, or widen the channels or levels of one that is there.`;
  return problem('section-without-snippet', place, message, hint);
}

function defaultWithdrawn(section: SectionKey, channel: Channel, { id, place }: Snippet): Problem {
  const message = `"${id}" was withdrawn, and "${section}" has no other words for every case by ${channel}: messages that need them are refused`;
  const hint = 'Write it anew and approve it, or let another snippet stand in its place.';
  return problem('snippet-withdrawn', place, message, hint);
}

/** Pairs of snippets that one case could choose alike. */
function tiedSnippets({ templates, snippets }: Wording): Problem[] {
  const slots = new Map<string, { section: SectionKey; channel: Channel; level: Level }>();
  for (const { header, sections } of templates)
    for (const channel of header.channels)
      for (const section of sections)
        slots.set(`${section} ${channel} ${header.level}`, { section, channel, level: header.level });
  const tied = new Map<string, Problem>();
  for (const { section, channel, level } of slots.values()) {
    const candidates = snippets.filter((s) => s.section === section && admits(s, channel, level));
    for (const [index, a] of candidates.entries())
      for (const b of candidates.slice(index + 1))
        if (specificity(a) === specificity(b) && overlap(a, b)) {
          const message = `"${b.id}" and "${a.id}" can both be chosen for one case (${channel}, ${level})`;
          tied.set(
            `${a.id} ${b.id}`,
            problem(
              'choice-tied',
              b.place,
              message,
              'Give one of them another key under "when", or other channels or levels.',
            ),
          );
        }
  }
  return [...tied.values()];
}

function overlap(a: Snippet, b: Snippet): boolean {
  return (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).every((name) => {
    const one: readonly string[] | undefined = a.header.when?.[name];
    const other: readonly string[] | undefined = b.header.when?.[name];
    return one === undefined || other === undefined || one.some((value) => other.includes(value));
  });
}

import { listReadings, type Node } from '../language/node.ts';
import { parseWording } from '../language/parse-wording.ts';
import { closest } from '../model/closest.ts';
import { parseYaml } from '../model/parse-yaml.ts';
import { type Practice, practiceSchema } from '../model/practice.ts';
import { type Locate, parseWith } from '../model/schema.ts';
import { SECTION_KEYS, type SectionKey } from '../model/section.ts';
import {
  hasErrors,
  type Place,
  type Problem,
  placeAfter,
  problem,
  type Result,
  sortProblems,
} from '../problem.ts';
import { templateId } from './approval.ts';
import { loadApprovals, unknownTexts } from './approvals.ts';
import { libraryProblems } from './check-library.ts';
import { wordingProblems } from './check-wording.ts';
import { compileRules } from './compile-rules.ts';
import { type Decision, lastDecisions } from './decisions.ts';
import { canonicalData, canonicalWording, digestOf } from './digest.ts';
import { loadEnclosures, missingEnclosures } from './enclosures.ts';
import { isSnippetPath, isTemplatePath, unreadFiles } from './file-names.ts';
import { parseFrontMatter, type ReadHeaders, type SourceFile } from './front-matter.ts';
import { type SnippetHeader, snippetHeaderSchema, templateHeaderSchema } from './headers.ts';
import type { Library, Snippet, Template, Wording } from './library.ts';
import { part2Problems } from './part2.ts';
import { prepareRules, type Rules, rulesSchema } from './rules.ts';
import { sampleLeft } from './sample-left.ts';

/** The practice folder's files as a Library. Pure: the shell reads the folder and hands over paths and texts. */

type Loaded<T> = { readonly value: T | undefined; readonly problems: readonly Problem[] };

/**
 * The library of the files, with every problem in any of them; the value is absent if one of them is an error. With the
 * text of the sample's practice.yaml, what was left of it is a problem too.
 */
export function loadLibrary(files: readonly SourceFile[], sampleText?: string): Result<Library> {
  const practice = loadYaml(files, 'practice.yaml', practiceSchema, true);
  const sample =
    sampleText === undefined
      ? undefined
      : loadYaml([{ path: 'practice.yaml', text: sampleText }], 'practice.yaml', practiceSchema, true).value;
  const left =
    practice.value === undefined || sample === undefined
      ? []
      : sampleLeft(practice.value, sample, practice.locate);
  const rules = loadYaml(files, 'snippets/rules.yaml', rulesSchema, false);
  const templates = files.filter(({ path }) => isTemplatePath(path)).map(loadTemplate);
  const headers: ReadHeaders<SnippetHeader> = new Map();
  const snippets = files.filter(({ path }) => isSnippetPath(path)).map((file) => loadSnippet(file, headers));
  const approvals = loadApprovals(files);
  const found = [practice, rules, approvals, ...templates, ...snippets]
    .flatMap(({ problems }) => problems)
    .concat(unreadFiles(files.map(({ path }) => path)));
  const sittings = approvals.value ?? [];
  const decisions = lastDecisions(sittings);
  const wording = withoutWithdrawn(
    {
      templates: templates.flatMap(({ value }) => value ?? []),
      snippets: snippets.flatMap(({ value }) => value ?? []),
      enclosures: loadEnclosures(files),
    },
    decisions,
  );
  const library: Library = {
    practice: practice.value as Practice,
    rules: prepareRules(rules.value ?? {}, practice.value ?? { name: '', language: '' }),
    ...(rules.value === undefined ? {} : { rulesDigest: digestOf(canonicalData(rules.value)) }),
    sittings,
    ...wording,
  };
  const unknown = unknownTexts(decisions, idsOf(files), (sitting, entry) =>
    approvals.locate([sittings.indexOf(sitting), 'approves', sitting.approves?.indexOf(entry) ?? 0], 'value'),
  );
  const gone = practice.value === undefined ? [] : missingEnclosures(practice.value, files, practice.locate);
  const forms = phraseProblems(library.rules, rules.locate);
  const before = [...found, ...gone, ...forms];
  const part2 = hasErrors(before) ? [] : part2Problems(library);
  const errors = [...before, ...left, ...libraryProblems(library, hasErrors(before)), ...part2];
  return hasErrors(errors)
    ? { value: undefined, problems: sortProblems(errors) }
    : { value: library, problems: sortProblems([...errors, ...unknown]) };
}

/** What was withdrawn set apart, so that choosing, checking and proving see the library without it. */
function withoutWithdrawn(
  wording: Wording,
  decisions: ReadonlyMap<string, Decision>,
): Wording & { readonly withdrawn: Wording } {
  const isWithdrawn = (id: string) => decisions.get(id)?.kind === 'withdrawn';
  const those = (isWanted: (id: string) => boolean): Wording => ({
    templates: wording.templates.filter((one) => isWanted(templateId(one))),
    snippets: wording.snippets.filter(({ id }) => isWanted(id)),
    enclosures: wording.enclosures.filter(({ id }) => isWanted(id)),
  });
  return { ...those((id) => !isWithdrawn(id)), withdrawn: those(isWithdrawn) };
}

/** Phrases that are not in the language of phrases, each at its place. */
function phraseProblems(rules: Rules, locate: Locate): Problem[] {
  return compileRules(rules).faults.map(({ path, column, message, hint }) => {
    const what = `this phrase cannot be read, at its letter ${column}: ${message}`;
    return problem('rule-form', placeOfPhrase(path, locate), what, hint);
  });
}

/** Where a phrase stands: an item of a list, or a line of a text, which begins on the line after its key. */
function placeOfPhrase(path: readonly (string | number)[], locate: Locate): Place {
  const own = locate(path, 'value');
  const text = locate(path.slice(0, -1), 'value');
  const index = path.at(-1);
  return typeof index === 'number' && own.line === text.line && own.column === text.column
    ? { ...own, line: own.line + 1 + index }
    : own;
}

/** The ids that approvals know the folder's files by, also of those that cannot be read at the moment. */
const idsOf = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(files.map(({ path }) => path.replace(/^snippets\//, '').replace(/\.(md|yaml)$/, '')));

function loadYaml<T extends Parameters<typeof parseWith>[0]>(
  files: readonly SourceFile[],
  path: string,
  schema: T,
  required: boolean,
) {
  const file = files.find((candidate) => candidate.path === path);
  const place = { file: path, line: 1, column: 1 };
  if (file === undefined) {
    const missing = problem(
      'practice-missing',
      place,
      `the folder has no ${path}`,
      'Start a practice with `closewell init DIR`.',
    );
    return { value: undefined, problems: required ? [missing] : [], locate: () => place };
  }
  const { data, locate, problems } = parseYaml({ file: path, text: file.text, linesBefore: 0 });
  return problems.length > 0
    ? { value: undefined, problems, locate }
    : { ...parseWith(schema, data ?? {}, locate), locate };
}

function loadTemplate(file: SourceFile): Loaded<Template> {
  const { header, body, problems } = parseFrontMatter(file, templateHeaderSchema);
  const parsed = parseWording(body);
  const nodes = parsed.value ?? [];
  const placed = nodes.map((node) => placedSection(node));
  const found = [...problems, ...parsed.problems, ...placed.flatMap((item) => item.problems)];
  const place = { file: file.path, line: 1, column: 1 };
  const name = file.path.slice('templates/'.length, -'.md'.length);
  if (header === undefined || hasErrors(found)) return { value: undefined, problems: found };
  return {
    value: {
      name,
      header,
      sections: placed.flatMap(({ value }) => value ?? []),
      runsOn: runningOn(nodes),
      digest: digestOf(canonicalWording(header, body.text)),
      place,
    },
    problems: found,
  };
}

/** The sections that stand on the same line as the one before them. */
function runningOn(nodes: readonly Node[]): SectionKey[] {
  const placed = nodes.filter((node) => node.kind === 'section');
  return placed.flatMap(({ name, place }, index) =>
    placed[index - 1]?.place.line === place.line ? (sectionKey(name, place).value ?? []) : [],
  );
}

function placedSection(node: Node): Loaded<SectionKey> {
  if (node.kind === 'section') return sectionKey(node.name, node.place);
  if (node.kind === 'words' && node.text.trim() === '') return { value: undefined, problems: [] };
  const message = 'a template holds only lines such as {{> greeting}}';
  const space = node.kind === 'words' ? node.text.slice(0, node.text.search(/\S/)) : '';
  return {
    value: undefined,
    problems: [
      problem(
        'wording-form',
        placeAfter(node.place, space),
        message,
        'Move words and conditions into a snippet.',
      ),
    ],
  };
}

/** The snippet of a file, with every problem in it; pure of the rest of the library, but for headers read before. */
export function loadSnippet(file: SourceFile, headers?: ReadHeaders<SnippetHeader>): Loaded<Snippet> {
  const { header, body, problems } = parseFrontMatter(file, snippetHeaderSchema, headers);
  const [, folder = '', variant = ''] = file.path.split('/');
  const place = { file: file.path, line: 1, column: 1 };
  const section = sectionKey(folder, place);
  const parsed = parseWording(body);
  const found = [
    ...problems,
    ...section.problems,
    ...parsed.problems,
    ...wordingProblems(parsed.value ?? [], place),
  ];
  if (header === undefined || section.value === undefined || hasErrors(found))
    return { value: undefined, problems: found };
  const nodes = parsed.value ?? [];
  const id = `${folder}/${variant.slice(0, -'.md'.length)}`;
  return {
    value: {
      id,
      section: section.value,
      header,
      nodes,
      digest: digestOf(canonicalWording(header, body.text)),
      decidedBy: decidedBy(header, nodes),
      place,
    },
    problems: found,
  };
}

function decidedBy(header: SnippetHeader, nodes: readonly Node[]): string[] {
  const looks = listReadings(nodes).flatMap(({ how, path }) => (how === 'print' ? [] : [path]));
  return [...Object.keys(header.when ?? {}), ...looks];
}

function sectionKey(name: string, place: Place): Loaded<SectionKey> {
  const key = SECTION_KEYS.find((known) => known === name);
  if (key !== undefined) return { value: key, problems: [] };
  const near = closest(name, SECTION_KEYS);
  const hint = near === undefined ? `Use one of: ${SECTION_KEYS.join(', ')}.` : `Did you mean "${near}"?`;
  return {
    value: undefined,
    problems: [problem('section-unknown', place, `there is no section "${name}"`, hint)],
  };
}

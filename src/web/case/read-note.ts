import { addDays, formatDate } from '../../course/dates.ts';
import type { Node } from '../../language/node.ts';
import type { Library, Snippet } from '../../library/library.ts';
import { matchesOf } from '../../library/match.ts';
import { OUTCOMES } from '../../model/choices.ts';
import type { Attempt } from '../../model/client.ts';
import type { FieldName } from '../../model/field.ts';
import { type CallForm, QUESTION_OF, type QuestionId } from './questions.ts';

/**
 * The last contact note, read back: each of its lines is held against the practice's own wording of notes, and of the
 * texts that the note names, so that whatever wrote it tells what stands where. Nothing is guessed: what no line of that
 * wording says is left to be asked.
 */

/** What a note tells: answers for the form, whose client it is, and the attempt itself. */
export interface NoteRead {
  readonly answers: Partial<CallForm>;
  readonly clinician?: string;
  readonly attempt?: Attempt;
}

/** More than any note has; what is longer is cut off before it is read. */
export const MOST_NOTE = 20_000;
const MOST_LINE = 300;

/** What the note tells on the day; undefined where hardly a line of it is in the practice's words. */
export function readNote(text: string, library: Library, on: string): NoteRead | undefined {
  const lines = text
    .slice(0, MOST_NOTE)
    .split(/\r?\n/)
    .map(plainLine)
    .filter((line) => line !== '' && line.length <= MOST_LINE);
  const template = library.templates.find(({ header }) => header.steps.includes('contact-note'));
  if (template === undefined) return undefined;
  const named = namedIn(text, library);
  const facts = new Map<string, string>();
  const matched: Snippet[] = [];
  for (const snippet of [...matchesOf(template, 'note', library.snippets), ...named.snippets])
    for (const pattern of patternsOf(snippet))
      for (const line of lines) if (takeFacts(pattern, line, facts)) matched.push(snippet);
  if (facts.size < FEWEST) return undefined;
  return told(facts, matched, { library, on, template: named.template });
}

const FEWEST = 3;

/** A line without the marks of lists, headings and bold, as a record system may keep it. */
const plainLine = (line: string) =>
  line
    .replace(/^\s*(?:[-*•#]+\s+)+/, '')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function namedIn(text: string, { snippets, templates }: Library) {
  const ids = new Set(text.slice(0, MOST_NOTE).match(/[a-z-]+\/[a-z0-9-]+/g) ?? []);
  return {
    snippets: snippets.filter(({ id }) => ids.has(id)),
    template: templates.find(({ name }) => ids.has(`templates/${name}`)),
  };
}

interface Pattern {
  readonly form: RegExp;
  /** The path that each group of the form stands for. */
  readonly paths: readonly string[];
}

function patternsOf({ nodes }: Snippet): Pattern[] {
  return linesOf(nodes).flatMap((line) => {
    const paths: string[] = [];
    const source = line.map((node) => sourceOf(node, paths)).join('');
    return /[a-z]{2}/i.test(source.replace(/\(\.\+\?\)/g, ''))
      ? [{ form: new RegExp(`^\\s*${source.trim()}\\s*$`, 'u'), paths }]
      : [];
  });
}

/** The nodes of each line; where a branch has lines of its own, each of them is a line. */
function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'words') {
      const [first = '', ...others] = node.text.split('\n');
      lines.at(-1)?.push({ ...node, text: first });
      for (const text of others) lines.push([{ ...node, text }]);
    } else if (node.kind === 'if' && spansLines(node)) {
      lines.push(...linesOf(node.then), ...linesOf(node.otherwise), []);
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

const spansLines = (node: Node): boolean =>
  node.kind === 'if'
    ? [...node.then, ...node.otherwise].some(spansLines)
    : node.kind === 'each' || (node.kind === 'words' && node.text.includes('\n'));

function sourceOf(node: Node, paths: string[]): string {
  if (node.kind === 'words') return escapeWords(node.text);
  if (node.kind === 'print') {
    paths.push(node.path);
    return '(.+?)';
  }
  if (node.kind !== 'if') return '.*?';
  const branch = (nodes: readonly Node[]) => nodes.map((inner) => sourceOf(inner, paths)).join('');
  return `(?:${branch(node.then)}|${branch(node.otherwise)})`;
}

/** The words as they stand in plain text. */
const escapeWords = (text: string) =>
  text
    .replace(/^\s*(?:[-*#]+\s+)+/, '')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes down what the groups hold, the first of each path; whether the line is of the form. */
function takeFacts({ form, paths }: Pattern, line: string, facts: Map<string, string>): boolean {
  const found = form.exec(line);
  if (found === null) return false;
  for (const [index, path] of paths.entries()) {
    const value = found[index + 1];
    if (value !== undefined && !facts.has(path)) facts.set(path, value);
  }
  return true;
}

interface Around {
  readonly library: Library;
  readonly on: string;
  readonly template: Library['templates'][number] | undefined;
}

function told(facts: ReadonlyMap<string, string>, matched: readonly Snippet[], around: Around): NoteRead {
  const { library, on, template } = around;
  const day = (path: string) => findDay(facts.get(path), library.practice.language, on);
  const outcome = outcomeIn(matched);
  const [label, calledOn, replyBy] = [facts.get('place'), day('today'), day('replyBy')];
  const [step, ...otherSteps] = template?.header.steps ?? [];
  const clinician = Object.entries(library.practice.clinicians).find(
    ([, { name }]) => name === facts.get('clinicianName'),
  )?.[0];
  const attempt: Attempt | undefined =
    outcome === undefined || label === undefined || calledOn === undefined
      ? undefined
      : {
          on: calledOn,
          to: label,
          outcome,
          ...(template === undefined ? {} : { level: template.header.level }),
          ...(step === undefined || otherSteps.length > 0 ? {} : { step }),
          ...(replyBy === undefined ? {} : { replyBy }),
        };
  return {
    answers: answersIn(facts),
    ...(clinician === undefined ? {} : { clinician }),
    ...(attempt === undefined ? {} : { attempt }),
  };
}

function outcomeIn(matched: readonly Snippet[]): Attempt['outcome'] | undefined {
  const said = matched.find(({ section, header }) => section === 'note-outcome' && header.when?.outcome);
  const [one, ...others] = said?.header.when?.outcome ?? [];
  return others.length === 0 ? OUTCOMES.find((outcome) => outcome === one) : undefined;
}

/** Days are the practice's own, and what a list holds cannot be told apart again. */
const NOT_ANSWERS: readonly string[] = ['closingDate', 'firstSession', 'lastSession'];

function answersIn(facts: ReadonlyMap<string, string>): Partial<CallForm> {
  const answers: { [id in QuestionId]?: string } = {};
  for (const [path, value] of facts) {
    const question = QUESTION_OF[path as FieldName];
    if (question !== undefined && !NOT_ANSWERS.includes(path)) answers[question] = value;
  }
  if (answers.leaveNumber !== undefined) answers.leaveNumber = 'yes';
  if (answers.message !== undefined) answers.message = PERMISSIONS[answers.message] ?? '';
  return answers;
}

/** What may be left there, in the words of a note, as an answer of the form. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  'not asked yet': 'not-asked',
  none: 'none',
  vague: 'vague',
  minimal: 'minimal',
  detailed: 'detailed',
};

/** Days before and after today that a note can name. */
const [DAYS_BACK, DAYS_AHEAD] = [1_500, 200];

/** The day that was printed so. */
function findDay(printed: string | undefined, language: string, on: string): string | undefined {
  if (printed === undefined) return undefined;
  for (let back = -DAYS_AHEAD; back <= DAYS_BACK; back++) {
    const day = addDays(on, -back);
    if (formatDate(day, language, 'printed') === printed) return day;
  }
  return undefined;
}

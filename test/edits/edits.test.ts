import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMS, type Form, type MessageName, recheckOf, writtenIn } from '../support/edits.ts';

/**
 * Edits as people make them, each with the verdict a careful supervisor would give. A case is a file: a story, a
 * message of an example, what was done to its text, and everything that is to be said about it, no more and no less.
 */

interface EditCase {
  readonly story: string;
  readonly client: string;
  readonly message: MessageName;
  readonly form?: Form;
  readonly recipient?: number;
  /** Replacements in order; each must stand in the text. */
  readonly edit?: readonly { readonly replace: string; readonly with: string }[];
  /** Put in front of the text, or behind it. */
  readonly before?: string;
  readonly after?: string;
  /** What a mail program or an editor does to the whole text. */
  readonly habit?: keyof typeof HABITS;
  /** The edited text in full. */
  readonly text?: string;
  readonly verdict: {
    /** `section: kind`, for each that is not kept. */
    readonly sections?: Readonly<Record<string, string>>;
    readonly confirm?: readonly string[];
    /** How many sentences are the clinician's own. */
    readonly own?: number;
    /** `code: the first three words at its place`. */
    readonly problems?: readonly string[];
  };
}

const HABITS = {
  'smart quotes': (text: string) =>
    text
      .replace(/(?<=\w)'/g, '’')
      .replace(/"([^"]*)"/g, '“$1”')
      .replaceAll(' - ', ' – '),
  'windows line ends': (text: string) => text.replaceAll('\n', '\r\n'),
  'wrapped at 60': (text: string) => wrap(text, 60),
  'quoted spaces': (text: string) => text.replace(/^/gm, '  ').replaceAll('. ', '.  '),
  'without blank lines': (text: string) => text.replace(/\n{2,}/g, '\n'),
  'pasted twice': (text: string) => `${text}\n${text}`,
};

const wrap = (text: string, width: number) =>
  text.replace(new RegExp(`([^\\n]{1,${width}})(?: |$)`, 'gm'), '$1\n').replace(/\n\n(?=\S)/g, '\n');

const cases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name): [string, EditCase] => [
    name.slice(0, -'.yaml'.length),
    parse(readFileSync(new URL(name, import.meta.url), 'utf8')),
  ]);

const messageOf = ({ client, message, recipient = 1 }: EditCase) => {
  const written = writtenIn(client, message).find(({ index }) => index === recipient - 1);
  if (written === undefined) throw new Error('nothing is written to this person');
  return written;
};

function editedText(one: EditCase): string {
  if (one.text !== undefined) return one.text;
  const composed = FORMS[one.form ?? 'text'](messageOf(one));
  const edited = (one.edit ?? []).reduce((text, { replace, with: words }) => {
    if (!text.includes(replace)) throw new Error(`"${replace}" does not stand in the text`);
    return text.replace(replace, () => words);
  }, composed);
  const whole = `${one.before ?? ''}${edited}${one.after ?? ''}`;
  return one.habit === undefined ? whole : HABITS[one.habit](whole);
}

/** What was said, in the form of a case's verdict. */
function verdictOf(one: EditCase): EditCase['verdict'] {
  const text = editedText(one);
  const { sections, own, problems } = recheckOf(messageOf(one), text);
  const lines = text.split('\n');
  const wordsAt = (line: number, column: number) =>
    (lines[line - 1] ?? '')
      .slice(column - 1)
      .trim()
      .split(/\s+/)
      .slice(0, 3)
      .join(' ');
  return {
    sections: Object.fromEntries(
      sections.filter(({ kind }) => kind !== 'kept').map(({ section, kind }) => [section, kind]),
    ),
    confirm: sections.filter(({ confirm }) => confirm).map(({ section }) => section),
    own: own.length,
    problems: problems
      .map(({ code, place }) => `${code}: ${wordsAt(place.line, place.column)}`.trim())
      .sort(),
  };
}

describe('the verdict on an edit is that of a careful supervisor', () => {
  test.each(cases)('%s', (_, one) => {
    const problems = [...(one.verdict.problems ?? [])].sort();
    expect(verdictOf(one)).toEqual({ sections: {}, confirm: [], own: 0, ...one.verdict, problems });
  });

  test('over at least forty cases, each with its story', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(cases.filter(([, { story }]) => story.length < 20).map(([name]) => name)).toEqual([]);
  });
});

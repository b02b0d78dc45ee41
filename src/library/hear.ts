import type { TextRun } from '../language/document.ts';
import { findMatches } from './automaton.ts';
import { compileRules } from './compile-rules.ts';
import type { Rule, Rules } from './rules.ts';
import { fold, VALUE, type Word, wordsOf } from './words.ts';

/** What the rules hear in a line: every rule that speaks, wherever it holds, and where in the line. */

/** A rule that speaks up, or a hard word where `rule` is absent. */
export interface Heard {
  readonly rule?: Rule;
  /** For a hard word, what to say for it. */
  readonly plain?: string;
  /** The words that it heard, with … for typed ones. */
  readonly said: string;
  /** The fields whose typed words are among them. */
  readonly fields: readonly string[];
}

const SILENT: readonly Heard[] = [];
const MOST_REMEMBERED = 4_000;
const remembered = new WeakMap<Rules, Map<string, readonly Heard[]>>();

/** What the rules hear in fixed text, which recurs and is therefore remembered: never give it what was typed. */
export function hearText(rules: Rules, text: string): readonly Heard[] {
  const known = remembered.get(rules) ?? new Map<string, readonly Heard[]>();
  remembered.set(rules, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const heard = hear(rules, [{ kind: 'text', text }]);
  known.set(text, heard);
  return heard;
}

/** What the rules hear in text that someone typed: nothing of it is remembered. */
export const hearTyped = (rules: Rules, text: string): readonly Heard[] =>
  hear(rules, [{ kind: 'text', text }]);

/**
 * What the rules hear in the runs of one line. A value for which `isClosed` says so is one word like no other; a line in
 * which every value is closed is fixed text.
 */
export function hearLine(
  rules: Rules,
  runs: readonly TextRun[],
  isClosed: (field: string) => boolean,
): readonly Heard[] {
  const closed = (field: string | undefined) => field !== undefined && isClosed(field);
  if (runs.every(({ field }) => field === undefined || isClosed(field)))
    return hearText(rules, runs.map(({ text, field }) => (closed(field) ? VALUE : text)).join(''));
  return hear(
    rules,
    runs.map((run): TextRun => (closed(run.field) ? { kind: 'text', text: VALUE } : run)),
  );
}

/** What the rules hear in the runs, each rule once for the wording and for each field. */
function hear(rules: Rules, runs: readonly TextRun[]): readonly Heard[] {
  const { automaton, meanings } = compileRules(rules);
  const line = lineOf(runs);
  const matches = findMatches(automaton, line.words);
  if (matches.length === 0) return SILENT;
  const found: Heard[] = [];
  const covered = new Map<Rule, Set<number>>();
  for (const { phrase, from, to } of matches) {
    const meaning = meanings[phrase];
    if (meaning === undefined || meaning.kind === 'excuses') continue;
    if (meaning.kind === 'hard') {
      found.push({ plain: meaning.plain, ...heardAt(line, from, to) });
      continue;
    }
    const { rule } = meaning;
    const excused = matches.some((other) => {
      const reason = meanings[other.phrase];
      return reason?.kind === 'excuses' && reason.rule === rule && other.from <= to && other.to >= from;
    });
    if (excused) continue;
    found.push({ rule, ...heardAt(line, from, to) });
    if (rule.whole) {
      const words = covered.get(rule) ?? new Set();
      covered.set(rule, words);
      for (let index = from; index <= to; index++) words.add(index);
    }
  }
  return distinctHeard(
    found.filter(
      ({ rule, fields }) =>
        fitsFields(rule, fields) && (!rule?.whole || isMost(covered.get(rule), fields, line)),
    ),
  );
}

/** How much of what was typed the phrases of a rule that wants the whole of it must fill. */
const MOST_OF = 0.5;

function isMost(covered: ReadonlySet<number> | undefined, fields: readonly string[], line: Line): boolean {
  const typed = line.words.flatMap((word, index) =>
    fields.includes(fieldOf(word, line) ?? '') ? [index] : [],
  );
  const filled = typed.filter((index) => covered?.has(index)).length;
  return filled >= typed.length * MOST_OF;
}

/** The field that a word came from, by its first letter. */
const fieldOf = ({ at }: Word, { ends }: Line) => ends.find(({ end }) => at < end)?.field;

/** A rule for certain fields hears only what was typed for them. */
const fitsFields = (rule: Rule | undefined, fields: readonly string[]) =>
  rule?.fields === undefined ||
  (fields.length > 0 && fields.every((field) => rule.fields?.some((one) => one === field)));

function distinctHeard(found: readonly Heard[]): readonly Heard[] {
  const seen = new Set<string>();
  return found.filter(({ rule, plain, fields }) => {
    const key = `${rule?.id ?? ''} ${plain ?? ''} ${fields.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface Line {
  readonly folded: string;
  readonly words: readonly Word[];
  /** Where each run ends in the folded text, with the field it came from. */
  readonly ends: readonly { readonly end: number; readonly field: string | undefined }[];
}

function lineOf(runs: readonly TextRun[]): Line {
  let folded = '';
  const ends: { end: number; field: string | undefined }[] = [];
  for (const { text, field } of runs) {
    folded += fold(text);
    ends.push({ end: folded.length, field });
  }
  return { folded, words: wordsOf(folded), ends };
}

function heardAt({ folded, words, ends }: Line, from: number, to: number): Pick<Heard, 'said' | 'fields'> {
  const begin = words[from]?.at ?? 0;
  const end = words[to]?.end ?? begin;
  const fields: string[] = [];
  let said = '';
  let at = 0;
  for (const { end: runEnd, field } of ends) {
    const piece = folded.slice(Math.max(at, begin), Math.min(runEnd, end));
    if (field === undefined) said += piece;
    else if (/[\p{L}\p{N}]/u.test(piece) && Math.max(at, begin) < Math.min(runEnd, end)) {
      said += '…';
      fields.push(field);
    }
    at = runEnd;
  }
  return { said: said.replaceAll(VALUE, '…').replace(/\s+/g, ' '), fields: [...new Set(fields)] };
}

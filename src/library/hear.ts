import { type TextRun, VALUE } from '../language/document.ts';
import { withoutForeign } from '../language/foreign-words.ts';
import { joinWords } from '../language/parted-words.ts';
import type { Automaton } from './automaton.ts';
import { type Compiled, compileRules } from './compile-rules.ts';
import { findMatches, type Match, Pass } from './pass.ts';
import type { Rule, Rules } from './rules.ts';
import { fold, type Word, wordsOf } from './words.ts';

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

type Meanings = Compiled['meanings'];

const SILENT: readonly Heard[] = [];
const MOST_REMEMBERED = 4_000;

/** What is remembered of fixed text, and of fixed text before typed words. */
interface Memory {
  readonly heard: Map<string, readonly Heard[]>;
  readonly before: Map<string, Before>;
}

const memories = new WeakMap<Rules, Memory>();

function memoryOf(rules: Rules): Memory {
  const known = memories.get(rules);
  if (known !== undefined && known.heard.size + known.before.size <= MOST_REMEMBERED) return known;
  const fresh = { heard: new Map(), before: new Map() };
  memories.set(rules, fresh);
  return fresh;
}

/** What the rules hear in fixed text, which recurs and is therefore remembered: never give it what was typed. */
export function hearText(rules: Rules, text: string): readonly Heard[] {
  const { heard } = memoryOf(rules);
  const known = heard.get(text);
  if (known !== undefined) return known;
  const made = hearOnce(rules, text);
  heard.set(text, made);
  return made;
}

/**
 * What the rules hear in a text of which nothing is to be remembered, such as one that someone typed: as it stands, and
 * with the words whole that marks part, so that a mark can only ever add to what is heard.
 */
export function hearOnce(rules: Rules, text: string): readonly Heard[] {
  const heard = hearFolded(rules, fold(text));
  const joined = joinWords(text);
  return joined === text ? heard : distinctHeard([...heard, ...hearFolded(rules, fold(joined))]);
}

function hearFolded(rules: Rules, folded: string): readonly Heard[] {
  const line = {
    folded,
    ends: [{ end: folded.length, field: undefined }],
    from: 0,
    to: 0,
    words: wordsOf(folded),
  };
  return judge(line, findMatches(compileRules(rules).automaton, line.words), rules);
}

/**
 * What the rules hear in the runs of one line. A value for which `isClosed` says so is one word like no other; a line in
 * which every value is closed is fixed text. Every rule hears words in another language too; only words that are hard in
 * the rules' own language are not looked for among them.
 */
export function hearLine(
  rules: Rules,
  runs: readonly TextRun[],
  isClosed: (field: string) => boolean,
): readonly Heard[] {
  const own = withoutForeign(runs, rules.language);
  if (own === runs) return hearRuns(rules, runs, isClosed);
  const byRules = hearRuns(rules, runs, isClosed).filter(({ rule }) => rule !== undefined);
  return [...byRules, ...hearRuns(rules, own, isClosed).filter(({ rule }) => rule === undefined)];
}

/** By loops, since it is on the way of every keystroke. */
function hearRuns(
  rules: Rules,
  runs: readonly TextRun[],
  isClosed: (field: string) => boolean,
): readonly Heard[] {
  let wording = '';
  let isOpen = false;
  for (const { text, field } of runs) {
    wording += field === undefined ? text : VALUE;
    isOpen ||= field !== undefined && !isClosed(field);
  }
  const fixed = hearText(rules, wording);
  if (!isOpen) return fixed;
  const typed = hearTyped(rules, foldRuns(runs, isClosed));
  const joined = runs.map((run) => ({ ...run, text: joinWords(run.text) }));
  if (joined.some(({ text }, index) => text !== runs[index]?.text))
    return distinctHeard([...fixed, ...typed, ...hearTyped(rules, foldRuns(joined, isClosed))]);
  return fixed.length === 0 ? typed : [...fixed, ...typed];
}

/** The fixed text that stands before typed words: its words, and a pass over them. */
interface Before {
  readonly words: readonly Word[];
  readonly pass: Pass;
}

/** What the rules hear in the typed words of a line, alone or together with the wording round them. */
function hearTyped(rules: Rules, text: Text): readonly Heard[] {
  const { automaton } = compileRules(rules);
  const fixed = text.folded.slice(0, text.from);
  const before = ENDS_A_WORD.test(fixed) ? passBefore(rules, fixed, automaton) : undefined;
  const line = { ...text, words: wordsOf(text.folded, before?.words, text.to) };
  const [first, end] = typedWords(line);
  if (first === end) return SILENT;
  const pass = new Pass(automaton, line.words, before?.pass);
  pass.run(end);
  pass.finish(end);
  const touching = pass.matches.filter(({ from, to }) => to >= first && from < end);
  return judge(line, touching, rules).filter(({ fields }) => fields.length > 0);
}

/** A word cannot go on after it, nor a mark that ends a sentence. */
const ENDS_A_WORD = /[a-z0-9] $/;

/** The first typed word of a line, and the one after the last. */
function typedWords({ words, from, to }: Line): readonly [first: number, end: number] {
  let first = 0;
  while ((words[first]?.at ?? to) < from) first++;
  let end = first;
  while ((words[end]?.at ?? to) < to) end++;
  return [first, end];
}

/** The words of the text, which recurs, and the pass over them. */
function passBefore(rules: Rules, text: string, automaton: Automaton): Before {
  const { before } = memoryOf(rules);
  const known = before.get(text);
  if (known !== undefined) return known;
  const words = wordsOf(text);
  const pass = new Pass(automaton, words);
  pass.run(words.length);
  const made = { words, pass };
  before.set(text, made);
  return made;
}

/** The matches as what they mean, each rule once for the wording and for each field. */
function judge(line: Line, matches: readonly Match[], rules: Rules): readonly Heard[] {
  if (matches.length === 0) return SILENT;
  const { meanings } = compileRules(rules);
  const found: Heard[] = [];
  for (const match of matches) {
    const meaning = meanings[match.phrase];
    if (meaning?.kind === 'hard') found.push({ plain: meaning.plain, ...heardAt(line, match) });
    if (meaning?.kind !== 'says' || isExcused(match, meaning.rule, matches, meanings)) continue;
    const rule = rules.rules[meaning.rule];
    if (rule?.whole && !fillsMost(meaning.rule, line, matches, meanings)) continue;
    const place = heardAt(line, match);
    if (rule !== undefined && fitsFields(rule, place.fields)) found.push({ rule, ...place });
  }
  return distinctHeard(found);
}

function isExcused(
  { from, to }: Match,
  rule: number,
  matches: readonly Match[],
  meanings: Meanings,
): boolean {
  return matches.some((other) => {
    const reason = meanings[other.phrase];
    return reason?.kind === 'excuses' && reason.rule === rule && other.from <= to && other.to >= from;
  });
}

/** How much of what was typed the phrases of a rule that wants the whole of it must fill. */
const MOST_OF = 0.5;

/** Whether the rule's phrases fill most of what was typed. */
function fillsMost(rule: number, line: Line, matches: readonly Match[], meanings: Meanings): boolean {
  const own = matches.filter(({ phrase }) => {
    const meaning = meanings[phrase];
    return meaning?.kind === 'says' && meaning.rule === rule;
  });
  const [first, end] = typedWords(line);
  let filled = 0;
  for (let index = first; index < end; index++)
    if (own.some(({ from, to }) => from <= index && index <= to)) filled++;
  return filled >= (end - first) * MOST_OF;
}

/** A rule for certain fields hears only what was typed for them. */
const fitsFields = ({ fields: own }: Rule, fields: readonly string[]) =>
  own === undefined || (fields.length > 0 && fields.every((field) => own.some((one) => one === field)));

function distinctHeard(found: readonly Heard[]): readonly Heard[] {
  const seen = new Set<string>();
  return found.filter(({ rule, plain, fields }) => {
    const key = `${rule?.id ?? ''} ${plain ?? ''} ${fields.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface Text {
  readonly folded: string;
  /** Where each run ends in the folded text, with the field it came from. */
  readonly ends: readonly { readonly end: number; readonly field: string | undefined }[];
  /** Where in it the first typed run begins, and where the last one ends. */
  readonly from: number;
  readonly to: number;
}

interface Line extends Text {
  readonly words: readonly Word[];
}

function foldRuns(runs: readonly TextRun[], isClosed: (field: string) => boolean): Text {
  let folded = '';
  let from: number | undefined;
  let to = 0;
  const ends: { end: number; field: string | undefined }[] = [];
  for (const { text, field } of runs) {
    const closed = field !== undefined && isClosed(field);
    const typed = closed ? undefined : field;
    if (typed !== undefined) from ??= folded.length;
    folded += closed ? VALUE : fold(text);
    if (typed !== undefined) to = folded.length;
    ends.push({ end: folded.length, field: typed });
  }
  return { folded, ends, from: from ?? 0, to };
}

function heardAt({ folded, words, ends }: Line, { from, to }: Match): Pick<Heard, 'said' | 'fields'> {
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

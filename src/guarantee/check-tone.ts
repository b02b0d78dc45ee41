import { isDirection, textLines } from '../language/document.ts';
import { withoutForeign } from '../language/foreign-words.ts';
import { withoutMarked, withoutMarks } from '../language/language-mark.ts';
import { listWords } from '../language/node.ts';
import { type Heard, hearLine, hearText } from '../library/hear.ts';
import type { Library, Snippet } from '../library/library.ts';
import { holdsIn, languagesOf, type Slot } from '../library/rule-scope.ts';
import type { Rule, Rules } from '../library/rules.ts';
import { BUILT_IN, type BuiltIn, isToned, toneCode } from '../library/tone.ts';
import { isSameLanguage } from '../model/language-tag.ts';
import { type Place, type Problem, type ProblemCode, problem, SEVERITY } from '../problem.ts';
import { listSentences } from './reading-grade.ts';
import type { Wording } from './wordings.ts';

/**
 * Whether the wording is kind and plain, before any client is involved: on the source of each snippet, at its place; on
 * every wording that a template can reach, for what spans a field or a branch; and on the lines round the sections.
 */

/** Every rule of tone that the wording breaks, once for each snippet or line, and every sentence or word that is hard. */
export function toneProblems(library: Library, wordings: readonly Wording[]): Problem[] {
  const spoken = bySnippet(wordings).flatMap((reached) => snippetProblems(reached, library));
  return [...spoken, ...library.templates.flatMap((template) => subjectProblems(template, library))];
}

/** A snippet that can be reached, with all that it can say. */
interface Reached {
  readonly snippet: Snippet;
  readonly wordings: readonly Wording[];
}

function bySnippet(wordings: readonly Wording[]): Reached[] {
  const reached = new Map<Snippet, Wording[]>();
  for (const wording of wordings) {
    const known = reached.get(wording.snippet);
    if (known === undefined) reached.set(wording.snippet, [wording]);
    else known.push(wording);
  }
  return [...reached].map(([snippet, own]) => ({ snippet, wordings: own }));
}

/** Something against a rule, where it can be said. */
interface Finding {
  readonly code: ProblemCode;
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
}

function snippetProblems({ snippet, wordings }: Reached, library: Library): Problem[] {
  const slots = wordings.flatMap((wording) => wording.slots).filter(({ channel }) => isToned(channel));
  const first = slots[0];
  if (first === undefined) return [];
  const whole = wordings.flatMap((wording) => inWording(wording, library));
  const source = inSource(snippet, slots, library);
  const known = new Set(source.map(({ id }) => id));
  const findings = [...source, ...whole.filter(({ id }) => !known.has(id))];
  const kept = findings.filter(({ id, code }) => !isOverruled(id, code, snippet));
  return distinctFindings(kept).map(({ code, place, message, hint }) =>
    problem(code, place, `${message} Said in the template "${first.template.name}".`, hint),
  );
}

const isOverruled = (id: string, code: ProblemCode, { header }: Snippet) =>
  SEVERITY[code] === 'warning' && Object.hasOwn(header.overrule ?? {}, id);

function distinctFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, place }) => {
    const key = `${code} ${place.line}:${place.column} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What the fixed text says on all branches, at its place. Directions to the clinician, in italics, are left out. */
function inSource(snippet: Snippet, slots: Wording['slots'], { rules }: Library): Finding[] {
  const live = slots.every(({ channel }) => DIRECTED.includes(channel));
  return listWords(snippet.nodes).flatMap(({ text, place }) => {
    const said = live ? text.replace(DIRECTION, '') : text;
    const heard = hearWording(said, snippet, rules).flatMap((one) =>
      tellHeard(one, snippet, slots, place, rules),
    );
    return said.includes('!')
      ? [...heard, tellBuiltIn('exclamation', '!', place, 'End it with a full stop.')]
      : heard;
  });
}

/** What the rules hear, also in words marked as another language; hard words are looked for in those alone that are not. */
function hearWording(text: string, { header }: Snippet, rules: Rules): readonly Heard[] {
  const isOwn = isSameLanguage(header.language ?? rules.language, rules.language);
  const plain = isOwn ? withoutMarked(text) : '';
  if (plain === text) return hearText(rules, text);
  const byRules = hearText(rules, withoutMarks(text)).filter(({ rule }) => rule !== undefined);
  return [...byRules, ...hearText(rules, plain).filter(({ rule }) => rule === undefined)];
}

/** The channels whose snippets hold directions to the clinician among what is said. */
const DIRECTED: readonly string[] = ['opening', 'live', 'someone-else'];
const DIRECTION = /(?<![*\p{L}])\*(?!\*)[^*]+\*(?!\*)/gu;

/** What only the whole shows: phrases across fields and branches, and long sentences. */
function inWording(wording: Wording, { rules }: Library): Finding[] {
  const { snippet, slots } = wording;
  const place = snippet.place;
  const blocks = slots.every(({ channel }) => DIRECTED.includes(channel))
    ? wording.blocks.filter((block) => !isDirection(block))
    : wording.blocks;
  return textLines([...blocks]).flatMap((line) => {
    const heard = hearLine(rules, line, () => true);
    // The length of a value is not the wording's: each counts as one word.
    const text = withoutForeign(line, rules.language)
      .map((run) => (run.field === undefined ? run.text : 'x'))
      .join('');
    return [
      ...heard.flatMap((one) => tellHeard(one, snippet, slots, place, rules)),
      ...listSentences(text).flatMap((sentence) => tooLong(sentence, place, rules.sentenceWords)),
    ];
  });
}

function tooLong(sentence: string, place: Place, most: number): Finding[] {
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length <= most) return [];
  const beginning = words.slice(0, 4).join(' ');
  const what = `the sentence "${beginning} …" has ${words.length} words, and ${most} is the most`;
  return [{ ...tellBuiltIn('sentence-long', '', place, 'Make two sentences of it.'), message: `${what}.` }];
}

function tellHeard(
  { rule, plain, said }: Heard,
  snippet: Snippet,
  slots: Wording['slots'],
  place: Place,
  rules: Rules,
): Finding[] {
  if (rule === undefined) return [tellBuiltIn('word-hard', said, place, `Say "${plain}".`)];
  const languages = languagesOf(snippet, rules);
  const where = (slot: Wording['slots'][number]): Slot => ({
    channel: slot.channel,
    level: slot.template.header.level,
    section: snippet.section,
    languages,
  });
  const slot = slots.find((one) => isToned(one.channel) && holdsIn(rule, where(one)));
  const code = slot && toneCode(rule, slot.channel);
  return code === undefined || rule.fields !== undefined ? [] : [tellRule(rule, code, said, place)];
}

const tellRule = ({ id, say, instead }: Rule, code: ProblemCode, said: string, place: Place): Finding => ({
  code,
  id,
  message: `"${said}" is against the rule "${id}". ${say}`,
  hint: instead ?? 'Say it in other words.',
  place,
});

const tellBuiltIn = (id: BuiltIn, said: string, place: Place, hint: string): Finding => ({
  code: id === 'exclamation' ? 'tone-doubtful' : id,
  id,
  message: `"${said}" is against the rule "${id}". ${BUILT_IN[id]}`,
  hint,
  place,
});

/** The subject line and the page line are read before anything else. */
function subjectProblems(
  { header, place, name }: Library['templates'][number],
  { rules }: Library,
): Problem[] {
  const { channels, level, subject = '', pageNumber = '' } = header;
  const slots = channels.filter(isToned).map((channel) => ({ channel, level, languages: [rules.language] }));
  return [subject, pageNumber].flatMap((text) =>
    hearText(rules, text).flatMap(({ rule, said }) => {
      const slot = rule && slots.find((one) => rule.fields === undefined && holdsIn(rule, one));
      const code = rule && slot && toneCode(rule, slot.channel);
      if (rule === undefined || code === undefined) return [];
      const finding = tellRule(rule, code, said, place);
      return [problem(code, place, `${finding.message} It stands at the top of "${name}".`, finding.hint)];
    }),
  );
}

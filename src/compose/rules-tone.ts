import { type TextRun, textLines } from '../language/document.ts';
import { listLanguages } from '../language/foreign-words.ts';
import { type Heard, hearLine } from '../library/hear.ts';
import { holdsIn } from '../library/rule-scope.ts';
import { BUILT_IN, type BuiltIn, isToned, isTyped, overruleFaults, toneCode } from '../library/tone.ts';
import { LADDER_OVERRULES } from '../model/ladder-presets.ts';
import { type Problem, type ProblemCode, problem, SEVERITY } from '../problem.ts';
import type { MessageSection, Overruled } from './message.ts';
import type { Checked, MessageRule } from './rule.ts';

/**
 * Kind: no rule of tone is broken by the wording, by what was typed, or by both together. Warnings about wording alone
 * are for its author, and `closewell check` gives them.
 */

/** Every rule of tone that speaks in the message; in a live guide it warns at most. */
export const toneByRules: MessageRule = (checked) =>
  listFindings(checked)
    .filter(({ reason }) => reason === undefined)
    .map((finding) => tell(finding, checked));

/** The overrules that took effect in the message. */
export function listOverruled(checked: Pick<Checked, 'message' | 'library' | 'occasion'>): Overruled[] {
  const bySnippet = checked.message.sections.flatMap(({ overrule }) => Object.entries(overrule ?? {}));
  const byClient =
    checked.occasion.client.overrule === undefined
      ? []
      : listFindings(checked).flatMap(({ id, reason }) => (reason === undefined ? [] : [[id, reason]]));
  return [...new Map([...bySnippet, ...byClient] as [string, string][])].map(([rule, reason]) => ({
    rule,
    reason,
  }));
}

/** A client file overrules warnings that exist, and nothing else. */
export const overruleAllowed: MessageRule = ({ library, occasion, placeOf }) =>
  overruleFaults(occasion.client.overrule, library.rules)
    .filter(({ id }) => !OF_THE_LADDER.has(id))
    .map(({ message, hint }) => problem('overrule-refused', placeOf('overrule'), message, hint));

/** What else a client file overrules; see the ladder. */
const OF_THE_LADDER: ReadonlySet<string> = new Set(Object.values(LADDER_OVERRULES));

/** A rule that speaks about a section: about what was typed for a field, or about its wording. */
interface Finding {
  readonly code: ProblemCode;
  readonly id: string;
  readonly say: string;
  readonly instead: string;
  readonly section: MessageSection;
  readonly said: string;
  readonly field: string | undefined;
  /** Why it was overruled. */
  readonly reason: string | undefined;
}

const isClosed = (field: string) => !isTyped(field);

function listFindings({
  message,
  library,
  occasion,
}: Pick<Checked, 'message' | 'library' | 'occasion'>): Finding[] {
  if (!isToned(message.channel)) return [];
  const findings: Finding[] = [];
  for (const section of message.sections)
    for (const line of textLines(section.blocks)) {
      for (const one of hearLine(library.rules, line, isClosed))
        findings.push(...judge(one, section, message, library));
      raised(line, section, findings);
    }
  const { overrule } = occasion.client;
  return overrule === undefined
    ? findings
    : findings.map((one) =>
        one.field !== undefined && Object.hasOwn(overrule, one.id)
          ? { ...one, reason: overrule[one.id] }
          : one,
      );
}

function judge(
  { rule, plain, said, fields }: Heard,
  section: MessageSection,
  { channel, level, language }: Checked['message'],
  { snippets }: Checked['library'],
): Finding[] {
  const about = { section, said, reason: undefined };
  if (rule === undefined)
    return fields.map((field) => ({
      ...about,
      ...builtIn('word-hard'),
      instead: `Say "${plain}", if that is what is meant.`,
      field,
    }));
  const code = toneCode(rule, channel);
  const isAuthors = fields.length === 0 && code !== undefined && SEVERITY[code] === 'warning';
  if (code === undefined || isAuthors) return [];
  const own = snippets.find(({ id }) => id === section.snippet)?.header;
  const languages = [own?.language ?? language, ...listLanguages(section.blocks)];
  const slot = { channel, level, section: section.section, languages };
  if (!holdsIn(rule, slot)) return [];
  const { id, say, instead = 'Say it in other words.' } = rule;
  const found = { ...about, code, id, say, instead };
  return fields.length === 0
    ? [{ ...found, field: undefined }]
    : fields.map((field) => ({ ...found, field }));
}

/** Adds what there is of exclamation marks in what was typed. */
function raised(line: readonly TextRun[], section: MessageSection, findings: Finding[]): void {
  for (const { field, text } of line) {
    if (field === undefined || !isTyped(field) || !text.includes('!')) continue;
    const instead = 'End it with a full stop.';
    findings.push({ ...builtIn('exclamation'), instead, section, said: '!', field, reason: undefined });
  }
}

const builtIn = (id: BuiltIn) => ({
  code: id === 'exclamation' ? ('tone-doubtful' as const) : id,
  id,
  say: BUILT_IN[id],
});

function tell({ code, id, say, instead, section, said, field }: Finding, { placeOf }: Checked): Problem {
  if (field === undefined)
    return problem(code, section.place, `"${said}" is against the rule "${id}". ${say}`, instead);
  const message = `what was typed for "${field}" is against the rule "${id}". ${say}`;
  const because = SEVERITY[code] === 'warning' ? ` Or say under "overrule" why it is right here.` : '';
  return problem(code, placeOf(field), message, `${instead}${because}`);
}

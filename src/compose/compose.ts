import type { DateForm } from '../course/dates.ts';
import { deriveContext, type Occasion } from '../course/derive-context.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import type { Context } from '../model/context.ts';
import { findField } from '../model/field.ts';
import type { SectionKey } from '../model/section.ts';
import { canBeGiven, howToGive } from '../model/where-given.ts';
import { hasErrors, type Place, type Problem, problem } from '../problem.ts';
import { marksOf, openTexts, refuseUnapproved, refuseWithdrawn } from './approved.ts';
import { listMatches } from './choose.ts';
import { fieldsUsed } from './fields-used.ts';
import { fillSection } from './fill.ts';
import { isSilent, type Message, type MessageSection, type Refusal } from './message.ts';
import { partsOf } from './parts.ts';
import { checkMessage } from './rules.ts';
import { listOverruled } from './rules-tone.ts';
import { type Seconds, spokenSeconds } from './speech.ts';

/** One message: choose a snippet for each section, fill it, fit it to its time, check it. */
export interface Commission {
  readonly library: Library;
  readonly template: Template;
  readonly channel: Channel;
  /** The occasion, but for what the template settles. */
  readonly occasion: Omit<Occasion, 'practice' | 'level' | 'form'> & { readonly step: Step };
  /** Snippets picked by hand: section to variant. */
  readonly use: Readonly<Record<string, string>>;
  /** Optional sections to leave out. */
  readonly without: readonly string[];
  readonly placeOf: (field: string) => Place;
  /** The day on which it is composed, by which approvals are judged; `occasion.on` may lie in the past. */
  readonly today: string;
  /** Whether it shows what wording can say, to nobody: its tone is judged with the wording. */
  readonly isTrial?: boolean;
  /** Whether a message with a text that is not approved is refused, rather than marked. */
  readonly strict?: boolean;
}

/** A message or the reason for none, with every problem met on the way. */
export interface Composed {
  readonly outcome: Message | Refusal;
  readonly problems: readonly Problem[];
}

const SPOKEN: readonly Channel[] = ['opening', 'live', 'someone-else', 'voicemail'];

/** Whether numbers and dates on the channel are said or printed. */
export const formOn = (channel: Channel): DateForm => (SPOKEN.includes(channel) ? 'spoken' : 'printed');

/** The message that the commission asks for; a refusal names the missing facts by their questions. */
export function compose(commission: Commission): Composed {
  const { template, library, channel } = commission;
  const occasion: Occasion = {
    ...commission.occasion,
    practice: library.practice,
    level: template.header.level,
    form: formOn(channel),
  };
  const context = deriveContext(occasion, fieldsUsed(library, template, channel));
  const choices = template.sections.map((section) => chooseSnippet(section, commission, context));
  const facts = choices.flatMap(({ missing }) => missing);
  if (facts.length > 0) return askFor([...new Set(facts)], commission);
  const silent = template.sections.filter(
    (section, index) => template.header.requires.includes(section) && choices[index]?.snippet === undefined,
  );
  const withdrawn =
    silent.length === 0 ? undefined : refuseWithdrawn(silent, commission, deriveContext(occasion));
  if (withdrawn !== undefined) return { outcome: withdrawn, problems: [] };
  const filled = choices.flatMap(({ snippet }) =>
    snippet === undefined ? [] : fillSection(snippet, context, library.practice.language),
  );
  const fillProblems = filled.flatMap(({ problems }) => problems);
  const sections = filled
    .map(({ value }) => value)
    .filter((section) => isRequired(section, template) || !isSilent(section));
  const made = assemble(commission, occasion, sections);
  const message = { ...made, overruled: listOverruled({ message: made, library, occasion }) };
  const problems = [
    ...fillProblems,
    ...checkMessage({ ...commission, message, occasion }, commission.isTrial),
  ];
  if (hasErrors(problems)) return { outcome: failed(problems), problems };
  const open = openTexts(commission, message);
  return {
    outcome:
      commission.strict && open.length > 0
        ? refuseUnapproved(open)
        : { ...message, marks: marksOf(library, open) },
    problems,
  };
}

/** The snippet of a section; a required one without its facts says which are missing, an optional one is left out. */
interface Choice {
  readonly snippet?: Snippet;
  readonly missing: readonly string[];
}

function chooseSnippet(section: SectionKey, commission: Commission, context: Context): Choice {
  const { template, library, channel, use, without } = commission;
  const required = template.header.requires.includes(section);
  if (without.includes(section) && !required) return { missing: [] };
  const { role } = commission.occasion.recipient;
  const matches = listMatches(section, template, channel, context, library.snippets).filter(({ header }) =>
    (header.needs ?? []).every((name) => Object.hasOwn(context, name) || canBeGiven(name, role)),
  );
  const chosen = matches.find(({ id }) => id === `${section}/${use[section]}`) ?? matches[0];
  const missing = (chosen?.header.needs ?? []).filter((name) => !Object.hasOwn(context, name));
  if (chosen !== undefined && missing.length === 0) return { snippet: chosen, missing };
  return { missing: required ? missing : [] };
}

function askFor(facts: readonly string[], { placeOf }: Commission): Composed {
  const asked = facts.map((name) => {
    const question = findField(name)?.question ?? `"${name}" is missing`;
    return problem('fact-missing', placeOf(name), question, howToGive(name));
  });
  return {
    outcome: { refused: 'fact-missing', reason: asked.map(({ message }) => message).join(' '), facts },
    problems: asked,
  };
}

function failed(problems: readonly Problem[]): Refusal {
  const first = problems.find(({ severity }) => severity === 'error');
  return {
    refused: 'check-failed',
    reason: first === undefined ? '' : `${first.message.replace(/\.$/, '')}. ${first.hint}`,
  };
}

const isRequired = ({ section }: MessageSection, { header }: Template) => header.requires.includes(section);

function assemble(commission: Commission, occasion: Occasion, sections: readonly MessageSection[]): Message {
  const { template, library, channel } = commission;
  const fitted = fitToTime(sections, commission);
  return {
    template: template.name,
    title: template.header.title,
    channel,
    step: commission.occasion.step,
    level: template.header.level,
    on: occasion.on,
    language: library.practice.language,
    marks: [],
    ...fitted,
    runsOn: template.runsOn,
    parts: partsOf(commission),
    overruled: [],
  };
}

/** Leaves out optional sections in the template's order until a slow speaker meets the target, or none is left. */
function fitToTime(all: readonly MessageSection[], { template, library, channel }: Commission) {
  const { level, drop = [] } = template.header;
  const { policy } = library.practice;
  if (channel !== 'voicemail' || level === 'private') return { sections: all, dropped: [] };
  let sections = all;
  let seconds: Seconds = spokenSeconds(sections, policy);
  const dropped: SectionKey[] = [];
  for (const section of drop) {
    if (seconds.high <= policy.seconds[level].target) break;
    const rest = sections.filter((s) => s.section !== section);
    if (rest.length === sections.length) continue;
    sections = rest;
    seconds = spokenSeconds(sections, policy);
    dropped.push(section);
  }
  return { sections, dropped, seconds };
}

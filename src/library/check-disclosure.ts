import { withoutMarks } from '../language/language-mark.ts';
import { listReadings, listWords, type Reading } from '../language/node.ts';
import { findField } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Channel } from './headers.ts';
import { hearText } from './hear.ts';
import type { Library, Snippet, Template } from './library.ts';
import { matchesOf } from './match.ts';
import { holdsIn, isDisclosure, languagesOf, type Slot } from './rule-scope.ts';
import type { Rule } from './rules.ts';
import { isToned } from './tone.ts';

/** Whether any wording that a template can reach says more than the template's level, before any client is involved. */

/** Every field and phrase above the level of a template that can reach it, at its place. */
export function disclosureProblems({
  templates,
  snippets,
  rules,
}: Pick<Library, 'templates' | 'snippets' | 'rules'>): Problem[] {
  const fields = once((snippet) => disclosures(snippet));
  const phrases = once((snippet) => ({
    said: disclosed(snippet, rules),
    where: { section: snippet.section, languages: languagesOf(snippet, rules) },
  }));
  const found = templates.flatMap((template) =>
    template.header.channels.flatMap((channel) =>
      matchesOf(template, channel, snippets).flatMap((snippet) => [
        ...fieldsAbove(fields(snippet), template),
        // In private, and in what only the clinician reads, no rule about what may be known holds.
        ...(isPublic(template, channel) ? phrasesAbove(phrases(snippet), template, channel) : []),
      ]),
    ),
  );
  const seen = new Map(
    found.map((one) => [`${one.place.file}:${one.place.line}:${one.place.column} ${one.message}`, one]),
  );
  return [...seen.values()];
}

/** What is found in a snippet, looked for once however many templates can reach it. */
function once<Found>(find: (snippet: Snippet) => Found): (snippet: Snippet) => Found {
  const known = new Map<Snippet, Found>();
  return (snippet) => {
    const found = known.get(snippet) ?? find(snippet);
    known.set(snippet, found);
    return found;
  };
}

const isPublic = ({ header }: Template, channel: Channel) => header.level !== 'private' && isToned(channel);

/** Fields printed, branched on, needed, or chosen by. */
function fieldsAbove(readings: readonly Reading[], { name, header }: Template): Problem[] {
  return readings.flatMap(({ path, place }) => {
    const field = findField(path);
    if (field === undefined || isWithin(field.level, header.level)) return [];
    const message = `"${path}" is ${field.level}, but the template "${name}" is ${header.level}`;
    const hint = `Take the field out, or limit this snippet with levels: [${field.level}].`;
    return [problem('field-above-level', place, message, hint)];
  });
}

function disclosures({ header, nodes, place }: Snippet): Reading[] {
  const chosenBy = [...Object.keys(header.when ?? {}), ...(header.needs ?? [])];
  return [...chosenBy.map((path): Reading => ({ path, how: 'condition', place })), ...listReadings(nodes)];
}

/** A rule about what may be known that some fixed text breaks, wherever the rule holds. */
interface Said {
  readonly rule: Rule;
  readonly said: string;
  readonly place: Place;
}

function disclosed({ nodes }: Snippet, rules: Library['rules']): Said[] {
  return listWords(nodes).flatMap(({ text, place }) =>
    hearText(rules, withoutMarks(text)).flatMap(({ rule, said }) =>
      rule !== undefined && isDisclosure(rule) ? [{ rule, said, place }] : [],
    ),
  );
}

/** What a snippet says against such rules, and where they may hold. */
interface Phrases {
  readonly said: readonly Said[];
  readonly where: Pick<Slot, 'languages'> & { readonly section: Snippet['section'] };
}

function phrasesAbove(
  { said, where }: Phrases,
  { name, header: { level } }: Template,
  channel: Channel,
): Problem[] {
  return said
    .filter(({ rule }) => holdsIn(rule, { channel, level, ...where }))
    .map(({ rule, said, place }) => {
      const message = `"${said}" must not be heard at level ${level}, which the template "${name}" has. ${rule.say}`;
      return problem('phrase-above-level', place, message, rule.instead ?? 'Say it without that word.');
    });
}

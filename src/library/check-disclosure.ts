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
  const heard = new Map<Snippet, readonly Said[]>();
  const said = (snippet: Snippet) => {
    const known = heard.get(snippet) ?? disclosed(snippet, rules);
    heard.set(snippet, known);
    return known;
  };
  const found = templates.flatMap((template) =>
    template.header.channels.flatMap((channel) =>
      matchesOf(template, channel, snippets).flatMap((snippet) => [
        ...fieldsAbove(snippet, template),
        // In private, and in what only the clinician reads, no rule about what may be known holds.
        ...phrasesAbove(isPublic(template, channel) ? said(snippet) : [], template, channel, {
          section: snippet.section,
          languages: languagesOf(snippet, rules),
        }),
      ]),
    ),
  );
  const seen = new Map(
    found.map((one) => [`${one.place.file}:${one.place.line}:${one.place.column} ${one.message}`, one]),
  );
  return [...seen.values()];
}

const isPublic = ({ header }: Template, channel: Channel) => header.level !== 'private' && isToned(channel);

/** Fields printed, branched on, needed, or chosen by. */
function fieldsAbove(snippet: Snippet, { name, header }: Template): Problem[] {
  return disclosures(snippet).flatMap(({ path, place }) => {
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

function phrasesAbove(
  said: readonly Said[],
  { name, header: { level } }: Template,
  channel: Channel,
  where: Pick<Slot, 'languages'> & { readonly section: Snippet['section'] },
): Problem[] {
  return said
    .filter(({ rule }) => holdsIn(rule, { channel, level, ...where }))
    .map(({ rule, said, place }) => {
      const message = `"${said}" must not be heard at level ${level}, which the template "${name}" has. ${rule.say}`;
      return problem('phrase-above-level', place, message, rule.instead ?? 'Say it without that word.');
    });
}

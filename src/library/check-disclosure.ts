import { listReadings, listWords, type Reading } from '../language/node.ts';
import { findField } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { type Problem, problem } from '../problem.ts';
import type { Channel } from './headers.ts';
import type { Library, Snippet, Template } from './library.ts';
import { matchesOf } from './match.ts';
import { findPhrase, plainWords, rulesFor } from './phrases.ts';

/** Whether any wording that a template can reach says more than the template's level, before any client is involved. */

/** Every field and phrase above the level of a template that can reach it, at its place. */
export function disclosureProblems({
  templates,
  snippets,
  phrases,
}: Pick<Library, 'templates' | 'snippets' | 'phrases'>): Problem[] {
  const found = templates.flatMap((template) =>
    template.header.channels.flatMap((channel) =>
      matchesOf(template, channel, snippets).flatMap((snippet) => [
        ...fieldsAbove(snippet, template),
        ...phrasesAbove(snippet, template, channel, phrases),
      ]),
    ),
  );
  const seen = new Map(
    found.map((one) => [`${one.place.file}:${one.place.line}:${one.place.column} ${one.message}`, one]),
  );
  return [...seen.values()];
}

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

function phrasesAbove(
  { nodes }: Snippet,
  { name, header }: Template,
  channel: Channel,
  phrases: Library['phrases'],
): Problem[] {
  const rules = rulesFor(phrases, header.level, channel);
  return listWords(nodes).flatMap(({ text, place }) => {
    const plain = plainWords(text);
    return rules.flatMap((rule) => {
      const phrase = findPhrase(rule, plain);
      const message = `"${phrase}" must not be heard at level ${header.level}, which the template "${name}" has. ${rule.say}`;
      return phrase === undefined
        ? []
        : [problem('phrase-above-level', place, message, 'Say it without that word.')];
    });
  });
}

import { listReadings } from '../language/node.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { matchesOf } from '../library/match.ts';
import { FIELD_NAMES, type FieldName } from '../model/field.ts';

/** Which fields the wording of a template looks at, so that nobody is asked for anything else. */

interface Known {
  readonly snippets: readonly Snippet[];
  readonly fields: readonly FieldName[];
}

const known = new WeakMap<Template, Map<Channel, Known>>();

/** The fields that any wording of the template on the channel prints, decides by or cannot do without; worked out once in
 * the same library. */
export function fieldsUsed(
  { snippets }: Library,
  template: Template,
  channel: Channel,
): readonly FieldName[] {
  const channels = known.get(template) ?? new Map<Channel, Known>();
  known.set(template, channels);
  const before = channels.get(channel);
  if (before?.snippets === snippets) return before.fields;
  const fields = findFields(matchesOf(template, channel, snippets));
  channels.set(channel, { snippets, fields });
  return fields;
}

function findFields(snippets: readonly Snippet[]): readonly FieldName[] {
  const used = new Set(
    snippets.flatMap(({ nodes, header }) => [
      ...listReadings(nodes).map(({ path }) => path.split('.')[0] ?? path),
      ...Object.keys(header.when ?? {}),
      ...(header.needs ?? []),
    ]),
  );
  return FIELD_NAMES.filter((name) => used.has(name));
}

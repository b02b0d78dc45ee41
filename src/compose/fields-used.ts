import { listReadings } from '../language/node.ts';
import type { Channel } from '../library/headers.ts';
import type { Library, Template } from '../library/library.ts';
import { matchesOf } from '../library/match.ts';

/** Which fields the wording of a template looks at, so that nobody is asked for anything else. */

const known = new WeakMap<Template, Map<Channel, ReadonlySet<string>>>();

/** The fields that any wording of the template on the channel prints, decides by or cannot do without; worked out once. */
export function fieldsUsed({ snippets }: Library, template: Template, channel: Channel): ReadonlySet<string> {
  const ofTemplate = known.get(template) ?? new Map<Channel, ReadonlySet<string>>();
  known.set(template, ofTemplate);
  const found =
    ofTemplate.get(channel) ??
    new Set(
      matchesOf(template, channel, snippets).flatMap(({ nodes, header }) => [
        ...listReadings(nodes).map(({ path }) => path.split('.')[0] ?? path),
        ...Object.keys(header.when ?? {}),
        ...(header.needs ?? []),
      ]),
    );
  ofTemplate.set(channel, found);
  return found;
}

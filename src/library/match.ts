import type { Context } from '../model/context.ts';
import type { Level } from '../model/level.ts';
import type { Channel, ChoiceName } from './headers.ts';
import type { Snippet, Template } from './library.ts';

/** Which snippets a section can be said with. */

/** Whether the snippet may be used on the channel at the level at all. */
export function admits({ header }: Snippet, channel: Channel, level: Level): boolean {
  return (header.channels?.includes(channel) ?? true) && (header.levels?.includes(level) ?? true);
}

/** Every snippet that the template could choose on the channel, whatever the case. */
export function matchesOf(template: Template, channel: Channel, snippets: readonly Snippet[]): Snippet[] {
  return snippets.filter(
    (s) => template.sections.includes(s.section) && admits(s, channel, template.header.level),
  );
}

/** Whether all keys of the snippet's `when` hold in the context. */
export function isMatch({ header: { when } }: Snippet, context: Context): boolean {
  if (when === undefined) return true;
  return (Object.keys(when) as ChoiceName[]).every((name) => {
    const values: readonly string[] | undefined = when[name];
    const value = context[name];
    return values === undefined || (typeof value === 'string' && values.includes(value));
  });
}

/** The number of keys of the snippet's `when`: the most specific match is chosen. */
export const specificity = ({ header }: Snippet) => Object.keys(header.when ?? {}).length;

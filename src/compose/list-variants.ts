import { deriveContext, type Occasion } from '../course/derive-context.ts';
import type { Library, Template } from '../library/library.ts';
import type { SectionKey } from '../model/section.ts';
import { listMatches } from './choose.ts';
import { formOn } from './compose.ts';
import type { Message } from './message.ts';

/** What else a message could say, for whoever chooses by hand. */

/** The occasion of a message, but for what the message itself settles. */
export type OccasionOf = Omit<Occasion, 'practice' | 'level' | 'form' | 'step' | 'on'>;

/** The variants that can say the section in this message, the one that is chosen by itself first. Only those are among them for which every needed fact is there. */
export function listVariants(
  library: Library,
  { template: name, channel, step, level, on }: Message,
  section: SectionKey,
  about: OccasionOf,
): string[] {
  const template = library.templates.find((one) => one.name === name);
  if (template === undefined) return [];
  const { practice, snippets } = library;
  const context = deriveContext({ ...about, practice, level, step, on, form: formOn(channel) });
  return listMatches(section, template, channel, context, snippets)
    .filter(({ header }) => (header.needs ?? []).every((need) => Object.hasOwn(context, need)))
    .map(({ id }) => id.slice(section.length + 1));
}

/** Whether the template holds the section without insisting on it. */
export const isOptional = ({ header }: Template, section: SectionKey) => !header.requires.includes(section);

import type { Slot } from '../../src/guarantee/possible-worlds.ts';
import type { Library, Snippet, Template } from '../../src/library/library.ts';
import { type Folder, libraryOf, snippet, template } from './practice-folder.ts';

/** One wording on trial: the snippet `validation/trial` in the small practice, which the template `trial` requires. */

export const TRIAL = 'snippets/validation/trial.md';

/** The practice with the wording on trial; chosen by `when`, it stands beside a default. */
export const trialOf = (body: string, header = '', changes: Folder = {}): Library =>
  libraryOf({
    'templates/trial.md': template(['validation']),
    ...(header.includes('when:') ? { 'snippets/validation/default.md': snippet('', 'Thank you.') } : {}),
    [TRIAL]: snippet(header, body),
    ...changes,
  });

export function snippetIn({ snippets }: Library, id = 'validation/trial'): Snippet {
  const found = snippets.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no snippet ${id}`);
  return found;
}

export function templateIn({ templates }: Library, name = 'trial'): Template {
  const found = templates.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
}

/** Where the wording on trial is said. */
export const trialSlot = (library: Library): Slot => ({ template: templateIn(library), channel: 'letter' });

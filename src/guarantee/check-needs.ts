import type { Library, Snippet, Template } from '../library/library.ts';
import { admits } from '../library/match.ts';
import { ROLES } from '../model/choices.ts';
import { canBeGiven } from '../model/where-given.ts';
import { type Problem, problem } from '../problem.ts';

/**
 * Whether what a required section cannot do without can be given for everyone it is said to. Someone who cannot have a
 * fact is never asked for it: another snippet that fits is taken, and here it is made sure that there is one.
 */

/** Every snippet that a required section falls back on and that needs what some role cannot have. */
export function needProblems(library: Library): Problem[] {
  const found = library.templates.flatMap((template) =>
    template.header.channels.flatMap((channel) =>
      library.snippets
        .filter((one) => isFallback(one, template) && admits(one, channel, template.header.level))
        .flatMap((snippet) => impossible(snippet, template, library)),
    ),
  );
  return [...new Map(found.map((one) => [`${one.place.file} ${one.message}`, one])).values()];
}

const isFallback = ({ section, header }: Snippet, template: Template) =>
  template.header.requires.includes(section) && Object.keys(header.when ?? {}).length === 0;

function impossible(snippet: Snippet, template: Template, { snippets }: Library): Problem[] {
  return ROLES.flatMap((role) => {
    const name = snippet.header.needs?.find((need) => !canBeGiven(need, role));
    const stands = snippets.some(
      (one) => one.section === snippet.section && isForRole(one, role) && isReachable(one, template),
    );
    return name === undefined || stands ? [] : [impossibleNeed(snippet, name, role)];
  });
}

/** Whether it is said to everyone in the role, and needs nothing that they cannot have. */
const isForRole = ({ header: { when = {}, needs = [] } }: Snippet, role: (typeof ROLES)[number]) =>
  Object.keys(when).join() === 'role' &&
  when.role?.includes(role) === true &&
  needs.every((need) => canBeGiven(need, role));

const isReachable = (snippet: Snippet, { header: { channels, level } }: Template) =>
  channels.every((channel) => admits(snippet, channel, level));

function impossibleNeed({ id, place }: Snippet, name: string, role: string): Problem {
  const message = `"${id}" needs "${name}", which nobody can give where the recipient is a ${role}`;
  const hint = `Add a snippet for them with when: { role: [${role}] }, or use {{#if ${name}}} in place of "needs".`;
  return problem('need-impossible', place, message, hint);
}

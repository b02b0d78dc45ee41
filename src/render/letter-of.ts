import type { Message } from '../compose/message.ts';
import type { Block } from '../language/document.ts';
import type { Letter } from './letter.ts';

/** The parts of a written message on their page: the sign-off closes it, everything before it is the body. */
export function letterOf({ sections, runsOn, parts, language, marks, on, title }: Message): Letter {
  const body = sections.filter(({ section }) => section !== 'sign-off');
  return {
    language,
    title: parts.subject ?? parts.letterhead[0] ?? title,
    isoDate: on,
    marks,
    letterhead: parts.letterhead,
    date: parts.date,
    addressee: parts.addressee,
    ...(parts.subject === undefined ? {} : { subject: parts.subject }),
    body: body.reduce<readonly Block[]>(
      (before, { section, blocks }) =>
        runsOn.includes(section) ? runOn(before, blocks) : [...before, ...blocks],
      [],
    ),
    close: sections.filter(({ section }) => section === 'sign-off').flatMap(({ blocks }) => blocks),
    ...(parts.pageNumber === undefined ? {} : { pageNumber: parts.pageNumber }),
  };
}

/** The blocks one after another, the last paragraph before and the first paragraph after as one. */
function runOn(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const last = before.at(-1);
  const [first, ...rest] = after;
  if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph') return [...before, ...after];
  const joined: Block = {
    kind: 'paragraph',
    children: [...last.children, { kind: 'text', text: ' ' }, ...first.children],
  };
  return [...before.slice(0, -1), joined, ...rest];
}

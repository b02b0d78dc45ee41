import type { Message, MessageSection } from '../compose/message.ts';
import type { Block } from '../language/document.ts';
import type { SectionKey } from '../model/section.ts';
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
    body: joinSections(body, runsOn),
    close: sections.filter(({ section }) => section === 'sign-off').flatMap(({ blocks }) => blocks),
    ...(parts.pageNumber === undefined ? {} : { pageNumber: parts.pageNumber }),
  };
}

/** The blocks of the sections; one that runs on begins in the last paragraph before it. */
function joinSections(sections: readonly MessageSection[], runsOn: readonly SectionKey[]): Block[] {
  const joined: Block[] = [];
  for (const { section, blocks } of sections) {
    const [first, ...rest] = blocks;
    const last = joined.at(-1);
    if (runsOn.includes(section) && last?.kind === 'paragraph' && first?.kind === 'paragraph') {
      joined.pop();
      joined.push(
        { kind: 'paragraph', children: [...last.children, { kind: 'text', text: ' ' }, ...first.children] },
        ...rest,
      );
    } else joined.push(...blocks);
  }
  return joined;
}

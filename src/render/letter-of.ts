import type { Message, MessageSection } from '../compose/message.ts';
import type { Block } from '../language/document.ts';
import type { SectionKey } from '../model/section.ts';
import type { Format, Insert, Letter } from './letter.ts';

/** What nobody posts: no window, on the paper of the larger part of the practices. */
const UNPOSTED: Format = { paper: 'letter', envelope: 'none', isLarge: false };

/**
 * The parts of a written message on their page: the sign-off closes it, everything before it is the body. What was
 * `asked` for goes before what the message has of its own; pictures are for whoever draws them to add.
 */
export function letterOf(
  message: Message,
  asked: Partial<Format> = {},
  inserts: readonly Insert[] = [],
): Letter {
  const { sections, runsOn, parts, language, marks, on, title } = message;
  const { stationery, delivery, notations } = parts;
  const { paper, envelope, isLarge } = stationery ?? UNPOSTED;
  const body = sections.filter(({ section }) => section !== 'sign-off');
  return {
    language,
    title: titleOf(parts, title),
    isoDate: on,
    marks,
    letterhead: parts.letterhead,
    date: parts.date,
    addressee: parts.addressee,
    ...(parts.subject === undefined ? {} : { subject: parts.subject }),
    body: joinSections(body, runsOn),
    close: sections.filter(({ section }) => section === 'sign-off').flatMap(({ blocks }) => blocks),
    notations,
    inserts,
    ...(delivery === undefined ? {} : { delivery }),
    format: { paper, envelope, isLarge, ...asked },
    ...(parts.pageNumber === undefined ? {} : { pageNumber: parts.pageNumber }),
  };
}

/** A title that tells no name, unless the practice wants it. */
const titleOf = ({ subject, letterhead, titledTo }: Message['parts'], title: string): string =>
  [subject ?? letterhead[0] ?? title, ...(titledTo === undefined ? [] : [titledTo])].join(', ');

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

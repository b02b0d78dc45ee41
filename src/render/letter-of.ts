import type { Message } from '../compose/message.ts';
import type { Letter } from './letter.ts';

/** The parts of a written message on their page: the sign-off closes it, everything before it is the body. */
export function letterOf({ sections, parts, language, marks, on, title }: Message): Letter {
  const blocksOf = (isClose: boolean) =>
    sections.filter(({ section }) => (section === 'sign-off') === isClose).flatMap(({ blocks }) => blocks);
  return {
    language,
    title: parts.subject ?? parts.letterhead[0] ?? title,
    isoDate: on,
    marks,
    letterhead: parts.letterhead,
    date: parts.date,
    addressee: parts.addressee,
    ...(parts.subject === undefined ? {} : { subject: parts.subject }),
    body: blocksOf(false),
    close: blocksOf(true),
    ...(parts.pageNumber === undefined ? {} : { pageNumber: parts.pageNumber }),
  };
}

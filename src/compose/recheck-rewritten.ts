import type { SectionKey } from '../model/section.ts';
import { type Aligned, type Found, giveTo, type OwnSentence } from './recheck-anchors.ts';
import type { Original } from './recheck-original.ts';

/** Own sentences that stand where sentences of the message stood: those were written anew. */

/** An own sentence that stands in the message word for word, and was found there once already. */
export interface Repeated extends OwnSentence {
  readonly section: SectionKey | undefined;
}

/** Shorter sentences can stand twice by chance. */
const TELLING_LENGTH = 3;

/** The own sentences that are the message's, a second time. */
export function listRepeated({ edited, own, found }: Aligned): Repeated[] {
  if (own.length === 0) return [];
  const keyOf = (words: readonly { readonly key: string }[]) => words.map(({ key }) => key).join(' ');
  const known = new Map(
    found.flatMap(({ anchor, at }) => (at.length > 0 ? [[keyOf(anchor.words), anchor] as const] : [])),
  );
  return own.flatMap(({ from, to }) => {
    const twin = known.get(keyOf(edited.words.slice(from, to)));
    return twin === undefined || to - from < TELLING_LENGTH ? [] : [{ from, to, section: twin.section }];
  });
}

/** The alignment with own sentences given to what they stand for, and the sections of which nothing else is left. */
export interface Rewritten {
  readonly aligned: Aligned;
  readonly sections: ReadonlySet<SectionKey>;
}

/**
 * Gives own sentences between two neighbours to what is lost between them: first one to each section that is gone,
 * then to single sentences. The last in a row gets what is left. Sections that `isOpen` denies get none.
 */
export function giveOwnSentences(
  start: Aligned,
  original: Original,
  isOpen: (section: SectionKey) => boolean,
): Rewritten {
  if (start.own.length === 0) return { aligned: start, sections: new Set() };
  let aligned = start;
  const repeated = new Set(listRepeated(start).map(({ from }) => from));
  const give = (index: number, isFollowed: boolean) => {
    const own = ownInPlace(index, aligned).filter(({ from }) => !repeated.has(from));
    const given = isFollowed ? own.slice(0, 1) : own;
    if (given.length > 0) aligned = giveTo(index, given, aligned);
    return given.length > 0;
  };
  const gone = goneSections(start).filter(isOpen);
  const firsts = gone.map((section) => original.anchors.findIndex((anchor) => anchor.section === section));
  const sections = gone.filter((_, at) =>
    give(firsts[at] ?? -1, isNext(firsts[at + 1], firsts[at], start.found)),
  );
  const lost = start.found.flatMap(({ anchor: { section }, at }, index) =>
    section !== undefined && at.length === 0 && !gone.includes(section) && isOpen(section) ? [index] : [],
  );
  lost.forEach((index, at) => {
    give(index, lost[at + 1] === index + 1);
  });
  return { aligned, sections: new Set(sections) };
}

function goneSections({ found }: Aligned): SectionKey[] {
  const all = new Set(found.flatMap(({ anchor: { section } }) => section ?? []));
  for (const { anchor, at } of found)
    if (anchor.section !== undefined && at.length > 0) all.delete(anchor.section);
  return [...all];
}

/** Whether everything between the two sentences is lost. */
const isNext = (later: number | undefined, index = 0, found: readonly Found[] = []) =>
  later !== undefined && found.slice(index, later).every(({ at }) => at.length === 0);

/** The own sentences between what stands before the sentence and what stands after it. */
function ownInPlace(index: number, { found, own }: Aligned): OwnSentence[] {
  const before = found
    .slice(0, index)
    .findLast(({ at, anchor }) => at.length > 0 && anchor.section !== undefined);
  const from = before?.at.at(-1) ?? lastOfPage(found);
  const to = found.slice(index).find(({ at }) => at.length > 0)?.at[0] ?? Number.POSITIVE_INFINITY;
  return own.filter((one) => one.from > from && one.to <= to);
}

const lastOfPage = (found: readonly Found[]) =>
  Math.max(-1, ...found.flatMap(({ anchor, at }) => (anchor.section === undefined ? at : [])));

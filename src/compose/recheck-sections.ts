import type { EditRule, SectionKey } from '../model/section.ts';
import type { Message } from './message.ts';
import { type Aligned, alignSentences, type Found, giveTo, type OwnSentence } from './recheck-anchors.ts';
import { type Original, originalOf } from './recheck-original.ts';
import type { Words } from './recheck-words.ts';

/** What became of each section of a message in the edited text. */

export type EditKind = 'kept' | 'altered' | 'deleted' | 'moved';

/** One section; `rewritten` says that own words stand where it stood and none of its sentences is left. */
export interface SectionFound {
  readonly section: SectionKey;
  readonly kind: EditKind;
  readonly isMoved: boolean;
  readonly isRewritten: boolean;
  readonly sentences: readonly Found[];
}

/** An own sentence that stands in the message word for word, and was found there once already. */
export interface Repeated extends OwnSentence {
  readonly section: SectionKey | undefined;
}

export interface SectionsFound extends Aligned {
  readonly sections: readonly SectionFound[];
  readonly repeated: readonly Repeated[];
}

/**
 * The sections of the message in the edited text. A section of which no sentence is left, where own sentences stand
 * between its neighbours, counts as rewritten by them; a locked one never does.
 */
export function findSections(
  message: Message,
  edited: Words,
  ruleOf: (section: SectionKey) => EditRule,
): SectionsFound {
  const original = originalOf(message);
  let aligned = alignSentences(original, edited);
  const rewritten = new Set<SectionKey>();
  for (const { section } of message.sections) {
    const index = original.anchors.findIndex((anchor) => anchor.section === section);
    const isGone = aligned.found.every(({ anchor, at }) => anchor.section !== section || at.length === 0);
    if (index < 0 || !isGone || ruleOf(section) === 'locked') continue;
    const inPlace = ownInPlace(index, aligned, original, message, rewritten);
    if (inPlace.length === 0) continue;
    aligned = giveTo(index, inPlace, aligned, original);
    rewritten.add(section);
  }
  const moved = movedSentences(aligned.found);
  const sections = message.sections.map(({ section }): SectionFound => {
    const sentences = aligned.found.filter(({ anchor }) => anchor.section === section);
    const isMoved = sentences.some((sentence) => moved.has(sentence));
    return { section, ...judge(sentences, isMoved), isMoved, isRewritten: rewritten.has(section), sentences };
  });
  const repeated = listRepeated(aligned);
  const isKept = aligned.isKept.map(
    (kept, index) => kept || repeated.some(({ from, to }) => index >= from && index < to),
  );
  return { ...aligned, isKept, sections, repeated };
}

/** Shorter sentences can stand twice by chance. */
const TELLING_LENGTH = 3;

function listRepeated({ edited, own, found }: Aligned): Repeated[] {
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

function judge(sentences: readonly Found[], isMoved: boolean): { kind: EditKind } {
  if (sentences.length > 0 && sentences.every(({ at }) => at.length === 0)) return { kind: 'deleted' };
  if (sentences.some(({ isSame }) => !isSame)) return { kind: 'altered' };
  return { kind: isMoved ? 'moved' : 'kept' };
}

/**
 * The own sentences between the sentence before the section and the one after it. Where several sections in a row are
 * gone, each gets one, and the last gets what is left.
 */
function ownInPlace(
  index: number,
  { found, own }: Aligned,
  { anchors }: Original,
  message: Message,
  rewritten: ReadonlySet<SectionKey>,
): OwnSentence[] {
  const section = anchors[index]?.section;
  const before = found
    .slice(0, index)
    .findLast(({ at, anchor }) => at.length > 0 && anchor.section !== undefined);
  const after = found.slice(index).find(({ at }) => at.length > 0);
  const from = before?.at.at(-1) ?? lastOfPage(found);
  const to = after?.at[0] ?? Number.POSITIVE_INFINITY;
  const between = own.filter((one) => one.from > from && one.to <= to);
  const next = message.sections[message.sections.findIndex((one) => one.section === section) + 1]?.section;
  const isNextGone =
    next !== undefined &&
    !rewritten.has(next) &&
    found.every(({ anchor, at }) => anchor.section !== next || at.length === 0);
  return isNextGone ? between.slice(0, 1) : between;
}

const lastOfPage = (found: readonly Found[]) =>
  Math.max(-1, ...found.flatMap(({ anchor, at }) => (anchor.section === undefined ? at : [])));

/** The fewest sentences that were moved: those outside the longest run that kept its order. */
function movedSentences(found: readonly Found[]): ReadonlySet<Found> {
  const there = found.filter(({ at, anchor }) => at.length > 0 && anchor.section !== undefined);
  const longest: Found[][] = [];
  for (const sentence of there) {
    const before = longest.filter((run) => (run.at(-1)?.at[0] ?? 0) < (sentence.at[0] ?? 0));
    const best = before.reduce<Found[]>((a, b) => (b.length > a.length ? b : a), []);
    longest.push([...best, sentence]);
  }
  const kept = longest.reduce<Found[]>((a, b) => (b.length > a.length ? b : a), []);
  return new Set(there.filter((sentence) => !kept.includes(sentence)));
}

import type { EditRule, SectionKey } from '../model/section.ts';
import type { Message } from './message.ts';
import { type Aligned, alignSentences, type Found } from './recheck-anchors.ts';
import { originalOf } from './recheck-original.ts';
import { giveOwnSentences, listRepeated, type Repeated } from './recheck-rewritten.ts';
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
  const isOpen = (section: SectionKey) => ruleOf(section) !== 'locked';
  const { aligned, sections: rewritten } = giveOwnSentences(
    alignSentences(original, edited),
    original,
    isOpen,
  );
  const moved = movedSentences(aligned.found);
  const sections = message.sections.map(({ section }): SectionFound => {
    const sentences = aligned.found.filter(({ anchor }) => anchor.section === section);
    const isMoved = sentences.some((sentence) => moved.has(sentence));
    return {
      section,
      ...judge(sentences, isMoved),
      isMoved,
      isRewritten: rewritten.has(section) && isNew(sentences),
      sentences,
    };
  });
  const repeated = listRepeated(aligned);
  const isKept = aligned.isKept.map(
    (kept, index) => kept || repeated.some(({ from, to }) => index >= from && index < to),
  );
  return { ...aligned, isKept, sections, repeated };
}

function judge(sentences: readonly Found[], isMoved: boolean): { kind: EditKind } {
  if (sentences.length > 0 && sentences.every(({ at }) => at.length === 0)) return { kind: 'deleted' };
  if (sentences.some(({ isSame }) => !isSame)) return { kind: 'altered' };
  return { kind: isMoved ? 'moved' : 'kept' };
}

/** Whether hardly a word of theirs is left. */
function isNew(sentences: readonly Found[]): boolean {
  const kept = sentences.flatMap(({ changes }) =>
    changes.filter(({ kind }) => kind === 'same').flatMap(({ words }) => words),
  );
  return kept.length * 3 < sentences.reduce((sum, { anchor }) => sum + anchor.words.length, 0);
}

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

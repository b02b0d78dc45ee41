import { type WordChange, wordChanges } from '../language/word-diff.ts';
import { matchExactly } from './recheck-exact.ts';
import type { Anchor, Original } from './recheck-original.ts';
import { matchSimilar } from './recheck-similar.ts';
import { showWord, type Words } from './recheck-words.ts';

/** A message's sentences found again in the edited text. */

/** One sentence of the message and what became of it; `at` are the edited words that are its now, in order. */
export interface Found {
  readonly anchor: Anchor;
  readonly at: readonly number[];
  readonly isSame: boolean;
  /** Word by word, where it is not the same; words bring the space behind them. */
  readonly changes: readonly WordChange[];
}

/** A sentence of the edited text that is the clinician's own: a range of words. */
export interface OwnSentence {
  readonly from: number;
  readonly to: number;
}

export interface Aligned {
  readonly edited: Words;
  readonly found: readonly Found[];
  readonly own: readonly OwnSentence[];
  /** The sentence of the message that each edited word belongs to, or -1. */
  readonly owner: readonly number[];
  /** Whether the edited word stands in that sentence of the message, too. */
  readonly isKept: readonly boolean[];
  /** The field it came from there. */
  readonly fields: readonly (string | undefined)[];
}

/** The sentences of the message in the edited text, and what is left of that. */
export function alignSentences(original: Original, edited: Words): Aligned {
  const ownership = matchExactly(original, edited);
  matchSimilar(original, edited, ownership);
  return { ...describe(original, edited, ownership.owner), own: listOwn(edited, ownership.owner) };
}

/** The same once the sentences given belong to the sentence `index` of the message: they stand where it stood. */
export function giveTo(index: number, sentences: readonly OwnSentence[], aligned: Aligned): Aligned {
  const owner = [...aligned.owner];
  for (const { from, to } of sentences) owner.fill(index, from, to);
  const own = aligned.own.filter((one) => !sentences.includes(one));
  const notes = { edited: aligned.edited, isKept: [...aligned.isKept], fields: [...aligned.fields] };
  const at = owner.flatMap((one, position) => (one === index ? [position] : []));
  const found = aligned.found.map((one, position) =>
    position === index ? describeOne(one.anchor, at, notes) : one,
  );
  return { ...aligned, ...notes, owner, own, found };
}

function describe({ anchors }: Original, edited: Words, owner: readonly number[]): Omit<Aligned, 'own'> {
  const isKept = owner.map(() => false);
  const fields: (string | undefined)[] = owner.map(() => undefined);
  const at = anchors.map((): number[] => []);
  for (const [position, index] of owner.entries()) at[index]?.push(position);
  const found = anchors.map((anchor, index) =>
    describeOne(anchor, at[index] ?? [], { edited, isKept, fields }),
  );
  return { edited, found, owner, isKept, fields };
}

interface Notes {
  readonly edited: Words;
  readonly isKept: boolean[];
  readonly fields: (string | undefined)[];
}

function describeOne(anchor: Anchor, at: readonly number[], { edited, isKept, fields }: Notes): Found {
  const before = anchor.words.map(({ key }) => key);
  const after = at.map((index) => edited.words[index]?.key ?? '');
  const isSame = before.length === after.length && before.every((key, index) => key === after[index]);
  const changes = isSame ? [{ kind: 'same' as const, words: before }] : wordChanges(before, after);
  let from = 0;
  let to = 0;
  const shown = changes.map(({ kind, words }): WordChange => {
    const original = anchor.words.slice(from, from + words.length);
    const now = at.slice(to, to + words.length);
    if (kind === 'same') {
      now.forEach((index, offset) => {
        isKept[index] = true;
        fields[index] = original[offset]?.field;
      });
    }
    if (kind !== 'added') from += words.length;
    if (kind !== 'removed') to += words.length;
    return {
      kind,
      words:
        kind === 'removed' ? original.map((word) => word.shown) : now.map((index) => showWord(edited, index)),
    };
  });
  return { anchor, at, isSame, changes: isSame ? [] : shown };
}

function listOwn({ sentences }: Words, owner: readonly number[]): OwnSentence[] {
  return sentences.filter(({ from }) => owner[from] === -1);
}

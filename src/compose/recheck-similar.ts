import { wordChanges } from '../language/word-diff.ts';
import { type Chunk, listChunks, listFree, type Match, weigh } from './recheck-chunks.ts';
import type { Ownership } from './recheck-exact.ts';
import type { Anchor, Original } from './recheck-original.ts';
import { claimRest, fillSentences } from './recheck-rest.ts';
import type { Words } from './recheck-words.ts';

/** Sentences that were changed: told by the words they still have in common, rare words counting for more. */

interface Pair {
  readonly anchor: number;
  readonly chunk: Chunk;
  readonly score: number;
}

/** Alike means this much of both in common; or most of the message's sentence; or nearly all of a shorter one. */
const ALIKE = 0.4;
const MERGED = 0.6;
const SHORTENED = { share: 0.7, weight: 1 };
/** Gives changed sentences the words that are still theirs, and what was written into a sentence to that sentence. */
export function matchSimilar(original: Original, edited: Words, ownership: Ownership): void {
  const chunks = listChunks(original, edited, ownership);
  const pairs = listPairs(original, edited, ownership, chunks).sort((a, b) => b.score - a.score);
  const settled = new Set<number>();
  for (const { anchor, chunk } of pairs) {
    if (settled.has(anchor)) continue;
    if (claim(anchor, chunk, { original, edited, ownership })) settled.add(anchor);
  }
  for (const chunk of chunks) claimRest(chunk, { original, edited, ownership });
  fillSentences(edited, ownership);
}

/** Chunks and unmatched sentences that are alike; only those with a word in common are looked at. */
function listPairs(
  original: Original,
  edited: Words,
  ownership: Ownership,
  chunks: readonly Chunk[],
): Pair[] {
  const byWord = new Map<string, Set<Chunk>>();
  for (const chunk of chunks)
    for (const { key } of edited.words.slice(chunk.from, chunk.to))
      if (original.spread.has(key)) byWord.set(key, (byWord.get(key) ?? new Set()).add(chunk));
  const owned = new Set(ownership.owner);
  return original.anchors.flatMap((anchor, index) => {
    if (owned.has(index)) return [];
    const near = new Set(anchor.words.flatMap(({ key }) => [...(byWord.get(key) ?? [])]));
    return [...near].flatMap((chunk) => {
      if (anchor.section === undefined && chunk.from >= ownership.bodyFrom) return [];
      ownership.budget -= chunk.to - chunk.from + anchor.words.length;
      const score = ownership.budget > 0 ? scoreOf(anchor, chunk, { original, edited, ownership }) : 0;
      return score > 0 ? [{ anchor: index, chunk, score }] : [];
    });
  });
}

/** How alike they are, from 0 for not at all. */
function scoreOf(anchor: Anchor, chunk: Chunk, { original, edited, ownership }: Match): number {
  const free = new Map<string, number>();
  for (let index = chunk.from; index < chunk.to; index++) {
    const key = edited.words[index]?.key ?? '';
    if (ownership.owner[index] === -1) free.set(key, (free.get(key) ?? 0) + 1);
  }
  const common = anchor.words.filter(({ key }) => {
    const left = free.get(key) ?? 0;
    if (left > 0) free.set(key, left - 1);
    return left > 0;
  });
  const shared = weigh(
    common.map(({ key }) => key),
    original,
  );
  const own = weigh(
    anchor.words.map(({ key }) => key),
    original,
  );
  const alike = (2 * shared) / (own + chunk.weight);
  const isShortened = shared >= SHORTENED.weight && shared / chunk.weight >= SHORTENED.share;
  return alike >= ALIKE || shared / own >= MERGED || isShortened ? alike : 0;
}

/** Takes the words of the chunk that are the anchor's; in a chunk that is another's already, most must be there. */
function claim(index: number, chunk: Chunk, match: Match): boolean {
  const { original, edited, ownership } = match;
  const anchor = original.anchors[index];
  const free = listFree(chunk, ownership);
  if (anchor === undefined || free.length === 0) return false;
  if (free.length < chunk.to - chunk.from && scoreOf(anchor, chunk, match) === 0) return false;
  const same = findSame(
    anchor.words.map(({ key }) => key),
    free,
    edited,
  );
  for (const one of same) ownership.owner[one] = index;
  return same.length > 0;
}

/** Which of the edited words stayed, in order. */
function findSame(keys: readonly string[], free: readonly number[], { words }: Words): number[] {
  let position = 0;
  return wordChanges(
    keys,
    free.map((index) => words[index]?.key ?? ''),
  ).flatMap((change) => {
    if (change.kind === 'removed') return [];
    const taken = free.slice(position, position + change.words.length);
    position += change.words.length;
    return change.kind === 'same' ? taken : [];
  });
}

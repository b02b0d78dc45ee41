import type { Ownership } from './recheck-exact.ts';
import type { Original } from './recheck-original.ts';
import type { Words } from './recheck-words.ts';

/** Stretches of the edited text that nothing owns yet, and how much words weigh. */

/** A stretch of a sentence of the edited text that nothing owns. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What is matched with what, and who owns which word so far. */
export interface Match {
  readonly original: Original;
  readonly edited: Words;
  readonly ownership: Ownership;
}

const weightOf = (key: string, { spread }: Original) => 1 / (spread.get(key) ?? 1);
/** Words that stand in one sentence of the message weigh most, those in many little, any other word as much as one. */
export const weigh = (keys: readonly string[], original: Original) =>
  keys.reduce((sum, key) => sum + weightOf(key, original), 0);

/** The stretches of each sentence that nothing owns, in order. */
export function listChunks(original: Original, { words, sentences }: Words, { owner }: Ownership): Chunk[] {
  const chunks: Chunk[] = [];
  for (const sentence of sentences) {
    let from = sentence.from;
    for (let index = sentence.from; index <= sentence.to; index++) {
      if (index < sentence.to && owner[index] === -1) continue;
      const keys = words.slice(from, index).map(({ key }) => key);
      if (index > from) chunks.push({ from, to: index, weight: weigh(keys, original) });
      from = index + 1;
    }
  }
  return chunks;
}

/** The words of the chunk that nothing owns by now. */
export const listFree = ({ from, to }: Chunk, { owner }: Ownership) =>
  Array.from({ length: to - from }, (_, offset) => from + offset).filter((index) => owner[index] === -1);

import { type Chunk, listFree, type Match, weigh } from './recheck-chunks.ts';
import type { Ownership } from './recheck-exact.ts';
import type { Words } from './recheck-words.ts';

/** What is left of the edited text beside sentences that are found: the other half of one, or words written into it. */

/** A stretch beside a changed sentence is the rest of it when half of it is words that the sentence lost. */
const REST = 0.5;

/** The rest of a sentence that was split: a stretch beside it, half of it words that it lost. */
export function claimRest(chunk: Chunk, match: Match): void {
  const { original, edited, ownership } = match;
  const free = listFree(chunk, ownership);
  if (free.length < chunk.to - chunk.from || ownership.budget <= 0) return;
  const { owner } = ownership;
  const keys = free.map((index) => edited.words[index]?.key ?? '');
  for (const index of [owner[chunk.from - 1] ?? -1, owner[chunk.to] ?? -1]) {
    const left = lostWords(index, match);
    const back = keys.filter((key) => left.has(key));
    if (weigh(back, original) < REST * chunk.weight) continue;
    for (const one of free) owner[one] = index;
    return;
  }
}

function lostWords(index: number, { original, edited: { words }, ownership }: Match): Set<string> {
  ownership.budget -= words.length;
  const kept = new Set(words.filter((_, at) => ownership.owner[at] === index).map(({ key }) => key));
  return new Set(original.anchors[index]?.words.map(({ key }) => key).filter((key) => !kept.has(key)));
}

/** Words that nothing owns, in a sentence with words of the message, were written into the sentence beside them. */
export function fillSentences({ sentences }: Words, { owner }: Ownership): void {
  for (const { from, to } of sentences) {
    const first = owner.slice(from, to).find((index) => index !== -1);
    if (first === undefined) continue;
    for (let index = from; index < to; index++)
      if (owner[index] === -1) owner[index] = index === from ? first : (owner[index - 1] ?? first);
  }
}

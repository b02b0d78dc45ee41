import type { Anchor, Original } from './recheck-original.ts';
import type { Words } from './recheck-words.ts';

/** Which sentence of the message each word of the edited text belongs to. First what stands there word for word. */

/**
 * `owner` is the anchor of each edited word, or -1; `budget` counts down the comparisons that are left; what stands on
 * the page ends before the word `bodyFrom`.
 */
export interface Ownership {
  readonly owner: number[];
  budget: number;
  bodyFrom: number;
}

/** More comparisons than the longest message needs a hundred times over; past it, words stay the clinician's own. */
const BUDGET = 200_000;

/** Shorter sentences are found only where a sentence or line begins, or right behind the one before. */
const SURE_LENGTH = 4;

/**
 * Every sentence of the message that stands in the edited text word for word, in the message's order where it can.
 * Long ones first, since they are sure; then what stands on the page, which can only stand above them; then the rest.
 */
export function matchExactly(original: Original, edited: Words): Ownership {
  const { anchors } = original;
  const ownership: Ownership = { owner: edited.words.map(() => -1), budget: BUDGET, bodyFrom: 0 };
  const positions = indexOf(edited);
  const ends: number[] = [];
  const match = (isTurn: (anchor: Anchor) => boolean) => {
    let cursor = 0;
    for (const [index, anchor] of anchors.entries()) {
      cursor = ends[index] ?? cursor;
      if (ends[index] !== undefined || !isTurn(anchor)) continue;
      const starts = listStarts(anchor, edited, positions, cursor, ownership);
      const start = starts.find((one) => one >= cursor) ?? starts[0];
      if (start === undefined) continue;
      cursor = start + anchor.words.length;
      ends[index] = cursor;
      ownership.owner.fill(index, start, cursor);
    }
  };
  match((anchor) => !isPage(anchor) && anchor.words.length >= SURE_LENGTH);
  const first = ownership.owner.findIndex((index) => index !== -1);
  ownership.bodyFrom = first < 0 ? edited.words.length : first;
  // A name above the greeting is the letterhead's only where something else of the page stands there, too.
  match((anchor) => isPage(anchor) && !isTwin(anchor, original));
  if (anchors.some((anchor, index) => isPage(anchor) && ends[index] !== undefined)) match(isPage);
  match((anchor) => !isPage(anchor));
  return ownership;
}

const isPage = ({ section }: Anchor) => section === undefined;
const keysOf = ({ words }: Anchor) => words.map(({ key }) => key).join(' ');
const isTwin = (anchor: Anchor, { anchors }: Original) =>
  anchors.some((other) => !isPage(other) && ` ${keysOf(other)} `.includes(` ${keysOf(anchor)} `));

function indexOf({ words }: Words): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  words.forEach(({ key }, index) => {
    const known = positions.get(key);
    if (known === undefined) positions.set(key, [index]);
    else known.push(index);
  });
  return positions;
}

/** Where the sentence stands whole in words that nothing else owns; its rarest word says where to look. */
function listStarts(
  { words, section }: Anchor,
  edited: Words,
  positions: ReadonlyMap<string, readonly number[]>,
  cursor: number,
  ownership: Ownership,
): number[] {
  const [rarest] = words
    .map(({ key }, offset) => ({ offset, at: positions.get(key) ?? [] }))
    .sort((a, b) => a.at.length - b.at.length);
  if (rarest === undefined) return [];
  return rarest.at
    .map((position) => position - rarest.offset)
    .filter((start) => section !== undefined || start < ownership.bodyFrom)
    .filter((start) => words.length >= SURE_LENGTH || start === cursor || beginsLine(start, edited))
    .filter((start) => standsAt(words, start, edited, ownership));
}

function standsAt(
  words: Anchor['words'],
  start: number,
  { words: edited }: Words,
  ownership: Ownership,
): boolean {
  if (start < 0 || start + words.length > edited.length) return false;
  return words.every(({ key }, offset) => {
    ownership.budget--;
    const index = start + offset;
    return ownership.budget > 0 && ownership.owner[index] === -1 && edited[index]?.key === key;
  });
}

function beginsLine(start: number, { words, sentences, sentenceOf, text }: Words): boolean {
  const word = words[start];
  if (word === undefined) return false;
  if (sentences[sentenceOf[start] ?? -1]?.from === start) return true;
  return text.slice(words[start - 1]?.end ?? 0, word.start).includes('\n');
}

import { diffArrays } from 'diff';

/** What changed between two texts, word by word. Nothing else imports diff. */

/** A stretch of words that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly words: readonly string[];
}

/** More changes than this in one text, and it counts as written anew: the search grows with their square. */
const MOST_CHANGES = 200;

/**
 * The stretches that lead from one list of words to the other, in order; removed ones stand before added ones. Lists
 * further apart than 200 changes are one stretch removed and one added.
 */
export function wordChanges(before: readonly string[], after: readonly string[]): WordChange[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  const all = changes ?? [
    { removed: true, added: false, value: [...before] },
    { removed: false, added: true, value: [...after] },
  ];
  return all
    .filter(({ value }) => value.length > 0)
    .map(({ removed, added, value }) => ({
      kind: removed ? 'removed' : added ? 'added' : 'same',
      words: value,
    }));
}

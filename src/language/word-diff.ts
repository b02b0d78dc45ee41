import { diffArrays, diffWordsWithSpace } from 'diff';

/** What changed between two texts. Nothing else imports the library that compares them. */

/** A stretch of words that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly words: readonly string[];
}

/** More changes than this in one text, and it counts as written anew: the search grows with their square. */
const MOST_CHANGES = 80;

/**
 * The stretches that lead from one list of words to the other, in order; removed ones stand before added ones. Lists
 * further apart than 80 changes are one stretch removed and one added.
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

/** A stretch that stands in both texts, or in one of them alone. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** The two texts word by word, in reading order; words replaced one after another are one stretch. */
export function diffWords(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [];
  let gone = '';
  let fresh = '';
  const close = () => {
    if (gone !== '') parts.push({ kind: 'gone', text: gone });
    if (fresh !== '') parts.push({ kind: 'new', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    const isBetween = /^ +$/.test(value) && gone !== '' && fresh !== '';
    if (!added && !removed && !isBetween) {
      close();
      parts.push({ kind: 'same', text: value });
    } else {
      if (!added) gone += value;
      if (!removed) fresh += value;
    }
  }
  close();
  return parts;
}

/** One place at which sentences were put in, taken out or replaced. */
export interface SentenceChange {
  readonly before: string;
  readonly after: string;
}

/**
 * Where the two texts differ, sentence by sentence; a line of front matter counts as a sentence. Empty where they differ
 * only in where lines break.
 */
export function diffSentences(before: string, after: string): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let open: { gone: string[]; fresh: string[] } | undefined;
  for (const { value, added, removed } of diffArrays(sentencesOf(before), sentencesOf(after))) {
    if (!added && !removed) open = undefined;
    else {
      open ??= startChange(changes);
      (added ? open.fresh : open.gone).push(...value);
      changes[changes.length - 1] = { before: open.gone.join('\n'), after: open.fresh.join('\n') };
    }
  }
  return changes.filter((change) => change.before !== change.after);
}

function startChange(changes: SentenceChange[]) {
  changes.push({ before: '', after: '' });
  return { gone: [], fresh: [] };
}

const sentencesOf = (text: string) =>
  text.split('\n').flatMap((line) => line.split(/(?<=[.!?]["'”’)*_]*)\s+/u));

import { diffSentences, type SentenceChange } from '../language/word-diff.ts';

/** The edits since the last approval as one person reads them: the same change in many texts once. */

/** A text as it was last approved and as it is now, both in canonical form. */
export interface Edit {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** One change of a sentence, and every text in which it was made. */
export interface Change extends SentenceChange {
  readonly ids: readonly string[];
}

/** The changes of all edits, those in most texts first; an edit that only moved line breaks is one without words. */
export function listChanges(edits: readonly Edit[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { id, before, after } of edits) {
    const found = diffSentences(before, after);
    for (const one of found.length > 0 ? found : [{ before: '', after: '' }]) {
      const key = JSON.stringify([one.before, one.after]);
      const ids = changes.get(key)?.ids ?? [];
      changes.set(key, { ...one, ids: ids.includes(id) ? ids : [...ids, id] });
    }
  }
  return [...changes.values()].sort((a, b) => b.ids.length - a.ids.length);
}

import { listDecisions } from '../library/decisions.ts';
import type { WordingFolder } from './wording-folder.ts';

/** The form in which each text was approved last, also where it was withdrawn since. */
export function lastTexts({
  sittings,
  texts,
}: Pick<WordingFolder, 'sittings' | 'texts'>): ReadonlyMap<string, string> {
  return new Map(
    listDecisions(sittings).flatMap(([id, decision]): [string, string][] => {
      const text = decision.kind === 'approved' ? texts.get(decision.digest) : undefined;
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

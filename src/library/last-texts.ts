import type { Sitting } from './approvals.ts';
import { listDecisions } from './decisions.ts';

/** The form in which each text was approved last, also where it was withdrawn since. */
export function lastTexts({
  sittings,
  texts,
}: {
  readonly sittings: readonly Sitting[];
  readonly texts: ReadonlyMap<string, string>;
}): ReadonlyMap<string, string> {
  return new Map(
    listDecisions(sittings).flatMap(([id, decision]): [string, string][] => {
      const text = decision.kind === 'approved' ? texts.get(decision.digest) : undefined;
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

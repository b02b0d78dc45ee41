import { closest } from '../model/closest.ts';

/** A sentence about the first id that is not one of those known; undefined where all are. */
export function unknownId(ids: readonly string[], known: readonly string[]): string | undefined {
  const [stranger] = ids.filter((id) => !known.includes(id));
  if (stranger === undefined) return undefined;
  const near = closest(stranger, known);
  return near === undefined
    ? 'There is no text of that name. A snippet goes by section/variant, a template by templates/NAME, an enclosure by enclosures/NAME, the rules by rules.'
    : `There is no text of that name. Did you mean "${near}"?`;
}

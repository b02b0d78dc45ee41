import { expect, test } from 'vitest';
import { matchExactly } from '../../src/compose/recheck-exact.ts';
import { originalOf } from '../../src/compose/recheck-original.ts';
import { matchSimilar } from '../../src/compose/recheck-similar.ts';
import { readWords } from '../../src/compose/recheck-words.ts';
import { writtenIn } from '../support/edits.ts';

/** The work of finding sentences again is bounded by a count of comparisons. */

const [written] = writtenIn('too-busy', 'closing-letter');
const original = originalOf((written as NonNullable<typeof written>).message);
const CHANGED = 'Your file for counseling will close on December 8. ';

/** Who owns each word, and the comparisons that are left. */
function matched(text: string, budget?: number) {
  const edited = readWords(text);
  const ownership = matchExactly(original, edited);
  if (budget !== undefined) ownership.budget = budget;
  matchSimilar(original, edited, ownership);
  return ownership;
}

test("a sentence that was changed is found while there are comparisons left, and is the clinician's own after that", () => {
  expect(matched(CHANGED).owner).not.toContain(-1);
  expect(new Set(matched(CHANGED, 0).owner)).toEqual(new Set([-1]));
});

test('each comparison is counted, so that a text full of such sentences uses them up', () => {
  expect(matched(CHANGED).budget).toBeGreaterThan(0);
  expect(matched(CHANGED.repeat(2_000)).budget).toBeLessThanOrEqual(0);
});

test('so are those of sentences that stand there word for word', () => {
  const sentence = original.anchors
    .find(({ words }) => words.length > 6)
    ?.words.map(({ key }) => key)
    .join(' ');
  const budget = (times: number) => matchExactly(original, readWords(`${sentence}. `.repeat(times))).budget;
  expect(budget(1) - budget(1_000)).toBeGreaterThan(5_000);
});

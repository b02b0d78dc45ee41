import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMeasure, measure, readSentences } from './measure.ts';

/**
 * How the rules of tone do on sentences that they were not written from. Another hand wrote the files, unseen by
 * whoever wrote the rules. At the first and only unseen measure of one.yaml and two.yaml, 104 of 130 blaming sentences
 * were caught (80%), with 13 false alarms in 92 kind ones (14%):
 *
 *   ejection verbs 8 of 8, clinical words 8 of 8, threat or ultimatum 9 of 10, burden on others 7 of 8, counted
 *   absences 7 of 8, demanded reassurance 7 of 8, gush or friendship 7 of 8, pressure 7 of 8, assumed motive or
 *   knowledge 6 of 8, the clinician's hurt 6 of 8, compliance labels 6 of 8, generic praise 6 of 8, promises 6 of 8,
 *   chasing as reproach 5 of 8, interpretation of absence 5 of 8, failure verbs 4 of 8.
 *
 * three.yaml was measured once as well, after the rules had been widened: 45 of 65 blaming sentences (69%), with 5 false
 * alarms in 48 kind ones (10%). The rules were widened by category each time, so that these three files are seen: all of
 * it and no false alarm is no news.
 * held-out.yaml was written before its author had read a rule, and no rule was made from it; its author widened the rules
 * from three.yaml afterwards. It is the figure to go by: 56 of 64 blaming sentences (88%), with 3 false alarms in 40 kind
 * ones (8%), before that widening and after it alike:
 *
 *   one of four missed in each of: assumed motive or knowledge, burden on others, compliance labels, failure verbs, generic
 *   praise, interpretation of absence, pressure, promises.
 *
 * The floors below keep what there is; they are no promise for other sentences.
 */

const FLOORS = {
  seen: { recall: 0.95, falseAlarms: 0.02 },
  unseen: { recall: 0.85, falseAlarms: 0.08 },
} as const;
const floorOf = (file: string) => (file.startsWith('held-out') ? FLOORS.unseen : FLOORS.seen);

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.yaml'));
const sentences = files.flatMap(readSentences);

test('there are at least 150 sentences, blaming and kind', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(150);
});

test.each(files)('%s: most of what blames is caught, and little of what is kind', (file) => {
  const measured = measure(readSentences(file));
  process.stdout.write(`${formatMeasure(file, measured)}\n`);
  expect(measured.recall).toBeGreaterThanOrEqual(floorOf(file).recall);
  expect(measured.falseAlarms.length / measured.kind).toBeLessThanOrEqual(floorOf(file).falseAlarms);
});

import { expect, test } from 'vitest';
import { PRACTICE_YAML, placesOf } from '../support/practice-folder.ts';

const own = PRACTICE_YAML.replaceAll(/Ferry Lane|312-555-015\d|Iris Vance|Marta Reyes/g, 'Other').replace(
  '2026-11-01',
  '2026-11-02',
);

test('the sample itself is no problem while it says that it is one', () => {
  expect(placesOf({ 'practice.yaml': `${PRACTICE_YAML}sample: true\n` }, PRACTICE_YAML)).toEqual([]);
});

test('what was left of the sample is told, each at its place', () => {
  expect(placesOf({}, PRACTICE_YAML)).toEqual([
    'practice.yaml:1:7 sample-left',
    'practice.yaml:4:11 sample-left',
    'practice.yaml:5:8 sample-left',
    'practice.yaml:8:18 sample-left',
    'practice.yaml:10:10 sample-left',
    'practice.yaml:11:13 sample-left',
    'practice.yaml:12:10 sample-left',
    'practice.yaml:13:22 sample-left',
  ]);
});

test('a practice of its own is no problem', () => {
  expect(placesOf({ 'practice.yaml': own }, PRACTICE_YAML)).toEqual([]);
});

test('without a sample to hold it against nothing is told', () => {
  expect(placesOf()).toEqual([]);
});

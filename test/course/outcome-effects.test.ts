import { expect, test } from 'vitest';
import { EFFECTS, isPlaceOut, OUT_REASONS } from '../../src/course/outcome-effects.ts';
import { OUTCOMES } from '../../src/model/choices.ts';

test('every outcome has an effect', () => {
  expect(Object.keys(EFFECTS).sort()).toEqual([...OUTCOMES].sort());
});

test('every place that is out has its reason, and no other', () => {
  const out = OUTCOMES.filter((outcome) => isPlaceOut({ on: '2026-11-09', to: 'mobile', outcome }));
  expect(Object.keys(OUT_REASONS).sort()).toEqual([...out].sort());
});

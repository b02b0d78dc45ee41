import { expect, test } from 'vitest';
import { ENVELOPES, isInside, isTouching, PAPER_SIZES, viewOf } from '../../src/render/envelope.ts';

const inch = (view: object | undefined) =>
  Object.fromEntries(
    Object.entries(view ?? {}).map(([edge, points]) => [edge, Math.round((points / 72) * 1000) / 1000]),
  );
const round = (view: object | undefined) =>
  Object.fromEntries(
    Object.entries(view ?? {}).map(([edge, points]) => [edge, Math.round((points / 72) * 25.4 * 10) / 10]),
  );

test('the double window has the safe blocks that a mailing house prints for it, in inches', () => {
  const { safe, exposed, fold } = viewOf(ENVELOPES['us-10-double-window'], PAPER_SIZES.letter);
  expect(inch(safe)).toEqual({ left: 0.5, top: 2.042, right: 4, bottom: 2.917 });
  expect(inch(exposed)).toEqual({ left: -0.625, top: 1.459, right: 5.125, bottom: 3.5 });
  expect(fold).toBe(264);
});

test('the single window leaves room for four lines where the letter is folded lower than a third', () => {
  const folded = viewOf(ENVELOPES['us-10-window'], PAPER_SIZES.letter);
  expect(inch(folded.safe)).toEqual({ left: 1, top: 2.625, right: 4.25, bottom: 3.25 });
  const { fold: _, ...thirds } = ENVELOPES['us-10-window'];
  const { safe } = viewOf(thirds, PAPER_SIZES.letter);
  expect((safe?.bottom ?? 0) - (safe?.top ?? 0)).toBeLessThan(3 * 11.25);
});

test('DIN 5008 B has its zone for the address and its fold at 105 mm, DL a third', () => {
  const din = viewOf(ENVELOPES['din-5008-b'], PAPER_SIZES.a4);
  expect(round(din.safe)).toEqual({ left: 22, top: 62.7, right: 98, bottom: 88 });
  expect(round({ fold: din.fold })).toEqual({ fold: 105 });
  const dl = viewOf(ENVELOPES.dl, PAPER_SIZES.a4);
  expect(round(dl.safe)).toEqual({ left: 22, top: 59, right: 98, bottom: 79 });
  expect([din.isMarked, dl.isMarked]).toEqual([true, false]);
});

test('an envelope without a window shows nothing and is folded all the same', () => {
  expect(viewOf(ENVELOPES.none, PAPER_SIZES.letter)).toEqual({ fold: 264, isMarked: false });
});

test('a sheet larger than the envelope does not slide', () => {
  const tight = { ...ENVELOPES.dl, width: 500, height: 200 };
  const { safe } = viewOf(tight, PAPER_SIZES.a4);
  expect(safe?.right).toBeCloseTo((tight.window?.right ?? 0) - tight.clearance);
});

test('inside allows equal edges, touching wants something in common', () => {
  const one = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(isInside(one, one)).toBe(true);
  expect(isInside({ ...one, right: 11 }, one)).toBe(false);
  expect(isTouching(one, { left: 10, top: 0, right: 20, bottom: 10 })).toBe(false);
  expect(isTouching(one, { left: 9, top: 9, right: 20, bottom: 20 })).toBe(true);
});

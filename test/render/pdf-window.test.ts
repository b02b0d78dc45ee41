import { expect, test } from 'vitest';
import { ENVELOPES, PAPER_SIZES, viewOf } from '../../src/render/envelope.ts';
import type { PlacedLine } from '../../src/render/pdf-pages.ts';
import { checkWindow } from '../../src/render/pdf-window.ts';

const view = viewOf(ENVELOPES['us-10-double-window'], PAPER_SIZES.letter);
const line = (place: Partial<PlacedLine>): PlacedLine => ({
  node: { tag: 'P' },
  segments: [{ face: 'regular', text: 'Words', x: 0, width: 100 }],
  x: 72,
  top: 300,
  size: 11,
  height: 14,
  baseline: 11,
  gap: 0,
  isKept: false,
  ...place,
});
const named = (...page: PlacedLine[]) =>
  checkWindow(page, view).map(({ code, message }) => `${code} ${/^"(\w+)"/.exec(message)?.[1]}`);

test('a page as it should be has no problem', () => {
  const address = line({ part: 'addressee', top: 147.1 });
  expect(
    named(
      line({ part: 'sender', top: 36 }),
      address,
      line({ part: 'reference', x: 380, top: 147 }),
      line({}),
    ),
  ).toEqual([]);
});

test.each([
  ['too high', { top: 146 }],
  ['too low', { top: 197 }],
  ['too far left', { x: 35 }],
  ['too wide', { x: 190 }],
])('an address that is %s is one problem, which names the addressee', (_, place) => {
  expect(named(line({ top: 150, part: 'addressee', ...place }))).toEqual(['letter-window addressee']);
});

test('sender, logo, date and text are each held out of the window, and text below the fold', () => {
  expect(named(line({ part: 'sender', top: 100 }))).toEqual(['letter-window letterhead']);
  const picture = { width: 1, height: 1 } as never;
  expect(named(line({ part: 'sender', segments: [], image: { picture, width: 30 }, top: 100 }))).toEqual([
    'letter-window letterhead',
  ]);
  expect(named(line({ part: 'reference', x: 360, top: 147 }))).toEqual(['letter-window letter']);
  expect(named(line({ x: 400, top: 260 }))).toEqual(['letter-window letter']);
});

test('no problem holds a word of the page', () => {
  const [problem] = checkWindow([line({ part: 'addressee', top: 0 })], view);
  expect(JSON.stringify(problem)).not.toContain('Words');
});

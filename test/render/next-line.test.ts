import { expect, test } from 'vitest';
import { type Reviewed, renderNextLine } from '../../src/render/next-line.ts';

const line = (next: Partial<Reviewed['next']>, changes: Partial<Reviewed> = {}) =>
  renderNextLine({
    id: 'c-1042',
    recipient: undefined,
    unseenDays: 90,
    missing: [],
    next: {
      step: 'first-call',
      why: 'The reason.',
      isEarly: false,
      isOverdue: false,
      allowsCheckIn: true,
      due: '2026-11-23',
      ...next,
    },
    ...changes,
  });

test.each([
  [{}, 'first call, due 2026-11-23'],
  [{ isOverdue: true }, 'first call, overdue since 2026-11-23'],
  [{ step: 'wait', ahead: 'final-call' }, 'wait until 2026-11-23, then final call'],
  [{ step: 'wait', ahead: 'letter', letter: 'closing-letter' }, 'wait until 2026-11-23, then closing letter'],
  [{ step: 'letter', letter: 'outreach-letter' }, 'outreach letter, due 2026-11-23'],
  [{ step: 'wait' }, 'decide, due 2026-11-23'],
  [{ step: 'wait', isOver: true }, 'rests until 2026-11-23'],
] as const)('%j reads as: %s', (next, words) => {
  expect(line(next)).toBe(`c-1042 · not seen for 90 days · ${words} · The reason.`);
});

test('one of several people has a number, and what is missing and told stands in the line', () => {
  const notice = { how: 'letter', place: 'home', on: '2026-11-09', closesOn: '2026-11-23' } as const;
  expect(
    line({ step: 'close', notice }, { recipient: 2, unseenDays: 1, missing: ['progress', 'supports'] }),
  ).toBe(
    'c-1042/2 · not seen for 1 day · close the file, due 2026-11-23 · missing first: progress, supports · told by letter on 2026-11-09 · The reason.',
  );
  expect(line({}, { unseenDays: undefined })).toContain('no session on record');
});

import { describe, expect, test } from 'vitest';
import type { LadderLetter, LadderStep } from '../../src/course/next-step.ts';
import { noteStepOf, placeKindOf } from '../../src/course/note-event.ts';

const next = (
  step: LadderStep,
  more: { ahead?: LadderStep; letter?: LadderLetter; isOver?: true; due?: string } = {},
) => noteStepOf({ step, why: '', isEarly: false, isOverdue: false, allowsCheckIn: true, ...more });

describe('the next step of a note', () => {
  test.each([
    ['is the step that is due', next('final-call'), 'final-call'],
    ['is the step ahead while it waits', next('wait', { ahead: 'close' }), 'close'],
    ['is which letter it is', next('letter', { letter: 'outreach-letter' }), 'outreach-letter'],
    ['is a closing letter where it does not say', next('letter'), 'closing-letter'],
    ['is to decide where nothing is ahead', next('wait'), 'decide'],
    ['is over', next('close', { isOver: true }), 'closed'],
    ['rests where it comes up again', next('wait', { isOver: true, due: '2027-02-12' }), 'rest'],
  ])('%s', (_, { nextStep }, expected) => {
    expect(nextStep).toBe(expected);
  });

  test('has its day, if it has one', () => {
    expect(next('final-call', { due: '2026-11-30' })).toEqual({
      nextStep: 'final-call',
      nextDue: '2026-11-30',
    });
    expect(next('close', { isOver: true })).toEqual({ nextStep: 'closed' });
  });
});

test.each([
  [{ phone: '312-555-0142' }, 'phone'],
  [{ address: ['12 Elm Street'] }, 'address'],
  [{ portal: 'client portal' }, 'portal'],
  [{ email: 'sam@example.com' }, 'email'],
])('%j is of kind %s', (way, kind) => {
  expect(placeKindOf({ label: 'x', askFor: 'Sam', ...way })).toBe(kind);
});

import { describe, expect, test } from 'vitest';
import { describeCase } from '../../src/guarantee/describe-case.ts';
import type { Slot } from '../../src/guarantee/possible-worlds.ts';
import { ABSENT, statesOf, type World } from '../../src/guarantee/world.ts';
import { templateIn, trialOf } from '../support/trial-wording.ts';

const template = templateIn(trialOf('Thank you.'));
const letter: Slot = { template, channel: 'letter' };
const FIELDS = ['role', 'situation', 'returnPath', 'progress', 'statedReason'];
const OPEN: World = new Map(FIELDS.map((path) => [path, statesOf(path)]));
const told = (changes: Record<string, readonly string[]>, slot = letter, open = OPEN) =>
  describeCase(new Map([...OPEN, ...Object.entries(changes)]), open, slot);

describe('a case in words', () => {
  test('says who it is', () => {
    expect(['client', 'partner', 'guardian', 'minor'].map((role) => told({ role: [role] }))).toEqual([
      'for a client, by letter',
      'for one of a couple, by letter',
      'for a guardian, by letter',
      'for a minor who consented alone, by letter',
    ]);
  });

  test('names two of four, and says anyone only where it is for all', () => {
    expect(told({ role: ['guardian', 'minor'] })).toBe(
      'for a guardian or for a minor who consented alone, by letter',
    );
    expect(told({})).toBe('for anyone, by letter');
  });

  test('says anyone where the message may not tell people apart', () => {
    expect(told({ role: [ABSENT] })).toBe('for anyone, by letter');
  });

  test('names what is missing and what is there, by the label', () => {
    expect(told({ progress: [ABSENT] })).toBe('for anyone, without "progress", by letter');
    expect(told({ statedReason: statesOf('called') })).toBe('for anyone, with "stated reason", by letter');
  });

  test('names the values of a choice, and none where it may be missing', () => {
    expect(told({ situation: ['moved', 'too-busy'] })).toBe(
      'for anyone, where "how contact ended" is moved or too busy, by letter',
    );
    expect(told({ returnPath: [ABSENT, 'practice'] })).toBe(
      'for anyone, where "way back" is none or practice, by letter',
    );
    expect(told({ returnPath: [ABSENT] })).toBe('for anyone, without "way back", by letter');
  });

  test('leaves out what was settled before', () => {
    const open = new Map([...OPEN, ['progress', [ABSENT]] as const]);
    expect(told({ progress: [ABSENT] }, letter, open)).toBe('for anyone, by letter');
  });

  test.each([
    ['prepare', 'before the call'],
    ['opening', 'when the phone is picked up'],
    ['live', 'in a live call'],
    ['someone-else', 'when someone else answers'],
    ['voicemail', 'by private voicemail'],
    ['portal', 'through the portal'],
    ['note', 'in the note'],
  ] as const)('says where: %s', (channel, where) => {
    expect(told({}, { template, channel })).toBe(`for anyone, ${where}`);
  });
});

import { expect, test } from 'vitest';
import { type NoteFlags, readNoteAsked } from '../../src/cli/note-asked.ts';

const asked = (flags: Partial<NoteFlags>, path = 'c.yaml') =>
  readNoteAsked({ use: [], without: [], ...flags }, path);

test('an attempt is told with what the flags say of it', () => {
  expect(asked({ outcome: 'no-answer', call: 'final', at: '09:05', minutes: '2', said: 'changed' })).toEqual({
    kind: 'attempt',
    outcome: 'no-answer',
    step: 'final-call',
    at: '09:05',
    minutes: 2,
    said: 'changed',
  });
});

test('"closed" is the closing', () => {
  expect([asked({ outcome: 'closed' }), asked({ closing: true })]).toEqual([
    { kind: 'closing' },
    { kind: 'closing' },
  ]);
  expect(asked({ undo: true })).toEqual({ kind: 'undo' });
});

test('an outcome that is nearly one is named', () => {
  expect(asked({ outcome: 'voicemail-lef' })).toContain('Did you mean voicemail-left?');
});

test.each([
  { minutes: '601' },
  { at: '9:05' },
  { because: ' ' },
  { because: 'x'.repeat(201) },
  { call: 'first', kind: 'closing' },
])('%j is not understood', (flags) => {
  expect(asked({ outcome: 'closed', ...flags })).toEqual(expect.any(String));
});

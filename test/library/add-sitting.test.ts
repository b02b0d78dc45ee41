import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSitting, addTexts, sittingFault } from '../../src/library/add-sitting.ts';
import { loadApprovals, type Sitting } from '../../src/library/approvals.ts';
import { digestOf } from '../../src/library/digest.ts';

const read = (text: string) => loadApprovals([{ path: 'snippets/approvals.yaml', text }]).value;
const SITTING: Sitting = {
  on: '2026-11-23',
  by: 'Marta Reyes',
  role: 'clinical director',
  reviewBy: '2027-11-23',
  note: 'after the meeting: "short" # and kind',
  approves: [`greeting/default ${'a'.repeat(64)}`, `rules ${'b'.repeat(64)}`],
};
const WITHDRAWAL: Sitting = {
  on: '2026-12-01',
  by: 'Marta Reyes',
  because: 'it: too long',
  withdraws: ['a/b'],
};

test('sittings come back as they were written down, in order', () => {
  expect(read(addSitting(addSitting('', SITTING), WITHDRAWAL))).toEqual([SITTING, WITHDRAWAL]);
});

test('so do requests and what was sent back', () => {
  const asks: Sitting = { on: '2026-12-01', by: 'Iris Vance', asks: [`a/b ${'a'.repeat(64)}`] };
  const returns: Sitting = { on: '2026-12-01', by: 'M', because: 'x', returns: [`a/b ${'a'.repeat(64)}`] };
  expect(read(addSitting(addSitting('', asks), returns))).toEqual([asks, returns]);
});

test('what stood there stays as it was, also without a newline at the end', () => {
  const before = addSitting('', WITHDRAWAL);
  expect(addSitting(before, SITTING).startsWith(before)).toBe(true);
  expect(read(addSitting(before.trimEnd(), SITTING))).toEqual([WITHDRAWAL, SITTING]);
  expect(read(addSitting(before.replaceAll('\n', '\r\n'), SITTING))).toEqual([WITHDRAWAL, SITTING]);
});

test('any words of a note come back, or cannot be written down', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (note) => {
      const sitting = { ...WITHDRAWAL, because: note };
      const [back] = read(addSitting('', sitting)) ?? [];
      expect(back === undefined).toBe(sittingFault(sitting) !== undefined);
    }),
  );
});

test.each([
  ['a blank name', { by: ' ' }],
  ['a long name', { by: 'x'.repeat(121) }],
  ['a character that cannot be shown', { by: 'Marta\ue000' }],
])('%s cannot be written down', (_, change) => {
  expect(sittingFault({ ...SITTING, ...change })).toMatch(/cannot be written down/);
  expect(sittingFault(SITTING)).toBeUndefined();
});

test('a text is kept once, however often it is approved', () => {
  const texts = new Map([[digestOf('a'), 'a']]);
  const once = addTexts('', texts);
  expect(addTexts(once, texts)).toBe(once);
  expect(addTexts('', new Map())).toBe('');
});

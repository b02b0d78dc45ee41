import { expect, test } from 'vitest';
import { unknownId } from '../../src/library/unknown-id.ts';

const KNOWN = ['greeting/letter', 'templates/letter', 'rules'];

test('ids that are known have nothing wrong with them', () => {
  expect(unknownId(KNOWN, KNOWN)).toBeUndefined();
});

test('one that is nearly known is put right, and another is explained', () => {
  expect(unknownId(['rules', 'greeting/leter'], KNOWN)).toContain('"greeting/letter"');
  expect(unknownId(['farewell'], KNOWN)).toContain('section/variant');
});

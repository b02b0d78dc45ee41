import { expect, test } from 'vitest';
import { fieldsUsed } from '../../src/compose/fields-used.ts';
import { findTemplate } from '../../src/compose/reach.ts';
import { shippedLibrary } from '../support/shipped.ts';

const letter = findTemplate(shippedLibrary, 'letter', 'closing-letter', 'private');

test('a letter uses what its wording prints, decides by or cannot do without', () => {
  expect(letter && fieldsUsed(shippedLibrary, letter, 'letter')).toEqual(
    expect.arrayContaining(['called', 'supports', 'situation', 'statedReason']),
  );
});

test('what no wording of it looks at is not among them', () => {
  expect(letter && fieldsUsed(shippedLibrary, letter, 'letter')).not.toContain('attempts');
});

test('the same template in other wording uses other fields', () => {
  const silent = { ...shippedLibrary, snippets: [] };
  expect(letter && fieldsUsed(silent, letter, 'letter')).toEqual([]);
  expect(letter && fieldsUsed(shippedLibrary, letter, 'letter')).not.toEqual([]);
});

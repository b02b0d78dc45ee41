import { expect, test } from 'vitest';
import { previewOf } from '../../src/guarantee/preview.ts';
import { indent, renderChange, renderDiff, renderPreview } from '../../src/render/sitting-text.ts';
import { libraryOf } from '../support/practice-folder.ts';

test('what was taken out and put in is marked', () => {
  expect(renderDiff('Call me by Monday.', 'Call me by Friday.')).toBe('Call me by [-Monday-]{+Friday+}.');
});

test('a change in many texts names them and the templates that show it', () => {
  const change = { before: 'One.', after: 'Two.', ids: ['a/b', 'c/d'] };
  expect(renderChange(change, ['letter'])).toBe(
    'The same change in 2 texts: a/b, c/d\n  shown by: letter\n    [-One-]{+Two+}.',
  );
  expect(renderChange({ before: '', after: '', ids: ['a/b'] }, [])).toContain('Only where lines break');
});

test('a whole message has what is to be approved behind a mark, and all else without', () => {
  const library = libraryOf();
  const texts = new Map([
    ['sign-off/default', ''],
    ['rules', '{}'],
  ]);
  const text = renderPreview(previewOf(library, { texts, edits: [] }), [...texts.keys()]);
  expect(text).toContain('rules, as it stands:\n    {}\n');
  expect(text).toContain('── Letter (templates/letter, letter)');
  expect(text).toMatch(/^ {2}> Marta Reyes$/m);
  expect(text).toMatch(/^ {4}Dear Sam,$/m);
});

test('lines are set in, and empty ones stay empty', () => {
  expect(indent('a\n\nb', '  ')).toBe('  a\n\n  b');
});

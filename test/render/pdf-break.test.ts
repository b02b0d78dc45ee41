import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, type Run, styleRuns } from '../../src/render/pdf-break.ts';
import { plainFaces } from './plain-faces.ts';
import { value, words } from './sample-letters.ts';

/** Ten characters fit a line. */
const measure = { faces: plainFaces, size: 2, width: 10 };
const regular = (text: string): Run => ({ face: 'regular', text });
const texts = (runs: readonly Run[]) =>
  breakLines(runs, measure).map((line) => line.map((segment) => segment.text).join(''));

test('lines break at spaces, keep the space that parts the words, and fold white space', () => {
  expect(texts([regular('  one two \n three   four ')])).toEqual(['one two ', 'three four']);
});

test('a word in two styles stays one word', () => {
  expect(texts([regular('one two th'), { face: 'semibold', text: 'ree' }, regular('.')])).toEqual([
    'one two ',
    'three.',
  ]);
});

test('what has one style on a line is one piece of it, whether wording or value', () => {
  const leo: Run = { ...regular('Leo'), isIsolated: true };
  const lines = breakLines([leo, regular(', I saw you then. '), leo, regular(', too.')], measure);
  expect(lines.map((line) => line.map(({ text }) => text))).toEqual([
    ['Leo, I saw '],
    ['you then. '],
    ['Leo, too.'],
  ]);
});

test('a no-break space holds its words together', () => {
  expect(texts([regular('one two\u00a0three')])).toEqual(['one ', 'two\u00a0three']);
});

test('a word wider than a line is split where the line is full, without a space, and marks stay with their letters', () => {
  expect(texts([regular('abcdefghijklm n')])).toEqual(['abcdefghij', 'klm n']);
  expect(texts([regular(`${'a'.repeat(9)}e\u0301b`)])).toEqual(['aaaaaaaaa', 'e\u0301b']);
});

test('a break starts a line, two of them no empty one', () => {
  const pause: Run = { face: 'regular', text: '', isBreak: true };
  expect(texts([regular('one'), pause, pause, regular(' two')])).toEqual(['one ', 'two']);
});

test('no line is wider than the measure and no character is lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const lines = texts([regular(text)]);
      expect(lines.filter((line) => Array.from(line.trimEnd()).length > 10)).toEqual([]);
      expect(lines.join('').replace(/[ \t\r\n]/g, '')).toBe(text.replace(/[ \t\r\n]/g, ''));
    }),
  );
});

test('strong is semibold, emphasis regular, a link keeps its address, an unsafe one does not', () => {
  const link = (href: string) => ({ kind: 'link', href, children: [words('x')] }) as const;
  const inlines = [
    { kind: 'strong', children: [value('name', 'a')] },
    { kind: 'em', children: [words('b')] },
  ] as const;
  expect(
    styleRuns([...inlines, link('tel:1'), link('javascript:1')], { face: 'regular' }, { tag: 'P' }),
  ).toEqual([
    { face: 'semibold', text: 'a', isIsolated: true },
    { face: 'regular', text: 'b' },
    { face: 'regular', text: 'x', href: 'tel:1' },
    { face: 'regular', text: 'x' },
  ]);
});

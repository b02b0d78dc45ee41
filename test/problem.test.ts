import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatProblem,
  hasErrors,
  type ProblemCode,
  placeAfter,
  problem,
  SEVERITY,
  sortProblems,
} from '../src/problem.ts';

const at = (file: string, line: number, column: number, code: ProblemCode = 'key-missing') =>
  problem(code, { file, line, column }, 'm', 'h');

test('a problem has the severity of its code', () => {
  expect(at('a', 1, 1, 'seconds-near').severity).toBe('warning');
  expect(at('a', 1, 1, 'section-missing').severity).toBe('error');
});

test('every code is kebab-case, noun first', () => {
  expect(Object.keys(SEVERITY).filter((code) => !/^[a-z]+(-[a-z]+)+$/.test(code))).toEqual([]);
});

test('only an error stops the output', () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([at('a', 1, 1, 'seconds-near'), at('a', 1, 1, 'crisis-lines-old')])).toBe(false);
  expect(hasErrors([at('a', 1, 1, 'seconds-near'), at('a', 1, 1)])).toBe(true);
});

test('problems are sorted by file, line and column, as numbers', () => {
  const sorted = sortProblems([at('b', 1, 1), at('a', 10, 2), at('a', 9, 30), at('a', 10, 1)]);
  expect(sorted.map(({ place }) => `${place.file}${place.line}:${place.column}`)).toEqual([
    'a9:30',
    'a10:1',
    'a10:2',
    'b1:1',
  ]);
});

test('sorting keeps every problem, keeps equal places in order and leaves its argument alone', () => {
  const place = fc.record({
    file: fc.constantFrom('a', 'b'),
    line: fc.integer({ min: 1, max: 3 }),
    column: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const all = places.map((where, index) => problem('key-missing', where, String(index), ''));
      const before = [...all];
      const key = ({ place: { file, line, column }, message }: (typeof all)[number]) =>
        [file, line, column, message.padStart(5, '0')].join(' ');
      expect(sortProblems(all).map(key)).toEqual(all.map(key).sort());
      expect(all).toEqual(before);
    }),
  );
});

test('a problem prints its place first and its hint below', () => {
  expect(formatProblem(at('a.md', 3, 7))).toBe('a.md:3:7: error key-missing: m\n    h');
});

test.each([
  ['a\nb.md', 'a\\u{a}b.md'],
  ['a\u001b[2Jb.md', 'a\\u{1b}[2Jb.md'],
  ['a\u009b2Jb.md', 'a\\u{9b}2Jb.md'],
  ['a\u202edm.exe', 'a\\u{202e}dm.exe'],
  ['a\u200bb.md', 'a\\u{200b}b.md'],
  ['a\u2028b.md', 'a\\u{2028}b.md'],
  ['a\u2215b.md', 'a\\u{2215}b.md'],
  ['a\uff0fb.md', 'a\\u{ff0f}b.md'],
  ['a\ud800b.md', 'a\\u{d800}b.md'],
  ['a\u{e0041}b.md', 'a\\u{e0041}b.md'],
  ['Zoë/Прачка/例 «a».md', 'Zoë/Прачка/例 «a».md'],
])('the file name %j is printed as %j', (file, printed) => {
  expect(formatProblem(at(file, 1, 1))).toBe(`${printed}:1:1: error key-missing: m\n    h`);
});

test('a message and a hint show all that is in them, on their two lines', () => {
  const one = { ...at('a', 1, 1), message: 'no "\u001b]0;x\u0007"', hint: 'not\n\u202ethis' };
  expect(formatProblem(one)).toBe(
    'a:1:1: error key-missing: no "\\u{1b}]0;x\\u{7}"\n    not\\u{a}\\u{202e}this',
  );
});

test.each([
  ['', 4, 7],
  ['ab', 4, 9],
  ['ab\n', 5, 1],
  ['ab\n\ncde', 6, 4],
])('after %j a place is at %i:%i', (text, line, column) => {
  expect(placeAfter({ file: 'a', line: 4, column: 7 }, text)).toEqual({ file: 'a', line, column });
});

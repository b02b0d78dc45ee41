import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatProblem,
  hasErrors,
  type ProblemCode,
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

import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { formatProblem } from '../../src/problem.ts';
import { type Folder, filesOf } from '../support/practice-folder.ts';
import { attacks } from './read-cases.ts';

/** Longer than any case takes on a slow machine by far, and soon enough to see one that does not end. */
const timeout = 5_000;
const problemsOf = (folder: Folder) => loadLibrary(filesOf(folder)).problems;
const placesOf = (folder: Folder) =>
  problemsOf(folder).map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`);

const named = attacks.map((attack) => ({ ...attack, title: `${attack.kind}: ${attack.name}` }));
const mended = named.flatMap(({ title, mended: folder }) =>
  folder === undefined ? [] : [{ title, folder }],
);

test('there are many attacks, each of its own name, and most have a mended twin', () => {
  expect(new Set(named.map(({ title }) => title)).size).toBe(named.length);
  expect(named.length).toBeGreaterThanOrEqual(200);
  expect(mended.length).toBeGreaterThan(named.length / 2);
});

describe('every attack is refused where it stands', () => {
  test.each(named)('$title', { timeout }, ({ files, problems }) => {
    expect(placesOf(files)).toEqual(problems);
  });
});

describe('the same without the attack loads', () => {
  test.each(mended)('$title', { timeout }, ({ folder }) => {
    expect(placesOf(folder)).toEqual([]);
  });
});

describe('what is said of an attack', () => {
  test.each(named)('$title: a place that exists, on two lines that show all that is in them', ({ files }) => {
    const problems = problemsOf(files);
    const lost = problems.filter(({ place }) => {
      const line = files[place.file]?.split(/\r\n?|\n/)[place.line - 1];
      return line === undefined || place.column > line.length + 1;
    });
    expect(lost).toEqual([]);
    expect(problems.map(formatProblem).join('\n')).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
    expect(problems.length).toBeLessThan(100);
  });
});

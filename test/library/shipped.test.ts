import { expect, test } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { shipped } from '../support/shipped.ts';

test('the shipped practice loads with no problem at all', () => {
  expect(shipped.problems.map(formatProblem)).toEqual([]);
  expect(shipped.value?.practice.sample).toBe(true);
});

test('every snippet of the shipped practice can be reached by some template', () => {
  const { templates = [], snippets = [] } = shipped.value ?? {};
  const unused = snippets.filter(
    ({ section, header }) =>
      !templates.some(
        (template) =>
          template.sections.includes(section) &&
          (header.levels?.includes(template.header.level) ?? true) &&
          template.header.channels.some((channel) => header.channels?.includes(channel) ?? true),
      ),
  );
  expect(unused.map(({ id }) => id)).toEqual([]);
});

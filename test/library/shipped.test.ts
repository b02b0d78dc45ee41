import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listApprovable, standingsOf } from '../../src/library/approval.ts';
import { loadApprovedTexts, missingTexts } from '../../src/library/approved-texts.ts';
import { formatProblem } from '../../src/problem.ts';
import { ROOT, shipped, shippedLibrary } from '../support/shipped.ts';

test('the shipped practice loads with no problem at all', () => {
  expect(shipped.problems.map(formatProblem)).toEqual([]);
  expect(shipped.value?.practice.sample).toBe(true);
});

test('every shipped text is approved by the sample approver, in exactly this form (npm run approve-sample)', () => {
  const standings = [...standingsOf(shippedLibrary, '2026-11-23').values()];
  expect(standings.length).toBeGreaterThan(190);
  expect(standings.filter(({ state }) => state !== 'approved').map(({ id }) => id)).toEqual([]);
  expect(new Set(standings.map(({ decision }) => decision?.sitting.by))).toEqual(
    new Set(['Ruth Adeyemi (sample)']),
  );
});

test('every text that the shipped approvals are about is kept, and no other', () => {
  const path = 'snippets/approved-texts.yaml';
  const { value, problems } = loadApprovedTexts({ path, text: readFileSync(new URL(path, ROOT), 'utf8') });
  const kept: ReadonlyMap<string, string> = value ?? new Map();
  expect([...problems, ...missingTexts(shippedLibrary.sittings, kept)]).toEqual([]);
  expect(new Set(kept.keys())).toEqual(new Set(listApprovable(shippedLibrary).map(({ digest }) => digest)));
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

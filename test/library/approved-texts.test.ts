import { expect, test } from 'vitest';
import { addTexts } from '../../src/library/add-sitting.ts';
import type { Sitting } from '../../src/library/approvals.ts';
import { loadApprovedTexts, missingTexts } from '../../src/library/approved-texts.ts';
import { digestOf } from '../../src/library/digest.ts';

const path = 'snippets/approved-texts.yaml';
const texts = (...all: string[]) => new Map(all.map((text) => [digestOf(text), text]));
const places = (text: string) =>
  loadApprovedTexts({ path, text }).problems.map(
    ({ code, place }) => `${place.line}:${place.column} ${code}`,
  );

const STRANGE = [
  '---\n---\nDear {{called}},\n\n- one\n  - two  \n    broken',
  '---\nwhen: {"role":["client"]}\n---\n# not a remark: "quotes" \'and\' [brackets {{#if a}}',
  '{\n  "rules": [\n    "a: b",\n    "心 é"\n  ]\n}',
  '---\n---\n\n\n  Set in, with a tab\there\n',
  '---\n---\n%YAML &anchor *alias !tag ...',
].map((text) => text.trimEnd());

test('every text comes back exactly as it was written down', () => {
  const kept = texts(...STRANGE);
  expect(loadApprovedTexts({ path, text: addTexts('', kept) })).toEqual({ value: kept, problems: [] });
});

test('a folder without the file keeps no text', () => {
  expect(loadApprovedTexts(undefined)).toEqual({ value: new Map(), problems: [] });
});

test('a text that was changed by hand is a problem at its place', () => {
  const file = addTexts('', texts('---\n---\nDear you,', '---\n---\nYours'));
  expect(places(file.replace('Yours', 'Your'))).toEqual(['7:3 approval-text-changed']);
  expect(places(file.replace(/digest: ./, 'digest: x'))).toEqual(['2:11 value-refused']);
});

test('an approval whose text is not kept is a problem that names it', () => {
  const kept = texts('---\n---\nDear you,');
  const [digest] = kept.keys();
  const sitting: Sitting = {
    on: '2026-11-23',
    by: 'Marta Reyes',
    reviewBy: '2027-11-23',
    approves: [`greeting/default ${digest}`, `sign-off/default ${'0'.repeat(64)}`],
  };
  const found = missingTexts([sitting], kept);
  expect(found.map(({ code }) => code)).toEqual(['approval-text-missing']);
  expect(found[0]?.message).toContain('sign-off/default');
});

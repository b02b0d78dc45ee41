import { describe, expect, test } from 'vitest';
import {
  approvalProblems,
  isApproved,
  listApprovable,
  reviewDay,
  standingsOf,
  unapproved,
} from '../../src/library/approval.ts';
import type { Library } from '../../src/library/library.ts';
import {
  type Folder,
  libraryOf,
  load,
  PRACTICE_YAML,
  snippet,
  template,
} from '../support/practice-folder.ts';

const PATH = 'snippets/approvals.yaml';
const TODAY = '2026-11-23';

/** A record that approves texts of the library in the form that they have there. */
function approves(ids: readonly string[], { snippets, templates }: Library, reviewBy = '2027-11-23'): string {
  const digests = new Map([
    ...snippets.map(({ id, digest }): [string, string] => [id, digest]),
    ...templates.map(({ name, digest }): [string, string] => [`templates/${name}`, digest]),
  ]);
  const entries = ids.map((id) => `    - ${id} ${digests.get(id)}\n`).join('');
  return `- on: ${TODAY}\n  by: Marta Reyes\n  reviewBy: ${reviewBy}\n  approves:\n${entries}`;
}
const withdraws = (id: string) =>
  `- on: ${TODAY}\n  by: Marta Reyes\n  because: too long\n  withdraws: [${id}]\n`;

const ALL = ['greeting/default', 'sign-off/default', 'templates/letter'];
const approvedFolder = (more = '', changes: Folder = {}, reviewBy?: string): Folder => ({
  ...changes,
  [PATH]: approves(ALL, libraryOf(), reviewBy) + more,
});
const stateOf = (folder: Folder, id: string, today = TODAY) =>
  standingsOf(libraryOf(folder), today).get(id)?.state;

test('what nobody approved is a draft', () => {
  expect([...standingsOf(libraryOf(), TODAY).values()].map(({ id, state }) => [id, state])).toEqual(
    ALL.map((id) => [id, 'draft']),
  );
});

test('what was approved in exactly this form is approved', () => {
  expect(ALL.map((id) => stateOf(approvedFolder(), id))).toEqual(['approved', 'approved', 'approved']);
});

test('an edit of one text changes its state and no other', () => {
  const folder = approvedFolder('', { 'snippets/greeting/default.md': snippet('', 'Hello {{called}},') });
  expect(ALL.map((id) => stateOf(folder, id))).toEqual(['changed', 'approved', 'approved']);
});

test('a form that was approved once, and another since, has changed', () => {
  const later = libraryOf({ 'snippets/greeting/default.md': snippet('', 'Hello {{called}},') });
  expect(stateOf(approvedFolder(approves(['greeting/default'], later)), 'greeting/default')).toBe('changed');
});

test.each([
  ['2027-10-23', 'approved'],
  ['2027-10-24', 'review-due'],
  ['2027-11-23', 'review-due'],
  ['2027-12-23', 'review-due'],
  ['2027-12-24', 'overdue'],
])('reviewed by 2027-11-23, it is on %s %s', (today, state) => {
  expect(stateOf(approvedFolder(), 'greeting/default', today)).toBe(state);
});

test('the practice sets the days of grace and the months until review', () => {
  const practice = PRACTICE_YAML.replace('  replyDays', '  review: { months: 6, graceDays: 0 }\n  replyDays');
  const folder = approvedFolder('', { 'practice.yaml': practice });
  expect(stateOf(folder, 'greeting/default', '2027-11-24')).toBe('overdue');
  expect(reviewDay(libraryOf(folder), TODAY)).toBe('2027-05-23');
  expect(reviewDay(libraryOf(), TODAY)).toBe('2027-11-23');
});

test('only approved and due for review leave without a mark', () => {
  const states = ['draft', 'approved', 'changed', 'review-due', 'overdue', 'withdrawn'] as const;
  expect(states.filter(isApproved)).toEqual(['approved', 'review-due']);
});

test('what is not approved is named, the rules with every message', () => {
  const rules = 'rules:\n  - { id: a, levels: [vague], say: Heard., phrases: [care] }\n';
  const folder = approvedFolder();
  expect(unapproved(libraryOf(folder), ALL, TODAY)).toEqual([]);
  expect(unapproved(libraryOf({ ...folder, 'snippets/rules.yaml': rules }), ALL, TODAY)).toEqual(['rules']);
  expect(unapproved(libraryOf(folder), ALL, '2028-11-23')).toEqual(ALL);
  expect(unapproved(libraryOf(folder), ['greeting/stranger'], TODAY)).toEqual(['greeting/stranger']);
});

test('the same snippets with other decisions stand elsewhere', () => {
  const library = libraryOf(approvedFolder());
  expect(standingsOf(library, TODAY).get('greeting/default')?.state).toBe('approved');
  expect(standingsOf({ ...library, sittings: [] }, TODAY).get('greeting/default')?.state).toBe('draft');
});

describe('what was withdrawn', () => {
  const OTHER = { 'snippets/greeting/other.md': snippet('when: { situation: [cost] }', 'Hi {{called}},') };

  test('is not in the library, but listed with what can be approved', () => {
    const library = libraryOf(approvedFolder(withdraws('greeting/other'), OTHER));
    expect(library.snippets.map(({ id }) => id)).not.toContain('greeting/other');
    expect(library.withdrawn.snippets.map(({ id }) => id)).toEqual(['greeting/other']);
    expect(listApprovable(library).map(({ id }) => id)).toContain('greeting/other');
    expect(standingsOf(library, TODAY).get('greeting/other')?.state).toBe('withdrawn');
  });

  test('stays withdrawn in every form until it is approved again', () => {
    const edited = {
      'snippets/greeting/other.md': snippet('when: { situation: [cost] }', 'Hey {{called}},'),
    };
    const again = approves(['greeting/other'], libraryOf(edited));
    expect(stateOf(approvedFolder(withdraws('greeting/other'), edited), 'greeting/other')).toBe('withdrawn');
    expect(stateOf(approvedFolder(withdraws('greeting/other') + again, edited), 'greeting/other')).toBe(
      'approved',
    );
  });

  test('leaves a warning, and no error, where its section has no other default', () => {
    const { value, problems } = load(approvedFolder(withdraws('greeting/default'), OTHER));
    expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'snippets/greeting/default.md snippet-withdrawn',
    ]);
    expect(value?.templates).toHaveLength(1);
  });

  test('may be the only template', () => {
    const { value, problems } = load(approvedFolder(withdraws('templates/letter')));
    expect(problems).toEqual([]);
    expect(value?.withdrawn.templates.map(({ name }) => name)).toEqual(['letter']);
  });

  test('does not hide that a section never had a default', () => {
    const folder = approvedFolder(withdraws('sign-off/default'), {
      'templates/more.md': template(['greeting', 'purpose', 'sign-off']),
    });
    expect(load(folder).problems.map(({ code }) => code)).toContain('section-without-snippet');
  });
});

test('check is told how many texts leave as DRAFT, and how many are due for review', () => {
  const codes = (folder: Folder, today = TODAY) =>
    approvalProblems(libraryOf(folder), today).map(({ code }) => code);
  expect(codes({})).toEqual(['wording-unapproved']);
  expect(codes(approvedFolder())).toEqual([]);
  expect(codes(approvedFolder(), '2027-11-23')).toEqual(['review-due']);
  expect(codes(approvedFolder(withdraws('templates/letter')))).toEqual([]);
});

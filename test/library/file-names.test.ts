import { expect, test } from 'vitest';
import { isIgnored, unreadFiles } from '../../src/library/file-names.ts';

const unread = (...paths: string[]) => unreadFiles(paths).map(({ place }) => place.file);

test('templates, snippets, rules and practice.yaml are read', () => {
  const read = ['practice.yaml', 'templates/a.md', 'snippets/greeting/A-1_b.md', 'snippets/rules.yaml'];
  expect(unread(...read)).toEqual([]);
});

test.each([
  'a.md',
  'templates/a.txt',
  'templates/a b.md',
  'snippets/a.md',
  'snippets/a/b/c.md',
  'snippets/a/b\n.md',
])('%j is not read', (path) => {
  expect(unread(path)).toEqual([path]);
});

test('of two names that differ in capitals only the second is told', () => {
  expect(unread('templates/a.md', 'templates/A.md', 'snippets/a/a.md')).toEqual(['templates/A.md']);
});

test.each([
  '.DS_Store',
  '.git',
  'Thumbs.db',
  'desktop.ini',
  'a.md~',
  'a.md.bak',
  'a.orig',
  '.a.md.swp',
  'a.tmp',
  '#a.md#',
  '~$a.docx',
])('%s is what a system or an editor leaves', (name) => {
  expect(isIgnored(name)).toBe(true);
});

test.each(['a.md', 'a.MD', 'rules.yml', 'notes.txt', 'bak', 'tmp.md', 'a#b.md', 'thumbs'])(
  '%s is what somebody means',
  (name) => {
    expect(isIgnored(name)).toBe(false);
  },
);

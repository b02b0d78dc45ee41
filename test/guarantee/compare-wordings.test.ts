import { describe, expect, test } from 'vitest';
import { compareWordings, saysTheSame, templatesWith } from '../../src/guarantee/compare-wordings.ts';
import type { Snippet } from '../../src/library/library.ts';
import { loadSnippet } from '../../src/library/load-library.ts';
import { libraryOf, snippet, template } from '../support/practice-folder.ts';

const library = libraryOf({
  'templates/letter.md': template(['greeting', 'sign-off']),
  'templates/portal.md': template(['greeting'], { channel: 'portal' }),
});
const greeting = (body: string, header = '') =>
  loadSnippet({ path: 'snippets/greeting/default.md', text: snippet(header, body) }).value as Snippet;
const same = (before: string, after: string, header = '') =>
  saysTheSame(greeting(before), greeting(after, header), library);

describe('an edit says the same in every case', () => {
  test.each([
    [
      'a guard is written the other way round',
      '{{#if progress}}A.{{else}}B.{{/if}}',
      '{{#unless progress}}B.{{else}}A.{{/unless}}',
    ],
    [
      'a condition is nested instead of joined',
      '{{#if (and progress childName)}}A.{{else}}B.{{/if}}',
      '{{#if progress}}{{#if childName}}A.{{else}}B.{{/if}}{{else}}B.{{/if}}',
    ],
    [
      'words that both branches share come before them',
      '{{#if progress}}Well, A.{{else}}Well, B.{{/if}}',
      'Well, {{#if progress}}A.{{else}}B.{{/if}}',
    ],
    [
      'a branch that cannot be reached goes',
      '{{#if (eq role "client")}}{{#if (eq role "partner")}}C.{{else}}A.{{/if}}{{else}}B.{{/if}}',
      '{{#if (eq role "client")}}A.{{else}}B.{{/if}}',
    ],
  ])('where %s', (_, before, after) => {
    expect(same(before, after)).toBe(true);
  });
});

describe('an edit does not say the same in every case', () => {
  test.each([
    ['a word changes', 'Hello.', 'Hallo.'],
    [
      'branches change places, though the wordings are the same',
      '{{#if progress}}A.{{else}}B.{{/if}}',
      '{{#if progress}}B.{{else}}A.{{/if}}',
    ],
    [
      'another field decides, though the wordings are the same',
      '{{#if progress}}A.{{else}}B.{{/if}}',
      '{{#if appreciation}}A.{{else}}B.{{/if}}',
    ],
    ['another field is printed', 'Dear {{called}}.', 'Dear {{name}}.'],
    ['the same words become bold', 'Hello you.', 'Hello **you**.'],
    ['a link leads elsewhere', '[Us](https://a.example)', '[Us](https://b.example)'],
    ['the same words become a list', '- A.', 'A.'],
  ])('where %s', (_, before, after) => {
    expect(same(before, after)).toBe(false);
  });

  test.each(['when: { situation: [cost] }', 'channels: [letter]', 'levels: [private]', 'needs: [progress]'])(
    'where it is chosen by %s',
    (header) => {
      expect(same('Hello.', 'Hello.', header)).toBe(false);
    },
  );
});

test('the wordings that went, came and stayed are told apart', () => {
  const before = greeting('{{#if progress}}Dear {{called}}, A.{{else}}B.{{/if}}');
  const after = greeting('{{#if progress}}Dear {{called}}, A.{{else}}C.{{/if}}');
  expect(compareWordings(before, after, library)).toEqual({
    gone: ['B.'],
    fresh: ['C.'],
    same: ['Dear {called}, A.'],
  });
});

test('the templates that can show a snippet are named once each', () => {
  expect(templatesWith(greeting('Hello.'), library)).toEqual(['letter', 'portal']);
  expect(templatesWith(greeting('Hello.', 'channels: [portal]'), library)).toEqual(['portal']);
});

import { expect, test } from 'vitest';
import type { Edit } from '../../src/guarantee/change-set.ts';
import { pastSnippet, previewOf, snippetOf } from '../../src/guarantee/preview.ts';
import { libraryOf, snippet, template } from '../support/practice-folder.ts';

const GREETING = 'snippets/greeting/default.md';
const library = libraryOf({
  'templates/portal.md': template(['greeting', 'sign-off'], { channel: 'portal' }),
  [GREETING]: snippet('channels: [letter]', '{{#if progress}}You did {{progress}}.{{else}}Hello.{{/if}}'),
  'snippets/greeting/portal.md': snippet('channels: [portal]', 'Hello there.'),
});
const before = (body: string) => snippet('channels: [letter]', body).trimEnd();
const after = before('{{#if progress}}You did {{progress}}.{{else}}Hello.{{/if}}');
/** The preview of the ids; the text of one that is not given does not matter. */
const shown = (ids: readonly string[], edits: readonly Edit[] = []) => {
  const texts = new Map(ids.map((id) => [id, `text of ${id}`]));
  const { variants, ...rest } = previewOf(library, { texts, edits });
  return { ...rest, templates: variants.map(({ template: { name } }) => name) };
};

test('a snippet is shown in every wording, in each template that can show it and in no other', () => {
  expect(shown(['greeting/default']).templates).toEqual(['letter', 'letter']);
  expect(shown(['greeting/portal']).templates).toEqual(['portal']);
});

test('a template is shown in every wording of all that it holds', () => {
  expect(shown(['templates/letter']).templates).toEqual(['letter', 'letter']);
});

test('an edit names its change and the templates that show it', () => {
  const old = before('{{#if progress}}You did {{progress}}.{{else}}Hi.{{/if}}');
  const { sameAsBefore, changes } = shown(
    ['greeting/default'],
    [{ id: 'greeting/default', before: old, after }],
  );
  expect(sameAsBefore).toEqual([]);
  expect(changes.map(({ change, templates }) => [change.ids, templates])).toEqual([
    [['greeting/default'], ['letter']],
  ]);
});

test('an edit that says the same in every case is to be confirmed, and shows nothing', () => {
  const old = before('{{#unless progress}}Hello.{{else}}You did {{progress}}.{{/unless}}');
  expect(shown(['greeting/default'], [{ id: 'greeting/default', before: old, after }])).toEqual({
    sameAsBefore: ['greeting/default'],
    changes: [],
    alone: [],
    templates: [],
  });
});

test('what no message and no change shows is to be read as it stands', () => {
  const { alone } = shown(['rules', 'greeting/default', 'templates/letter']);
  expect(alone).toEqual([{ id: 'rules', text: 'text of rules' }]);
});

test('a text of the past that cannot be read today is no snippet', () => {
  expect(pastSnippet('greeting/default', '{}')).toBeUndefined();
  expect(pastSnippet('greeting/default', after)?.id).toBe('greeting/default');
  expect(snippetOf('greeting/stranger', library)).toBeUndefined();
});

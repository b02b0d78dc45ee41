import { expect, test } from 'vitest';
import { snippetGallery, templateGallery } from '../../src/guarantee/gallery.ts';
import { lineText } from '../../src/language/document.ts';
import type { Library } from '../../src/library/library.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { snippetIn, templateIn, trialOf } from '../support/trial-wording.ts';

const CHANGES = {
  'templates/trial.md': template(['greeting', 'validation']),
  'snippets/greeting/default.md': snippet('', 'Dear {{called}},'),
};
const library = trialOf('{{#if progress}}Well done.{{else}}Thank you.{{/if}}', '', CHANGES);
const texts = (blocks: ReturnType<typeof snippetGallery>['exhibits'][number]['parts'][number]['blocks']) =>
  blocks.map((block) => (block.kind === 'list' ? '' : lineText(block.children)));

test('the gallery of a template shows whole messages, section by section', () => {
  const { name, title, isCut, exhibits } = templateGallery(templateIn(library), library);
  expect({ name, title, isCut }).toEqual({ name: 'trial', title: 'Trial', isCut: false });
  const shown = exhibits.map(({ told, parts }) => [
    told,
    ...parts.map((part) => [part.label, part.snippet, ...texts(part.blocks)]),
  ]);
  expect(shown).toEqual([
    [
      'for a client, by letter',
      ['Greeting', 'greeting/default', 'Dear Sam,'],
      ['Respect for the choice or the circumstances', 'validation/trial', 'Well done.'],
    ],
    [
      'for a client, without "progress", by letter',
      ['Greeting', 'greeting/default', 'Dear Sam,'],
      ['Respect for the choice or the circumstances', 'validation/trial', 'Thank you.'],
    ],
  ]);
});

test('the gallery of a snippet shows each wording with its case', () => {
  const { name, title, isCut, exhibits } = snippetGallery(snippetIn(library), library);
  expect({ name, isCut }).toEqual({ name: 'validation/trial', isCut: false });
  expect(title).toBe('Respect for the choice or the circumstances');
  expect(exhibits.map(({ told, parts }) => [told, ...parts.flatMap(({ blocks }) => texts(blocks))])).toEqual([
    ['for anyone, with "progress", by letter', 'Well done.'],
    ['for anyone, without "progress", by letter', 'Thank you.'],
  ]);
});

test('a case leaves out what the choice of the snippet has settled', () => {
  const chosen = trialOf('{{#if progress}}a{{else}}b{{/if}}', 'when: { situation: [moved] }');
  expect(snippetGallery(snippetIn(chosen), chosen).exhibits.map(({ told }) => told)).toEqual([
    'for anyone, with "progress", by letter',
    'for anyone, without "progress", by letter',
  ]);
});

test('a gallery that cannot show every wording says so', () => {
  const fields =
    'progress appreciation statedReason referral continues credentials licence supervisor safeHours firstSession lastSession sessionCount returnPath';
  const body = fields
    .split(' ')
    .map((path) => `{{#if ${path}}} a{{/if}}`)
    .join('');
  const many: Library = trialOf(`Thank you${body}.`);
  expect(snippetGallery(snippetIn(many), many).isCut).toBe(true);
});

test('a snippet that nobody hears has an empty gallery', () => {
  const silent = trialOf('Thank you.', '', { 'snippets/records/default.md': snippet('', 'Ask.') });
  expect(snippetGallery(snippetIn(silent, 'records/default'), silent).exhibits).toEqual([]);
});

import { expect, test } from 'vitest';
import { placesOf, snippet, template } from '../support/practice-folder.ts';

const RULES = 'rules:\n  - { id: care, levels: [minimal], say: It tells., phrases: ["therap*"] }\n';
const minimal = (body: string) => ({
  'snippets/rules.yaml': RULES,
  'templates/voicemail.md': template(['purpose'], { channel: 'voicemail', level: 'minimal' }),
  'snippets/purpose/default.md': snippet('', body),
});

test('a phrase above the level is found in wording that no client has reached yet, on any branch', () => {
  expect(placesOf(minimal('I am calling about\nyour therapy.'))).toEqual([
    'snippets/purpose/default.md:3:1 phrase-above-level',
  ]);
  expect(placesOf(minimal('{{#if agreedReason}}Hello.{{else}}Your therapist here.{{/if}}'))).toEqual([
    'snippets/purpose/default.md:3:35 phrase-above-level',
  ]);
  expect(placesOf(minimal('I am calling to follow up.'))).toEqual([]);
});

test("the practice's own name is above minimal without a rule of its own", () => {
  expect(placesOf(minimal('I am calling from Ferry Lane Practice.'))).toEqual([
    'snippets/purpose/default.md:3:1 phrase-above-level',
  ]);
});

test('what only the clinician reads holds any phrase', () => {
  const changes = {
    ...minimal('I am calling to follow up.'),
    'templates/prepare.md': template(['preparation'], { channel: 'prepare', level: 'minimal' }),
    'snippets/preparation/default.md': snippet('', 'Read your therapy notes.'),
  };
  expect(placesOf(changes)).toEqual([]);
});

test.each([
  'snippets/rule.yaml',
  'snippets/greeting.md',
  'templates/old/letter.md',
  'snippets/greeting/old/a.md',
])('%s is a file that nothing reads', (path) => {
  expect(placesOf({ [path]: snippet('', 'Dear {{called}},') })).toEqual([`${path}:1:1 file-unexpected`]);
});

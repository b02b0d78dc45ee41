import { expect, test } from 'vitest';
import { toneProblems } from '../../src/guarantee/check-tone.ts';
import { listWordings } from '../../src/guarantee/wordings.ts';
import { type Folder, libraryOf, snippet, template } from '../support/practice-folder.ts';
import { shippedLibrary } from '../support/shipped.ts';

const RULES = `sentence: { words: 8 }
hard: { utilize: use }
rules:
  - { id: verbs, say: It blames., phrases: ["you failed"] }
  - { id: haste, severity: warning, say: It presses., phrases: ["at once"] }
  - { id: voice, say: Too loud., channels: [voicemail], phrases: [shout] }
  - { id: praise, severity: warning, say: What?, fields: [progress], phrases: [well done] }
`;

const problemsOf = (changes: Folder) => {
  const library = libraryOf({ 'snippets/rules.yaml': RULES, ...changes });
  return toneProblems(library, listWordings(library));
};
const placesOf = (body: string, header = '') =>
  problemsOf({ 'snippets/greeting/default.md': snippet(header, body) }).map(
    ({ code, place }) => `${place.line}:${place.column} ${code}`,
  );

test('a phrase in the source is told at its words', () => {
  expect(placesOf('Dear {{called}}, you failed.')).toEqual(['3:16 tone-refused']);
  expect(placesOf('Dear {{called}}, come at once.')).toEqual(['3:16 tone-doubtful']);
  expect(placesOf('Dear {{called}}, well done.')).toEqual([]);
});

test('a phrase across emphasis is told at its place, and one across a branch at the snippet', () => {
  expect(placesOf('Dear {{called}}, you **fai**led.')).toEqual(['3:16 tone-refused']);
  expect(placesOf('Dear {{called}}, you {{#if progress}}failed{{else}}sang{{/if}}.')).toEqual([
    '1:1 tone-refused',
  ]);
});

test('a rule holds on its channels only', () => {
  expect(placesOf('Dear {{called}}, do not shout.')).toEqual([]);
  const voicemail = {
    'templates/voicemail.md': template(['purpose'], { channel: 'voicemail', level: 'minimal' }),
    'snippets/purpose/default.md': snippet('', 'Do not shout.'),
  };
  expect(problemsOf(voicemail).map(({ code }) => code)).toEqual(['tone-refused']);
});

test('directions to the clinician, notes and what she prepares with are not judged', () => {
  const live = (body: string) => ({
    'templates/live.md': template(['purpose'], { channel: 'live' }),
    'snippets/purpose/default.md': snippet('channels: [live]', body),
  });
  expect(problemsOf(live('*Say: you failed.*\n\nHello.'))).toEqual([]);
  expect(problemsOf(live('You failed.')).map(({ code }) => code)).toEqual(['tone-doubtful']);
  const prepare = {
    'templates/prepare.md': template(['preparation'], { channel: 'prepare' }),
    'snippets/preparation/default.md': snippet('', 'You failed!'),
  };
  expect(problemsOf(prepare)).toEqual([]);
});

test('an exclamation mark, a hard word and a long sentence are warnings', () => {
  expect(placesOf('Dear {{called}}!')).toEqual(['3:16 tone-doubtful']);
  expect(placesOf('Dear {{called}}, utilize it.')).toEqual(['3:16 word-hard']);
  expect(placesOf('Dear {{called}}, one two three four five six seven.')).toEqual(['1:1 sentence-long']);
  expect(placesOf('Dear {{called}}, one two three. Four five six seven.')).toEqual([]);
});

test('a warning is overruled in the front matter', () => {
  expect(placesOf('Dear {{called}}, come at once!', 'overrule: { haste: agreed, exclamation: joy }')).toEqual(
    [],
  );
});

test('the subject line is judged', () => {
  const folder = {
    'templates/letter.md': template(['greeting', 'sign-off'], { more: 'subject: You failed' }),
  };
  expect(problemsOf(folder).map(({ code, place }) => [code, place.file])).toEqual([
    ['tone-refused', 'templates/letter.md'],
  ]);
});

test('the problem names the rule and a template', () => {
  const [found] = problemsOf({ 'snippets/greeting/default.md': snippet('', 'Dear {{called}}, you failed.') });
  expect(found?.message).toContain('"verbs"');
  expect(found?.message).toContain('"letter"');
});

test('the shipped wording is kind and plain', () => {
  expect(toneProblems(shippedLibrary, listWordings(shippedLibrary))).toEqual([]);
});

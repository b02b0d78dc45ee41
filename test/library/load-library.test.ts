import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import {
  BASE,
  filesOf,
  load,
  PRACTICE_YAML,
  placesOf,
  snippet,
  template,
} from '../support/practice-folder.ts';

const GREETING = 'snippets/greeting/default.md';
const LETTER = 'templates/letter.md';
const body = (text: string) => placesOf({ [GREETING]: snippet('', text) });

test('the small practice loads without a problem', () => {
  expect(placesOf()).toEqual([]);
  expect(load().value?.snippets.map(({ id }) => id)).toEqual(['greeting/default', 'sign-off/default']);
});

test('a folder without practice.yaml is no practice', () => {
  const { 'practice.yaml': _, ...rest } = BASE;
  const { value, problems } = loadLibrary(filesOf(rest));
  expect(value).toBeUndefined();
  expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'practice.yaml practice-missing',
  ]);
});

test.each([
  [
    'bad YAML in practice.yaml',
    { 'practice.yaml': PRACTICE_YAML.replace('name: Ferry', '\tname: Ferry') },
    'practice.yaml:1:1 yaml-syntax',
  ],
  [
    'an unknown key in practice.yaml',
    { 'practice.yaml': `${PRACTICE_YAML}colour: red\n` },
    'practice.yaml:26:1 key-unknown',
  ],
  [
    'a missing key in practice.yaml',
    { 'practice.yaml': PRACTICE_YAML.replace('service: counseling\n', '') },
    'practice.yaml:1:1 key-missing',
  ],
  [
    'a time zone that is none',
    { 'practice.yaml': PRACTICE_YAML.replace('America/Chicago', 'Mars/Olympus') },
    'practice.yaml:3:11 value-refused',
  ],
  ['a file without front matter', { [GREETING]: 'Dear {{called}},' }, `${GREETING}:1:1 front-matter-missing`],
  [
    'front matter that does not end',
    { [GREETING]: '---\nDear {{called}},' },
    `${GREETING}:1:1 front-matter-missing`,
  ],
  [
    'front matter without end',
    { [GREETING]: `---\n${'# a remark\n'.repeat(600)}---\nDear\n` },
    `${GREETING}:1:1 front-matter-missing`,
  ],
  [
    'bad YAML in front matter',
    { [GREETING]: '---\nlevels: [private\n---\nDear\n' },
    `${GREETING}:2:17 yaml-syntax`,
  ],
  [
    'an unknown key in front matter',
    { [GREETING]: snippet('level: [private]', 'Dear') },
    `${GREETING}:2:1 key-unknown`,
  ],
  [
    'a level that is none',
    { [GREETING]: snippet('levels: [secret]', 'Dear') },
    `${GREETING}:2:10 value-refused`,
  ],
  [
    'a situation that is none',
    { [GREETING]: snippet('when: { situation: [ghosted] }', 'Dear') },
    `${GREETING}:2:21 value-refused`,
  ],
  [
    'a template without a title',
    { [LETTER]: BASE[LETTER]?.replace('title: Letter\n', '') ?? '' },
    `${LETTER}:2:1 key-missing`,
  ],
  [
    'a template that requires nothing',
    { [LETTER]: template(['greeting', 'sign-off'], { requires: [] }) },
    `${LETTER}:6:11 value-refused`,
  ],
  [
    'an unknown section as a folder',
    { 'snippets/greting/a.md': snippet('', 'Hi') },
    'snippets/greting/a.md:1:1 section-unknown',
  ],
  [
    'an unknown section in a template',
    { [LETTER]: template(['greeting', 'sign-off']).replace('{{> sign-off}}', '{{> sign-of}}') },
    `${LETTER}:10:1 section-unknown`,
  ],
  [
    'words in a template',
    { [LETTER]: `${template(['greeting', 'sign-off'])}\nYours\n` },
    `${LETTER}:12:1 wording-form`,
  ],
  [
    'a condition in a template',
    { [LETTER]: `${template(['greeting', 'sign-off'])}\n{{#if name}}{{> contact}}{{/if}}\n` },
    `${LETTER}:12:1 wording-form`,
  ],
  ['a section in a snippet', { [GREETING]: snippet('', '{{> contact}}') }, `${GREETING}:3:1 wording-form`],
  [
    'a required section that is not placed',
    { [LETTER]: template(['greeting'], { requires: ['greeting', 'sign-off'] }) },
    `${LETTER}:1:1 section-unplaced`,
  ],
  [
    'a section placed twice',
    { [LETTER]: template(['greeting', 'sign-off', 'greeting'], { requires: ['greeting'] }) },
    `${LETTER}:1:1 section-repeated`,
  ],
  [
    'requires in another order',
    { [LETTER]: template(['greeting', 'sign-off'], { requires: ['sign-off', 'greeting'] }) },
    `${LETTER}:1:1 section-misplaced`,
  ],
  [
    'dropping what is required',
    { [LETTER]: template(['greeting', 'sign-off'], { more: 'drop: [greeting]' }) },
    `${LETTER}:1:1 section-misplaced`,
  ],
  [
    'dropping what is not placed',
    { [LETTER]: template(['greeting', 'sign-off'], { more: 'drop: [contact]' }) },
    `${LETTER}:1:1 section-misplaced`,
  ],
  [
    'a section without a snippet',
    { [LETTER]: template(['greeting', 'purpose', 'sign-off']) },
    `${LETTER}:1:1 section-without-snippet`,
  ],
  [
    'a section whose snippets all have a when',
    { [GREETING]: snippet('when: { situation: [cost] }', 'Dear') },
    `${LETTER}:1:1 section-without-snippet`,
  ],
  [
    'a section whose snippet is for another channel',
    { [GREETING]: snippet('channels: [portal]', 'Dear') },
    `${LETTER}:1:1 section-without-snippet`,
  ],
  [
    'two snippets that tie',
    { 'snippets/greeting/other.md': snippet('', 'Hi') },
    'snippets/greeting/other.md:1:1 choice-tied',
  ],
  [
    'two snippets that can tie',
    {
      'snippets/greeting/a.md': snippet('when: { situation: [cost, moved] }', 'Hi'),
      'snippets/greeting/b.md': snippet('when: { role: [client] }', 'Hi'),
    },
    'snippets/greeting/b.md:1:1 choice-tied',
  ],
])('%s is a problem at its place', (_, changes, place) => {
  expect(placesOf(changes as Record<string, string>)).toEqual([place]);
});

test.each([
  ['a field that does not exist', 'Dear {{calld}},', '3:6 field-unknown'],
  ['a field that exists in JavaScript', 'Dear {{constructor}},', '3:6 field-unknown'],
  ['the sentence of what is no list', '{{name.sentence}}', '3:1 field-unknown'],
  ['a choice that is printed', '{{situation}}', '3:1 wording-form'],
  ['a list that is printed', '{{supports}}', '3:1 wording-form'],
  ['a loop over what is no list', '{{#each name}}{{this}}{{/each}}', '3:1 wording-form'],
  ['a loop over a sentence', '{{#each supports.sentence}}{{this}}{{/each}}', '3:1 wording-form'],
  ['a comparison of typed words', '{{#if (eq progress "a")}}a{{/if}}', '3:7 wording-form'],
  ['a comparison with what can never be', 'a\n{{#if (eq situation "to-busy")}}a{{/if}}', '4:7 wording-form'],
  ['a single brace', 'Dear {called},', '3:6 wording-form'],
  ['an escaped tag', 'Dear \\{{called}},', '3:7 wording-form'],
  ['a code for a character', 'You &amp; me', '3:5 wording-form'],
  ['a private-use character', 'You \ue000 me', '3:5 wording-form'],
  ['a tag outside the language', 'Dear {{{called}}},', '3:6 wording-form'],
  ['a tag that is not closed', 'Dear {{called,', '3:6 wording-syntax'],
])('%s is a problem at its place in the body', (_, text, place) => {
  expect(body(text).filter((one) => one.startsWith(GREETING))).toContain(`${GREETING}:${place}`);
});

test.each([
  ['a need that is no field', 'needs: [appreciaton]', ['field-unknown']],
  ['a need for the sentence of a list', 'needs: [supports.sentence]', ['field-unknown']],
  ['a need that is a field', 'needs: [appreciation]', []],
])('%s', (_, header, codes) => {
  expect(load({ [GREETING]: snippet(header, 'Dear') }).problems.map(({ code }) => code)).toEqual(codes);
});

const vague = (greeting: string, header = '') => ({
  'templates/vague.md': template(['greeting'], { channel: 'voicemail', level: 'vague' }),
  [GREETING]: snippet('channels: [letter]', 'Dear {{called}},'),
  'snippets/greeting/vague.md': snippet(
    `channels: [voicemail]${header === '' ? '' : `\n${header}`}`,
    greeting,
  ),
});

test.each([
  ['printed', '{{clinicianName}}', '', '4:1'],
  ['branched on', 'Hi{{#if statedReason}} you{{/if}}', '', '4:9'],
  ['listed', '{{#each supports}}{{this}}{{else}}a{{/each}}', '', '4:1'],
  ['printed as a sentence in a branch', '{{#if name}}a{{else}}{{supports.sentence}}{{/if}}', '', '4:22'],
  ['compared', '{{#if (not (eq situation "cost"))}}a{{/if}}', '', '4:12'],
  ['needed', 'Hi', 'needs: [progress]', '1:1'],
])('a field above the level that is %s is a problem', (_, text, header, place) => {
  const at = header === '' ? place : '1:1';
  expect(placesOf(vague(text, header))).toEqual([`snippets/greeting/vague.md:${at} field-above-level`]);
});

test.each([
  'step: [first-call]',
  'role: [client]',
  'situation: [cost]',
  'returnPath: [clinician]',
  'outcome: [replied]',
])('a vague snippet chosen by %s is a problem', (key) => {
  const changes = {
    ...vague('Hi'),
    'snippets/greeting/by.md': snippet(`channels: [voicemail]\nwhen: { ${key} }`, 'Hi'),
  };
  expect(placesOf(changes)).toEqual(['snippets/greeting/by.md:1:1 field-above-level']);
});

test('every problem in every file is told at once, in order', () => {
  const changes = {
    'practice.yaml': `${PRACTICE_YAML}colour: red\n`,
    [GREETING]: snippet('level: [private]', 'Dear {{calld}},\n{{{name}}}'),
    'snippets/sign-off/default.md': snippet('', '{{#if name}}'),
    [LETTER]: template(['greeting', 'sign-off']).replace('title: Trial', 'titel: Trial'),
  };
  const found = placesOf(changes);
  expect(found).toEqual(
    [...found].sort((a, b) => (a.split(':')[0] ?? '').localeCompare(b.split(':')[0] ?? '')),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'practice.yaml:26:1 key-unknown',
      `${GREETING}:2:1 key-unknown`,
      `${GREETING}:5:1 wording-form`,
      'snippets/sign-off/default.md:3:1 wording-syntax',
      `${LETTER}:2:1 key-unknown`,
      `${LETTER}:2:1 key-missing`,
    ]),
  );
  expect(load(changes).value).toBeUndefined();
});

test('files from any machine have their problems at the same lines', () => {
  const text = snippet('needs: [appreciation]', 'Dear\n{{&called}}');
  expect(placesOf({ [GREETING]: text.replaceAll('\n', '\r\n') })).toEqual(placesOf({ [GREETING]: text }));
});

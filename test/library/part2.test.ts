import { expect, test } from 'vitest';
import { namesProgram } from '../../src/library/part2.ts';
import { BASE, PRACTICE_YAML, placesOf, snippet, template } from '../support/practice-folder.ts';

const program = { name: 'Ferry Lane Recovery', part2: true };
const practice = { 'practice.yaml': `part2: true\n${PRACTICE_YAML}` };

test.each([
  ['as it is', 'Ferry Lane Recovery'],
  ['in capitals, over two lines', 'FERRY\nLANE  RECOVERY'],
  ['in a file name', 'ferry-lane_recovery.pdf'],
  ['run together', 'FerryLaneRecovery.pdf'],
  ['in letters that look alike', 'Fеrry Lanе Recovery'],
])('the name is found %s', (_, text) => {
  expect(namesProgram(program, text)).toBe(true);
});

test('another text has no name in it, and a practice that is no Part 2 program may be named', () => {
  expect(namesProgram(program, 'Take the ferry from Lane Street.')).toBe(false);
  expect(namesProgram({ name: program.name }, program.name)).toBe(false);
});

test('a short name is looked for as words only', () => {
  expect(namesProgram({ name: 'Hope', part2: true }, 'I hoped so')).toBe(false);
  expect(namesProgram({ name: 'Hope', part2: true }, 'Hope, 312')).toBe(true);
});

const letter = (level: string, subject: string) => ({
  'templates/letter.md': template(['greeting', 'sign-off'], { level, more: `subject: ${subject}` }),
});
const named = 'Ferry Lane Practice writes';

test('a subject with the name in it is refused before any client is involved', () => {
  expect(placesOf({ ...practice, ...letter('private', named) })).toEqual([
    expect.stringContaining('program-named'),
  ]);
  expect(placesOf(letter('private', named))).toEqual([]);
});

test('fixed words may have the name in a private letter, and in no other', () => {
  const greeting = {
    ...practice,
    'snippets/greeting/default.md': snippet('', `Hello, {{name}}.\n\n${named}.`),
  };
  const codes = (level: string) =>
    placesOf({ ...BASE, ...greeting, ...letter(level, 'A note') }).filter((one) =>
      one.includes('program-named'),
    );
  expect(codes('private')).toEqual([]);
  expect(codes('detailed')).toHaveLength(1);
});

test('marks of a language do not hide the name', () => {
  const voicemail = {
    'templates/voicemail.md': template(['greeting'], { channel: 'voicemail', level: 'detailed' }),
    'snippets/greeting/default.md': snippet('', 'This is Ferry [Lane](lang:es) Practice.'),
  };
  expect(placesOf({ ...practice, ...voicemail })).toEqual([
    expect.stringMatching(/^snippets\/greeting\/default\.md:3:1 program-named$/),
  ]);
});

import { expect, test } from 'vitest';
import { load, PRACTICE_YAML } from '../support/practice-folder.ts';

/** The problems of a small practice whose policy has the lines added, as `line:column code`. */
const problemsOf = (...lines: readonly string[]) =>
  load({
    'practice.yaml': PRACTICE_YAML.replace(
      'policy:\n',
      `policy:\n${lines.map((line) => `  ${line}\n`).join('')}`,
    ),
  })
    .problems.filter(({ place }) => place.file === 'practice.yaml')
    .map(({ code, place, message }) => `${place.line}:${place.column} ${code}: ${message}`);

test('a practice that says nothing of its ladder is sound', () => {
  expect(problemsOf()).toEqual([]);
});

test.each(['two-calls', 'three-attempts', 'calls-then-letter'])('the ladder may be the preset %s', (name) => {
  expect(problemsOf(`ladder: ${name}`)).toEqual([]);
});

test("the ladder may be a list of the practice's own steps with their days", () => {
  const own = [
    'ladder:',
    '  - { step: first-call, days: 10 }',
    '  - { step: final-call, days: 10, closingDays: 21 }',
  ];
  expect(problemsOf(...own, 'closingLetter: never', 'tries: 3')).toEqual([]);
});

test.each([
  ['a preset that is none', ['ladder: two-cals'], /^15:11 value-refused: .*two-calls, three-attempts/],
  ['a step that is none', ['ladder:', '  - { step: letter, days: 7 }'], /^16:15 value-refused: .*first-call/],
  [
    'a step without its days',
    ['ladder:', '  - { step: first-call }'],
    /^16:7 key-missing: "policy › ladder › 1 › days"/,
  ],
  [
    'a key that nothing reads',
    ['ladder:', '  - { step: first-call, days: 7, dayz: 8 }'],
    /^16:36 key-unknown/,
  ],
  ['no step at all', ['ladder: []'], /^15:11 value-refused/],
  ['a number in its place', ['ladder: 2'], /^15:11 value-refused/],
  ['no tries at all', ['tries: 0'], /value-refused/],
])('%s is a problem at its place', (_, lines, wanted) => {
  const problems = problemsOf(...lines);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(wanted);
});

test('a ladder with a closing letter does not go with no closing letters', () => {
  expect(problemsOf('ladder: calls-then-letter', 'closingLetter: never')).toEqual([
    expect.stringMatching(/^16:18 value-refused: "policy › closingLetter" rules out/),
  ]);
  expect(problemsOf('ladder: [{ step: closing-letter, days: 7 }]', 'closingLetter: never')).toHaveLength(1);
  expect(problemsOf('ladder: calls-then-letter', 'closingLetter: always')).toEqual([]);
});

import { expect, test } from 'vitest';
import { findPhrase, phraseRulesSchema, plainWords, preparePhrases } from '../../src/library/phrases.ts';
import { parseWith } from '../../src/model/schema.ts';
import { placesOf } from '../support/practice-folder.ts';

const place = { file: 'rules.yaml', line: 1, column: 1 };
const ruleOf = (...phrases: string[]) => {
  const data = { rules: [{ id: 'care', levels: ['vague'], say: 'Too much.', phrases }] };
  const { value, problems } = parseWith(phraseRulesSchema, data, () => place);
  expect(problems).toEqual([]);
  const [rule] = preparePhrases(value ?? { rules: [] }, 'Ferry Lane');
  if (rule === undefined) throw new Error('no rule');
  return rule;
};
const found = (phrase: string, text: string) => findPhrase(ruleOf(phrase), plainWords(text));

test.each([
  ['therap*', 'your therapist'],
  ['therap*', 'Therapy'],
  ['therap*', 'music-therapy'],
  ['therap*', 'THERAPY!'],
  ['therap*', 'the\u200brapy'],
  ['therap*', 'thera\u00adpy'],
  ['therap*', '\uff34herapy'],
  ['therap*', 'the\u0301rapy'],
  ['therap*', 'th\u0435r\u0430\u0440\u0443'],
  ['therap*', '\u03a4herapy'],
  ['th\u0435rap*', 'therapy'],
  ['mental health', 'mental\n health'],
  ['mental health', 'Mental-Health'],
  ["don't", 'don’t'],
  ['session', 'a session.'],
  ['session', '"session"'],
])('%j is heard in %j', (phrase, text) => {
  expect(found(phrase, text)).toBe(phrase);
});

test.each([
  ['session', 'obsession'],
  ['session', 'sessions'],
  ['therap*', 'the rapids'],
  ['file', 'profile'],
])('%j is not heard in %j', (phrase, text) => {
  expect(found(phrase, text)).toBeUndefined();
});

test('a phrase that would match everything is refused', () => {
  const data = (phrase: string) => ({
    rules: [{ id: 'care', levels: ['vague'], say: 'Too much.', phrases: [phrase] }],
  });
  const codes = ['*', '…', '\u3164', ' '].flatMap((phrase) =>
    parseWith(phraseRulesSchema, data(phrase), () => place).problems.map(({ code }) => code),
  );
  expect(codes).toEqual(Array(4).fill('value-refused'));
});

test('rules that cannot be read are a problem of their file', () => {
  expect(
    placesOf({
      'snippets/rules.yaml': 'rules:\n  - id: a\n    levels: [secret]\n    say: b\n    phrases: [c]\n',
    }),
  ).toEqual(['snippets/rules.yaml:3:14 value-refused']);
});

import { expect, test } from 'vitest';
import { hearLine, hearText } from '../../src/library/hear.ts';
import { prepareRules, type Rules, rulesSchema } from '../../src/library/rules.ts';
import { parseWith } from '../../src/model/schema.ts';

const place = { file: 'rules.yaml', line: 1, column: 1 };
const rulesOf = (rule: object, more: object = {}): Rules => {
  const data = { rules: [{ id: 'care', say: 'Too much.', ...rule }], ...more };
  const { value, problems } = parseWith(rulesSchema, data, () => place);
  expect(problems).toEqual([]);
  return prepareRules(value ?? {}, { name: 'Ferry Lane', language: 'en' });
};
const said = (rule: object, text: string, more: object = {}) =>
  hearText(rulesOf(rule, more), text).map((one) => one.said);
const found = (phrase: string, text: string) => said({ phrases: [phrase] }, text).length > 0;

test.each([
  ['therap*', 'your therapist'],
  ['therap*', 'Therapy'],
  ['therap*', 'music-therapy'],
  ['therap*', 'THERAPY!'],
  ['therap*', 'the\u200brapy'],
  ['therap*', 'thera\u00adpy'],
  ['therap*', '\uff34herapy'],
  ['therap*', 'the\u0301rapy'],
  ['mental health', 'mental\n health'],
  ['mental health', 'Mental-Health'],
  ['mental health', '**mental** health'],
  ["don't", 'don’t'],
  ['session', 'a session.'],
  ['session', '"session"'],
  ['session', "'session'"],
  ['you have not called', 'You haven’t called'],
  ["you haven't called", 'you have not called'],
  ['you did not call', 'you didnt call'],
  ['client', "a client's chair"],
  ['ph d', 'Lena Ortiz, Ph.D.'],
  ['you ... called', 'you have not once, again, called'],
  ['(a|the) (very)? last call', 'the last call'],
])('%j is heard in %j', (phrase, text) => {
  expect(found(phrase, text)).toBe(true);
});

test.each([
  ['session', 'obsession'],
  ['session', 'sessions'],
  ['therap*', 'the rapids'],
  ['file', 'profile'],
  ['you called', 'I am glad for you. Called off today.'],
  ['you called', 'for you\n\nCalled off'],
  ['you ... called', 'you one two three four five called'],
  ['you ... called', 'you came. Then I called'],
])('%j is not heard in %j', (phrase, text) => {
  expect(found(phrase, text)).toBe(false);
});

test('an exception keeps silent what it overlaps, and nothing else', () => {
  const rule = { phrases: ['failed'], except: ['the call failed'] };
  expect(said(rule, 'The call failed.')).toEqual([]);
  expect(said(rule, 'The call failed. You failed.')).toEqual(['failed']);
});

test('a phrase may use a list of words, with longer entries and any ending', () => {
  const more = { words: { visits: ['visit', 'session*', 'check in'] } };
  const rule = { phrases: ['missed <visits>'] };
  expect(said(rule, 'a missed visit, missed sessions, a missed check-in', more)).toEqual(['missed visit']);
  expect(said(rule, 'a missed check-in', more)).toEqual(['missed check-in']);
});

const typed = (text: string, field = 'progress') => ({ kind: 'text' as const, text, field });
const words = (text: string) => ({ kind: 'text' as const, text });
const OPEN = () => false;

test('what was typed is told by its field and never quoted, alone and together with the wording', () => {
  const rules = rulesOf({ phrases: ['saw you fail*', 'quixot*'] });
  const heard = (value: string) => hearLine(rules, [words('I saw you '), typed(value), words('.')], OPEN);
  expect(heard('fail at it').map(({ said, fields }) => ({ said, fields }))).toEqual([
    { said: 'saw you …', fields: ['progress'] },
  ]);
  expect(heard('read Quixote').map(({ said, fields }) => ({ said, fields }))).toEqual([
    { said: '…', fields: ['progress'] },
  ]);
  expect(heard('rest')).toEqual([]);
});

test('a phrase may begin in what was typed and end in the wording', () => {
  const rules = rulesOf({ phrases: ['gave up again'] });
  expect(hearLine(rules, [typed('you gave up'), words(' again.')], OPEN)).toHaveLength(1);
});

test('the same wording round other typed words is heard anew', () => {
  const rules = rulesOf({ phrases: ['saw you fail'] });
  const heard = (value: string) => hearLine(rules, [words('I saw you '), typed(value)], OPEN).length;
  expect([heard('fail'), heard('sing'), heard('fail')]).toEqual([1, 0, 1]);
});

test('a closed value is not looked into', () => {
  const rules = rulesOf({ phrases: ['fail*', 'dear ... fail'] });
  expect(hearLine(rules, [words('Dear '), typed('Fail', 'called')], (field) => field === 'called')).toEqual(
    [],
  );
});

test('a rule for fields hears what was typed for them only', () => {
  const rules = rulesOf({ phrases: ['strength'], fields: ['appreciation'] });
  const line = (field: string) => [words('Your strength is '), typed('strength', field)];
  expect(hearLine(rules, line('progress'), OPEN)).toEqual([]);
  expect(hearLine(rules, line('appreciation'), OPEN).map(({ fields }) => fields)).toEqual([['appreciation']]);
});

test('a rule that wants the whole is silent where much else was typed', () => {
  const rules = rulesOf({ phrases: ['your strength'], fields: ['progress'], whole: true });
  const heard = (value: string) => hearLine(rules, [typed(value)], OPEN).length;
  expect(heard('your strength')).toBe(1);
  expect(heard('your strength on the day the boat turned over')).toBe(0);
});

test('a hard word comes with the plain one', () => {
  const more = { hard: { 'in order to': 'to' } };
  const [heard] = hearText(rulesOf({ phrases: ['x'] }, more), 'In order to rest');
  expect(heard).toMatchObject({ plain: 'to', said: 'In order to' });
});

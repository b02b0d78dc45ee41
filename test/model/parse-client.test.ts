import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONSULT_FIRST } from '../../src/model/client.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { hasRefusedCharacter, isBlank, normaliseValue } from '../../src/model/text-value.ts';
import { hostileStrings } from '../render/hostile-strings.ts';
import { anyClient } from '../support/any-client.ts';
import {
  adult,
  couple,
  FILE,
  home,
  minor,
  mobile,
  parsed,
  partner,
  sam,
  textOf,
} from '../support/client-file.ts';

const codesOf = (client: object) => parsed(client).problems.map(({ code }) => code);
const spoken = (client: object) =>
  parsed(client)
    .problems.map(({ message, hint }) => `${message} ${hint}`)
    .join('\n');
const placesOf = (text: string) =>
  parseClient(text, FILE).problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
const at = (point: object) => ({ ...adult, recipients: [{ ...sam, contactPoints: [point] }] });

test('a client that keeps the rules is read as it stands', () => {
  expect(parsed(adult).problems).toEqual([]);
  expect(parsed(adult).value?.client).toEqual(adult);
  expect(parsed(couple).value?.client).toEqual(couple);
  expect(parsed(minor).value?.client).toEqual(minor);
});

test('any client the schema knows is read without a problem, as it stands', () => {
  fc.assert(
    fc.property(anyClient, (client) => {
      const { value, problems } = parsed(client);
      expect(problems).toEqual([]);
      expect(value?.client).toEqual(client);
    }),
    { numRuns: 200 },
  );
});

test.each(['id', 'clinician', 'kind', 'consultFirst', 'situation', 'recipients'])(
  '%s must be there',
  (key) => {
    expect(codesOf({ ...adult, [key]: undefined })).toEqual(['key-missing']);
    expect(codesOf({ ...adult, [key]: null })).toEqual(['key-missing']);
  },
);

test.each([
  ['a number for a name', { ...adult, recipients: [{ ...sam, name: 12 }] }],
  ['a list for a name', { ...adult, recipients: [{ ...sam, name: ['a'] }] }],
  ['true for a name', { ...adult, recipients: [{ ...sam, name: true }] }],
  ['words for a list', { ...adult, shared: { supports: 'your garden' } }],
  ['words for yes or no', { ...adult, clientWillContactUs: 'yes' }],
  ['words for a number', { ...adult, sessions: { number: '3' } }],
  ['half a session', { ...adult, sessions: { number: 2.5 } }],
  ['fewer than no sessions', { ...adult, sessions: { number: -1 } }],
  ['a kind that is none', { ...adult, kind: 'family' }],
  ['a situation that is none', { ...adult, situation: 'ghosted' }],
  ['a day that does not exist', { ...adult, closingDate: '2026-02-30' }],
  ['a day in another form', { ...adult, closingDate: '30.11.2026' }],
  ['a day with a time', { ...adult, closingDate: '2026-11-30T00:00:00Z' }],
  ['a blank name', { ...adult, recipients: [{ ...sam, name: ' \u200b ' }] }],
  ['a name nobody can see', { ...adult, recipients: [{ ...sam, called: '\u3164' }] }],
  ['a name that is too long', { ...adult, recipients: [{ ...sam, name: 'a'.repeat(121) }] }],
  ['a private-use character', { ...adult, recipients: [{ ...sam, name: 'a\ue000' }] }],
  ['an id with a name in it', { ...adult, id: 'Sam Okafor' }],
  ['no recipient', { ...adult, recipients: [] }],
  ['no contact point', { ...adult, recipients: [{ ...sam, contactPoints: [] }] }],
  ['seven supports', { ...adult, shared: { supports: Array(7).fill('a') } }],
])('%s is refused', (_, client) => {
  expect(codesOf(client)).toEqual(['value-refused']);
});

test.each([
  ['a top-level list', '- a'],
  ['a word', 'hello'],
  ['a number', '1042'],
])('%s is no client', (_, text) => {
  expect(placesOf(text)).toEqual(['1:1 value-refused']);
});

test.each(['', '\n', '# only a remark', 'null', '~', '---'])('%j is an empty file', (text) => {
  expect(placesOf(text)).toEqual(['1:1 key-missing']);
});

test('an unknown key close to a known one is named by the known one', () => {
  const { problems } = parsed({ ...adult, situtation: 'cost' });
  expect(problems.map(({ code }) => code)).toEqual(['key-unknown']);
  expect(problems[0]?.hint).toContain('situation');
});

test('an unknown key far from every known one is not echoed', () => {
  const { problems } = parsed({
    ...adult,
    Hypatia: 1,
    recipients: [{ ...sam, Hypatia: 'b' }],
    shared: { Hypatia: 'c' },
  });
  expect(problems.map(({ code }) => code)).toEqual(['key-unknown', 'key-unknown', 'key-unknown']);
  expect(JSON.stringify(problems)).not.toContain('Hypatia');
});

test.each(['__proto__', 'constructor', 'toString'])('the key %s is unknown', (key) => {
  expect(placesOf(`${textOf(adult).slice(0, -2)},\n  "${key}": {"a": 1}\n}`)).toEqual([
    expect.stringContaining('key-unknown'),
  ]);
});

test('problems stand at their lines, in files from any machine', () => {
  const lines = [
    'id: c-1',
    'clinician: rao',
    'kind: robot',
    'consultFirst: none',
    'situation: cost',
    'recipients:',
    '  - name: Sam',
    '    called: ""',
    '    role: client',
    '    colour: red',
    '    contactPoints:',
    '      - label: mobile',
    '        askFor: Sam',
    '        phone: 5',
  ];
  const expected = ['3:7 value-refused', '8:13 value-refused', '10:5 key-unknown', '14:16 value-refused'];
  expect(placesOf(lines.join('\n'))).toEqual(expected);
  expect(placesOf(lines.join('\r\n'))).toEqual(expected);
});

const garbage = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('Quixotry', 'Quixotry\u0007 2', 'Quixotry\ue000'),
    fc.constantFrom(404_404_404, null, true, -0.5),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Quixotry', 'name', 'phone', 'level', 'on', 'first'), tie('any'), {
      maxKeys: 3,
    }),
  ),
})).any;

test('no problem holds a value or an unknown key, whatever stands in the file', () => {
  const keys = Object.keys(adult);
  const personKeys = ['name', 'called', 'role', 'safety', 'caller', 'contactPoints', 'personal'];
  const pointKeys = ['label', 'phone', 'address', 'askFor', 'level', 'safeHours', 'confirmedOn'];
  const changes = fc.dictionary(
    fc.constantFrom(...keys, 'consent', 'sessions', 'outreach', 'closingDate', 'Quixotry'),
    garbage,
  );
  const person = fc.dictionary(fc.constantFrom(...personKeys), garbage);
  const point = fc.dictionary(fc.constantFrom(...pointKeys), garbage);
  fc.assert(
    fc.property(changes, person, point, fc.boolean(), (top, one, two, deep) => {
      const client = deep
        ? { ...adult, recipients: [{ ...sam, contactPoints: [{ ...mobile, ...two }], ...one }] }
        : { ...adult, ...top };
      const { problems } = parseClient(textOf(client), FILE);
      expect(problems.filter(({ message, hint }) => /Quixotry|404404404/.test(message + hint))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['an adult with a partner', { ...adult, recipients: [{ ...sam, role: 'partner' }] }],
  ['an adult with a guardian', { ...adult, recipients: [{ ...sam, role: 'guardian' }] }],
  ['a couple with a client', { ...couple, recipients: [partner('Ada'), partner('Bo', { role: 'client' })] }],
  ['a minor with a client', { ...minor, consent: 'unrecorded', recipients: [sam] }],
  ['a couple of one', { ...couple, recipients: [partner('Ada')] }],
  ['a couple of three', { ...couple, recipients: [partner('Ada'), partner('Bo'), partner('Cy')] }],
  ['an adult of two', { ...adult, recipients: [sam, sam] }],
  ['consent for an adult', { ...adult, consent: 'guardian' }],
  ['a guardian where the minor consented', { ...minor, consent: 'minor' }],
  ['a minor where the guardian consented', { ...minor, recipients: [{ ...sam, role: 'minor' }] }],
  ['the name of a child for an adult', { ...adult, childName: 'Leo' }],
  ['the name of a child for a couple', { ...couple, childName: 'Leo' }],
  ['a guardian without the name of the child', { ...minor, childName: undefined }],
  ['a situation of couples for an adult', { ...adult, situation: 'one-partner-continues' }],
  [
    'sessions where the work never started',
    { ...adult, situation: 'never-started', sessions: { number: 2 } },
  ],
  ['a last session before the first', { ...adult, sessions: { first: '2026-05-02', last: '2026-05-01' } }],
  ['a contact point with two ways', at({ ...mobile, email: 'sam@example.com' })],
  ['a contact point without a way', at({ ...mobile, phone: undefined, level: undefined })],
  ['a private telephone', at({ ...mobile, level: 'private' })],
  ['a neutral telephone', at({ ...mobile, level: 'neutral' })],
  ['a detailed address', at({ ...home, level: 'detailed' })],
  ['a vague portal', at({ label: 'portal', portal: 'client portal', askFor: 'Sam', level: 'vague' })],
  [
    'a minimal e-mail address',
    at({ label: 'mail', email: 'sam@example.com', askFor: 'Sam', level: 'minimal' }),
  ],
  [
    'a day that was named before the attempt',
    { ...adult, outreach: [{ on: '2026-11-09', to: 'a', outcome: 'voicemail-left', replyBy: '2026-11-08' }] },
  ],
  [
    'two contact points of one label',
    { ...adult, recipients: [{ ...sam, contactPoints: [mobile, { ...home, label: 'mobile' }] }] },
  ],
])('%s is a contradiction', (_, client) => {
  expect(codesOf(client)).toEqual(['client-inconsistent']);
});

test('two partners may each have a number of the same label', () => {
  const two = [partner('Ada', { contactPoints: [mobile] }), partner('Bo', { contactPoints: [mobile] })];
  expect(codesOf({ ...couple, recipients: two })).toEqual([]);
});

test('a contradiction stands at its key, and all are told, in the order of the file', () => {
  const text = textOf({
    ...adult,
    situation: 'one-partner-continues',
    recipients: [{ ...sam, role: 'partner', contactPoints: [{ ...mobile, level: 'private' }] }],
  });
  const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(parseClient(text, FILE).problems.map(({ place }) => place.line)).toEqual([
    lineOf('"situation"'),
    lineOf('"role"'),
    lineOf('"level"'),
  ]);
});

test('consult first has no default', () => {
  expect(CONSULT_FIRST[0]).toBe('none');
  expect(spoken({ ...adult, consultFirst: undefined })).toContain('consult');
});

test('every hostile string is a name, or is refused by the name of its key', () => {
  const wrong = hostileStrings.filter((text) => {
    const { value, problems } = parsed({ ...adult, recipients: [{ ...sam, called: text }] });
    const kept = value?.client.recipients[0]?.called === normaliseValue(text);
    const refused =
      problems.length === 1 &&
      problems[0]?.code === 'value-refused' &&
      problems[0].message.includes('called');
    return !(
      kept ||
      (refused && (isBlank(text) || hasRefusedCharacter(text) || normaliseValue(text).length > 120))
    );
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['14:30', []],
  ['00:00', []],
  ['24:00', ['value-refused']],
  ['9:30', ['value-refused']],
  ['half past two', ['value-refused']],
])('a time of day is told on a clock of 24 hours: %s', (at, codes) => {
  const outreach = [
    { on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left', at, minutes: 2, said: 'changed' },
  ];
  expect(parsed({ ...adult, outreach }).problems.map(({ code }) => code)).toEqual(codes);
});

test('a key without anything behind it is said to be empty, and may be taken out', () => {
  const { problems } = parsed({ ...adult, outreach: null });
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['key-missing', '"outreach" is empty'],
  ]);
});

test('a file that is a list or words is told of as a whole', () => {
  const messages = ['- a\n', 'words\n'].map((text) => parseClient(text, 'c.yaml').problems[0]?.message);
  expect(messages).toEqual(['the file must be a group of keys', 'the file must be a group of keys']);
});

test('years of attempts fit', () => {
  const outreach = Array.from({ length: 150 }, () => ({
    on: '2026-11-02',
    to: 'mobile',
    outcome: 'no-answer',
  }));
  expect(codesOf({ ...adult, outreach })).toEqual([]);
});

test('a key that was typed is not repeated', () => {
  const overrule = { 'Sam is afraid': 'so', 'sam-is-afraid': ['so'], 'not-well': 'so'.repeat(200) };
  const messages = parsed({ ...adult, overrule }).problems.map(({ message }) => message);
  expect(messages).toHaveLength(3);
  expect(messages.join(' ')).not.toMatch(/afraid|well/);
});

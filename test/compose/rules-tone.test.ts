import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage } from '../../src/compose/message.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { messageJson } from '../../src/render/message-text.ts';
import { adult } from '../support/client-file.ts';
import { BASE, filesOf, snippet } from '../support/practice-folder.ts';
import { requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** What the rules of tone make of what was typed, and of wording that breaks them. */

/** A client with these facts, for whom the ladder's day is settled. */
const withFacts = (facts: object, more: { readonly overrule?: object } = {}) => ({
  ...adult,
  ...more,
  overrule: { early: 'agreed in supervision', ...more.overrule },
  shared: { ...adult.shared, ...facts },
});
const letter = (client: object) => composeLetters(requestOf(client), 'closing-letter');
const told = (client: object) => letter(client).problems.map(({ code, place }) => [code, place.line > 1]);

test('typed words that blame stop a letter, at the place where they were typed, and are not repeated', () => {
  const made = letter(withFacts({ progress: 'fail at the Quixotry' }));
  expect(made.letters.map(({ message }) => isMessage(message))).toEqual([false]);
  expect(made.problems.map(({ code, place }) => [code, place.file])).toEqual([
    ['tone-refused', 'client.yaml'],
  ]);
  expect(JSON.stringify(made.problems)).not.toContain('Quixotry');
  expect(JSON.stringify(made.problems)).toContain('failure-verbs');
});

test('typed words that could be heard amiss are a warning, and the letter is there', () => {
  const made = letter(withFacts({ appreciation: 'your strength' }));
  expect(made.problems.map(({ code }) => code)).toEqual(['tone-doubtful']);
  expect(made.letters.map(({ message }) => isMessage(message))).toEqual([true]);
});

test('an exclamation mark and a hard word that were typed are warnings', () => {
  expect(told(withFacts({ progress: 'sing!' }))).toEqual([['tone-doubtful', true]]);
  expect(told(withFacts({ progress: 'utilize the lake' }))).toEqual([['word-hard', true]]);
});

test('in a live guide tone warns and never stops', () => {
  const { sheets, problems } = composeCallSheet(
    requestOf(withFacts({ statedReason: 'you failed us' })),
    'final-call',
  );
  expect(sheets.map(({ messages }) => isMessage(messages.live))).toEqual([true]);
  expect(problems.map(({ code }) => code)).toEqual(['tone-doubtful']);
});

test('names, numbers and days are not looked into', () => {
  const client = {
    ...withFacts({}),
    recipients: [{ ...adult.recipients[0], name: 'Terminate Dismiss', called: 'Failed' }],
  };
  expect(told(client)).toEqual([]);
});

const overruled = { overrule: { 'fits-anyone': 'because she said so herself' } };

test('a warning is overruled in the client file, and the message keeps the reason', () => {
  const made = letter(withFacts({ appreciation: 'your strength' }, overruled));
  expect(made.problems).toEqual([]);
  const reason = [{ rule: 'fits-anyone', reason: 'because she said so herself' }];
  const outcomes = made.letters.map(({ message }) => messageJson(message, shippedLibrary.practice.policy));
  expect(outcomes.map((one) => ('overruled' in one ? one.overruled : undefined))).toEqual([reason]);
});

test('an overrule that nothing needs is not kept', () => {
  const [made] = letter({ ...adult, ...overruled }).letters;
  expect(made?.message).toMatchObject({ overruled: [] });
});

test.each([['failure-verbs'], ['no-such-rule']])('%s cannot be overruled', (rule) => {
  expect(told(withFacts({}, { overrule: { [rule]: 'because' } }))).toEqual([['overrule-refused', true]]);
});

const blaming = (header: string, body: string) =>
  loadLibrary(
    filesOf({
      ...BASE,
      'snippets/rules.yaml':
        'rules:\n  - { id: verbs, say: It blames., phrases: [you failed] }\n  - { id: haste, severity: warning, say: It presses., phrases: [at once] }\n',
      'snippets/greeting/default.md': snippet(header, body),
    }),
  );
const composed = (header: string, body: string) => {
  const { value: library } = blaming(header, body);
  const client = { ...adult, clinician: 'reyes' };
  return composeLetters(requestOf(client, library === undefined ? {} : { library }), 'outreach-letter');
};

test('wording that breaks an error rule stops the message at its snippet', () => {
  expect(
    composed('', 'You failed, {{called}}.').problems.map(({ code, place }) => [code, place.file]),
  ).toEqual([['tone-refused', 'snippets/greeting/default.md']]);
});

test('a warning about wording alone is for its author', () => {
  expect(composed('', 'Call at once, {{called}}.').problems).toEqual([]);
});

test('what a snippet overrules is kept with the message', () => {
  const [made] = composed('overrule: { haste: because it was agreed }', 'Call at once, {{called}}.').letters;
  expect(made?.message).toMatchObject({ overruled: [{ rule: 'haste', reason: 'because it was agreed' }] });
});

test.each(['verbs', 'nothing'])('a snippet cannot overrule %s', (rule) => {
  const { problems } = blaming(`overrule: { ${rule}: because }`, 'Dear {{called}},');
  expect(problems.map(({ code }) => code)).toEqual(['overrule-refused']);
});

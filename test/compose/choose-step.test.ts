import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { type CallStep, chooseCall, chooseLetter, type LetterStep } from '../../src/compose/choose-step.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import type { Library } from '../../src/library/library.ts';
import type { Policy } from '../../src/model/practice.ts';
import { adult, couple, home, mobile, sam } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

const left = { on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left', step: 'first-call' };
const having = (...outreach: object[]) => ({ ...adult, outreach });
const under = (policy: Partial<Policy>): { library: Library } => {
  const { practice } = shippedLibrary;
  return {
    library: { ...shippedLibrary, practice: { ...practice, policy: { ...practice.policy, ...policy } } },
  };
};
const call = (client: object, asked?: CallStep, changes: object = {}) => {
  const { step, problems } = chooseCall(requestOf(client, changes), 0, asked);
  return [step, ...problems.map(({ code }) => code)];
};
const letter = (client: object, asked?: LetterStep, changes: object = {}) => {
  const { step, problems } = chooseLetter(requestOf(client, changes), 0, asked);
  return [step, ...problems.map(({ code }) => code)];
};

test('the call is the one that is next for this person', () => {
  expect(call(adult)).toEqual(['first-call']);
  expect(call(having(left))).toEqual(['final-call']);
  const step = (index: number) =>
    composeCallSheet(requestOf({ ...couple, outreach: [{ ...left, recipient: 1, to: "Ada's mobile" }] }))
      .sheets[index]?.step;
  expect([step(0), step(1)]).toEqual(['final-call', 'first-call']);
});

test('a call that still waits is early, a reason in the file makes it no problem', () => {
  const waits = having({ ...left, on: '2026-11-20' });
  expect(call(waits)).toEqual(['final-call', 'step-early']);
  expect(call(waits, 'first-call')).toEqual(['first-call', 'step-early']);
  expect(call({ ...waits, overrule: { early: 'agreed in supervision' } })).toEqual(['final-call']);
});

test('a closing where the ladder still asks is early, asking late is not', () => {
  expect(call(adult, 'final-call')).toEqual(['final-call', 'step-early']);
  expect(letter(adult, 'closing-letter')).toEqual(['closing-letter', 'step-early']);
  expect(letter(adult, 'outreach-letter')).toEqual(['outreach-letter']);
  expect(call(having(left), 'first-call')).toEqual(['first-call']);
  expect(letter(having(left), 'closing-letter')).toEqual(['closing-letter']);
});

test('a kind note is never too early', () => {
  expect(letter(having({ ...left, on: '2026-11-20' }), 'caring-contact')).toEqual(['caring-contact']);
});

test('the letter is the one that is next, else the closing one', () => {
  expect(letter(adult, undefined, under({ ladder: 'three-attempts' }))).toEqual(['outreach-letter']);
  expect(letter(adult)).toEqual(['closing-letter', 'step-early']);
  expect(letter(having(left))).toEqual(['closing-letter']);
});

test('a call where none is next is made all the same, and told', () => {
  const told = { ...left, on: '2026-11-16', step: 'final-call', level: 'detailed', replyBy: '2026-11-20' };
  expect(call(having(left, told))).toEqual(['final-call', 'step-other']);
  expect(call(having(left, told), 'final-call')).toEqual(['final-call']);
});

test('a closing letter of a practice that sends none is told', () => {
  expect(letter(having(left), undefined, under({ closingLetter: 'never' }))).toEqual([
    'closing-letter',
    'step-other',
  ]);
});

test("the ladder's own number is called, another only where it is asked for", () => {
  const work = { ...mobile, label: 'work' };
  const client = {
    ...adult,
    recipients: [{ ...sam, contactPoints: [{ ...mobile, level: 'minimal' }, work] }],
    outreach: [left, { ...left, on: '2026-11-16', step: 'final-call', level: 'minimal' }],
  };
  const number = (changes: object = {}) =>
    composeCallSheet(requestOf(client, changes)).sheets[0]?.number?.label;
  expect([number(), number({ to: 'mobile' })]).toEqual(['work', 'mobile']);
});

test('a number that is out is not called, nor an address from which a letter came back written to', () => {
  const out = [
    { ...left, outcome: 'third-person-answered' },
    { ...left, to: 'home', outcome: 'letter-returned' },
  ];
  const client = { ...adult, recipients: [{ ...sam, contactPoints: [mobile, home] }], outreach: out };
  const refused = { refused: 'nothing-allowed' };
  expect(composeCallSheet(requestOf(client), 'final-call').sheets[0]?.messages.voicemail).toMatchObject(
    refused,
  );
  expect(composeLetters(requestOf(client), 'closing-letter').letters[0]?.message).toMatchObject(refused);
});

test('what is refused is not told to be early as well', () => {
  const { problems } = composeCallSheet(requestOf({ ...adult, consultFirst: 'risk' }), 'final-call');
  expect(problems).toEqual([]);
});

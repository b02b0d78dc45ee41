import { expect, test } from 'vitest';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, sectionLines } from '../../src/compose/message.ts';
import { listCandidates } from '../../src/compose/recheck-candidates.ts';
import { okafors } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const agreed = { ...okafors, jointLetter: { agreedOn: '2026-05-12' } };
const [first, second] = okafors.recipients as [{ contactPoints: readonly object[] }, object];

const sentTo = (client: object, changes: object = {}) =>
  composeLetters(requestOf(client, changes), 'closing-letter').letters.map(({ recipient }) => recipient);
const BOTH = ['Sam Okafor and Robin Okafor'];
const EACH = ['Sam Okafor', 'Robin Okafor'];

test('where both agreed there is one letter, to both names at their address, in which both are greeted', () => {
  const { letters } = composeLetters(requestOf(agreed), 'closing-letter');
  const messages = letters.map(({ message }) => message).filter(isMessage);
  expect(letters.map(({ recipient }) => recipient)).toEqual(BOTH);
  expect(messages.map(({ parts }) => parts.addressee.slice(0, 2))).toEqual([
    ['Sam Okafor and Robin Okafor', '12 Elm Street'],
  ]);
  expect(messages.flatMap(({ sections }) => sections.flatMap(sectionLines))[0]).toBe('Dear Sam and Robin,');
});

test.each([
  ['where nobody agreed to it', okafors, {}],
  ['where one of them is asked for', agreed, { recipient: '1' }],
  ['before the day of the agreement', { ...agreed, jointLetter: { agreedOn: '2026-11-24' } }, {}],
  ['where the agreement has grown old', { ...agreed, jointLetter: { agreedOn: '2025-05-12' } }, {}],
  ['where less is to be said', agreed, { level: 'minimal' }],
  [
    'where a letter to one of them came back',
    { ...agreed, outreach: [{ on: '2026-11-02', recipient: 2, to: 'home', outcome: 'letter-returned' }] },
    {},
  ],
  [
    'where one of them was told another day',
    {
      ...agreed,
      outreach: [
        {
          on: '2026-11-16',
          recipient: 1,
          to: 'home',
          outcome: 'letter-sent',
          step: 'closing-letter',
          level: 'private',
          replyBy: '2026-11-30',
        },
      ],
    },
    {},
  ],
])('there is no joint letter %s', (_, client, changes) => {
  expect(BOTH).not.toEqual(sentTo(client, changes));
  expect(EACH).toEqual(expect.arrayContaining(sentTo(client, changes)));
});

test('where one of them asked for no more contact, the other gets a letter of their own', () => {
  const outreach = [{ on: '2026-11-02', recipient: 2, to: 'home', outcome: 'do-not-contact' }];
  const { letters } = composeLetters(requestOf({ ...agreed, outreach }), 'closing-letter');
  expect(letters.map(({ message }) => isMessage(message))).toEqual([true, false]);
});

test('a fact that one of them alone may know is asked for under shared, and is not in the letter', () => {
  const { appreciation: _, ...shared } = okafors.shared as { appreciation: string };
  const personal = { appreciation: 'your laugh' };
  const client = { ...agreed, shared, recipients: [{ ...first, personal }, second] };
  const { letters, problems } = composeLetters(requestOf(client), 'closing-letter');
  expect(letters.map(({ message }) => (isMessage(message) ? [] : message.facts))).toEqual([['appreciation']]);
  expect(problems.map(({ code }) => code)).toContain('fact-missing');
});

test('an edited text is held against the joint letter, not against two of their own', () => {
  const { candidates } = listCandidates(requestOf(agreed), ['closing-letter'], []);
  expect(candidates.map(({ index }) => index)).toEqual([-1]);
  const alone = listCandidates(requestOf(agreed, { recipient: '1' }), ['closing-letter'], []);
  expect(alone.candidates.map(({ index }) => index)).toEqual([0]);
});

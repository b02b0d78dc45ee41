import { expect, test } from 'vitest';
import { composeNote, type Note } from '../../src/compose/compose-note.ts';
import { listJointParts } from '../../src/compose/joint-note.ts';
import { isMessage, sectionLines } from '../../src/compose/message.ts';
import { okafors } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const [first, second] = okafors.recipients as [{ contactPoints: readonly object[] }, object];
const otherLabel = { ...second, contactPoints: [{ ...first.contactPoints[1], label: 'the flat' }] };
const agreed = { ...okafors, jointLetter: { agreedOn: '2026-05-12' } };
const sent = { outcome: 'letter-sent', step: 'closing-letter' } as const;

const notesOf = (client: object, changes: object = {}): Note[] =>
  listJointParts(requestOf(client, changes), sent)
    .map(({ request, told }) => composeNote(request, told))
    .filter((note) => note !== undefined);

test('a letter to both is noted and recorded for each, with the words that both were sent', () => {
  const notes = notesOf(agreed);
  expect(notes.map(({ attempt }) => attempt)).toMatchObject([
    { recipient: 1, to: 'home', outcome: 'letter-sent', step: 'closing-letter', replyBy: '2026-12-07' },
    { recipient: 2, to: 'home', outcome: 'letter-sent', step: 'closing-letter', replyBy: '2026-12-07' },
  ]);
  const lines = notes.map(({ note }) => (isMessage(note) ? note.sections.flatMap(sectionLines) : []));
  expect(lines.map((one) => one.includes('Dear Sam and Robin,'))).toEqual([true, true]);
});

test('each is told at the label that is theirs, and what comes next knows of both', () => {
  const notes = notesOf({ ...agreed, recipients: [first, otherLabel] });
  expect(notes.map(({ attempt }) => attempt.to)).toEqual(['home', 'the flat']);
  expect(notes.map(({ next }) => next)).toMatchObject([
    { ahead: 'close', due: '2026-12-07' },
    { ahead: 'close', due: '2026-12-07' },
  ]);
});

test.each([
  ['where one of them is asked for', agreed, { recipient: '1' }],
  ['where nobody agreed to one letter', okafors, {}],
  ['where less is said', agreed, { level: 'minimal' }],
])('there is no note of both %s', (_, client, changes) => {
  expect(notesOf(client, changes)).toEqual([]);
});

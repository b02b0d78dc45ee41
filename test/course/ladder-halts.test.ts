import { expect, test } from 'vitest';
import { nextStep } from '../../src/course/ladder.ts';
import { adult, fileOf } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** What comes next once a file is closed and something stops the case as well. */

function next(changes: object) {
  const { client } = fileOf({ ...adult, ...changes });
  const [recipient] = client.recipients;
  if (recipient === undefined) throw new Error('nobody');
  const { step, isOver = false } = nextStep(shippedLibrary.practice, { client, recipient }, '2026-11-23');
  return { step, isOver };
}
const closed = { on: '2026-11-09', to: 'mobile', outcome: 'closed-on-record-only' };
const wish = { on: '2026-11-02', to: 'mobile', outcome: 'do-not-contact' };

test.each([
  ['who asked for no contact', { outreach: [wish, closed] }],
  ['who said that they will be in touch', { outreach: [closed], clientWillContactUs: true }],
])('the closed file of someone %s is over', (_, changes) => {
  expect(next(changes)).toEqual({ step: 'close-on-record-only', isOver: true });
});

test.each([
  ['asked for no contact', { outreach: [wish] }, 'close-on-record-only'],
  ['said that they will be in touch', { clientWillContactUs: true }, 'close-on-record-only'],
  [
    'have an appointment, though it was closed',
    { outreach: [closed], sessions: { future: '2026-12-01' } },
    'wait',
  ],
  ['are on hold, though it was closed', { outreach: [closed], consultFirst: 'risk' }, 'consult-first'],
])('a file still has to be looked at where they %s', (_, changes, step) => {
  expect(next(changes)).toEqual({ step, isOver: false });
});

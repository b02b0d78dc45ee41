import { expect, test } from 'vitest';
import { nextStep } from '../../src/course/ladder.ts';
import { findRefusal } from '../../src/course/refuse.ts';
import { adult, fileOf } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Whoever asked for no further contact gets none, until they are in touch themselves. */

const { practice } = shippedLibrary;
const ON = '2026-11-23';
const attempt = (on: string, outcome: string, more: object = {}) => ({ on, to: 'mobile', outcome, ...more });
const stopped = attempt('2026-11-10', 'do-not-contact');
const closed = attempt('2026-11-10', 'closed-on-record-only', { step: 'closing-note' });
const back = attempt('2026-11-17', 'called-back');
const reopened = attempt('2026-11-18', 'reopened');
const paused = attempt('2026-11-19', 'reached-pause');
const sent = attempt('2026-11-19', 'letter-sent', { to: 'home' });

function about(...outreach: object[]) {
  const { client } = fileOf({ ...adult, outreach });
  const [recipient] = client.recipients;
  if (recipient === undefined) throw new RangeError('no recipient');
  return { client, recipient };
}

test.each([
  ['the file is closed', [stopped, closed]],
  ['it is closed and opened again', [stopped, closed, reopened]],
  ['it is opened again', [stopped, reopened]],
  ['someone writes all the same', [stopped, reopened, sent]],
  ['they are called all the same, and want to pause', [stopped, reopened, paused]],
  ['they called before', [back, stopped, closed].map((one) => ({ ...one, on: '2026-11-10' }))],
])('nothing goes to them when %s', (_, outreach) => {
  const who = about(...outreach);
  for (const step of ['final-call', 'closing-letter', 'caring-contact', 'front-desk-call'])
    expect(findRefusal({ practice, ...who, on: ON, step })).toMatchObject({ refused: 'do-not-contact' });
  expect(nextStep(practice, who, ON)).toMatchObject({ step: 'close-on-record-only', allowsCheckIn: false });
});

test('their closed file is over, as is that of someone who said they would be in touch', () => {
  expect(nextStep(practice, about(stopped, closed), ON)).toMatchObject({ isOver: true });
  const { client, recipient } = about(closed);
  const who = { client: { ...client, clientWillContactUs: true }, recipient };
  expect(nextStep(practice, who, ON)).toMatchObject({ isOver: true });
});

test('once they were in touch, a file that is opened again begins anew', () => {
  expect(nextStep(practice, about(stopped, closed, back, reopened), ON)).toMatchObject({
    step: 'first-call',
  });
});

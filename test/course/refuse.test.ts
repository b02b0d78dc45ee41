import { expect, test } from 'vitest';
import { findRefusal } from '../../src/course/refuse.ts';
import { adult, couple, fileOf, minor, partner, sam } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const stopFor = (changes: object, step?: string, base: object = adult) => {
  const { client } = fileOf({ ...base, ...changes });
  const [recipient] = client.recipients;
  if (recipient === undefined) throw new Error('no recipient');
  return findRefusal({
    practice: shippedLibrary.practice,
    client,
    recipient,
    on: '2026-11-23',
    ...(step && { step }),
  });
};
const recorded = (outcome: string) => ({ outreach: [{ on: '2026-11-09', to: 'mobile', outcome }] });

test.each([
  ['an appointment to come', { sessions: { future: '2026-11-24' } }, 'open-appointment'],
  ['an appointment today', { sessions: { future: '2026-11-23' } }, 'open-appointment'],
  ['someone to be told first', { consultFirst: 'mandate' }, 'consult-first'],
  ['medication', { consultFirst: 'medication' }, 'consult-first'],
  ['mandated work', { situation: 'mandated' }, 'consult-first'],
])('%s stops the closing, and lets a kind note go', (_, changes, refused) => {
  expect(stopFor(changes, 'closing-letter')).toMatchObject({ refused });
  expect(stopFor(changes, 'final-call')).toMatchObject({ refused });
  expect(stopFor(changes, 'caring-contact')).toBeUndefined();
});

test.each([
  ['a risk', { consultFirst: 'risk' }, adult],
  ['a hospital', { consultFirst: 'hospital' }, adult],
  ['a death', { consultFirst: 'death' }, adult],
  ['a doubt', { consultFirst: 'unsure' }, adult],
  ['a client who will contact us', { clientWillContactUs: true }, adult],
  ['a wish not to be contacted', recorded('do-not-contact'), adult],
  ['a crisis on record', recorded('in-crisis'), adult],
  ['consent on no record', { consent: 'unrecorded' }, minor],
  ['a flag in a couple', { recipients: [partner('Ada', { safety: { flag: true } }), partner('Bo')] }, couple],
])('%s stops everything, a kind note as well', (_, changes, base) => {
  expect(
    ['first-call', 'closing-letter', 'caring-contact'].map((step) => stopFor(changes, step, base)),
  ).not.toContain(undefined);
});

test('asking stays possible in mandated work, and closing once it is written down who was told', () => {
  expect(stopFor({ situation: 'mandated' }, 'first-call')).toBeUndefined();
  expect(
    stopFor({ situation: 'mandated', overrule: { mandate: 'the court was told' } }, 'final-call'),
  ).toBeUndefined();
});

test('a stop for a weightier reason is told before a lighter one', () => {
  const both = { consultFirst: 'mandate', clientWillContactUs: true };
  expect(stopFor(both, 'closing-letter')).toMatchObject({ refused: 'consult-first' });
  expect(stopFor(both, 'caring-contact')).toMatchObject({ refused: 'client-will-contact-us' });
});

test.each([
  ['who would be in touch', { clientWillContactUs: true }],
  ['with an appointment', { sessions: { future: '2026-12-01' } }],
  ['on medication', { consultFirst: 'medication' }],
  ['in mandated work', { situation: 'mandated' }],
])('someone %s is answered and welcomed when they are back, though nobody reaches out', (_, changes) => {
  expect(stopFor(changes, 'final-call')).toBeDefined();
  expect(['return-call', 'welcome-back'].map((step) => stopFor(changes, step))).toEqual([
    undefined,
    undefined,
  ]);
});

test.each(['risk', 'death', 'unsure'])('a call back is a reason to consult all the same for %s', (why) => {
  expect(stopFor({ consultFirst: why }, 'return-call')).toMatchObject({ refused: 'consult-first' });
});

test('under a safety flag nobody calls in the place of the clinician', () => {
  const recipients = [{ ...sam, safety: { checkedOn: '2026-05-12', flag: true } }];
  expect(stopFor({ recipients }, 'front-desk-call')).toMatchObject({ refused: 'safety-flag' });
  expect(stopFor({ recipients }, 'first-call')).toBeUndefined();
});

test('a child who was not brought stops everything, and the reason says whom to call', () => {
  const stop = stopFor({ consultFirst: 'child-not-brought' }, 'caring-contact', minor);
  expect(stop).toMatchObject({ refused: 'consult-first', reason: expect.stringContaining('Ruth Adeyemi') });
});

import { expect, test } from 'vitest';
import {
  attemptsAt,
  inOrder,
  isUnattributed,
  noticeOf,
  permissionAt,
  standingNotice,
} from '../../src/course/attempts.ts';
import { adult, couple, fileOf } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const whoIn = (client: object, index = 0) => {
  const file = fileOf(client).client;
  const recipient = file.recipients[index];
  if (recipient === undefined) throw new Error('no recipient');
  return { client: file, recipient };
};
const final = {
  on: '2026-11-16',
  to: 'mobile',
  outcome: 'voicemail-left',
  step: 'final-call',
  level: 'detailed',
};
const having = (...outreach: object[]) => whoIn({ ...adult, outreach });

test('an attempt belongs to the person named, or to whose number or address it went', () => {
  const outreach = [
    { ...final, to: "Ada's mobile" },
    { ...final, recipient: 2, to: 'elsewhere' },
    { ...final, to: 'nowhere' },
  ];
  const labels = (index: number) => attemptsAt(whoIn({ ...couple, outreach }, index)).map(({ to }) => to);
  expect([labels(0), labels(1)]).toEqual([["Ada's mobile"], ['elsewhere']]);
  const { client } = whoIn({ ...couple, outreach });
  expect(client.outreach?.map((one) => isUnattributed(client, one))).toEqual([false, false, true]);
});

test('attempts are read by their day, those of one day as they stand', () => {
  const days = [
    { ...final, to: 'c' },
    { ...final, on: '2026-11-02', to: 'a' },
    { ...final, to: 'd' },
  ] as const;
  expect(inOrder(having(...days).client.outreach ?? []).map(({ to }) => to)).toEqual(['a', 'c', 'd']);
});

test.each(['replied', 'called-back', 'reached-pause', 'reopened'])(
  'a notice no longer holds after %s, but it was given',
  (outcome) => {
    const who = having(final, { on: '2026-11-20', to: 'mobile', outcome });
    expect(standingNotice(who)).toBeUndefined();
    expect(noticeOf(who)).toMatchObject({ on: '2026-11-16' });
  },
);

test('a message that was cut off is no notice', () => {
  expect(noticeOf(having({ ...final, said: 'cut-off' }))).toBeUndefined();
  expect(noticeOf(having({ ...final, said: 'changed' }))).toBeDefined();
});

test('a notice that went astray is none, wherever in the file the later attempt stands', () => {
  expect(
    noticeOf(having({ on: '2026-11-17', to: 'mobile', outcome: 'greeting-not-theirs' }, final)),
  ).toBeUndefined();
  expect(noticeOf(having(final, { on: '2026-11-17', to: 'home', outcome: 'letter-returned' }))).toBeDefined();
});

test('nothing may be left where an attempt showed that it has to be asked for again', () => {
  const who = having({ on: '2026-11-17', to: 'mobile', outcome: 'third-person-answered' });
  const [mobile, home] = who.recipient.contactPoints;
  const at = (point: typeof mobile, on = '2026-11-23') =>
    point && permissionAt(who, point, shippedLibrary.practice, on);
  expect(at(mobile)).toEqual({ reason: expect.stringContaining('ask first') });
  expect(at(home)?.ceiling).toBe('private');
  expect(at(mobile && { ...mobile, confirmedOn: '2026-11-18' })?.ceiling).toBe('detailed');
  expect(at(mobile && { ...mobile, confirmedOn: '2026-11-24' })?.ceiling).toBeUndefined();
});

import { expect, test } from 'vitest';
import { permissionFor } from '../../src/course/permission.ts';
import type { ContactPoint, Recipient } from '../../src/model/client.ts';
import type { Policy } from '../../src/model/practice.ts';
import { adult, fileOf } from '../support/client-file.ts';
import { libraryOf } from '../support/practice-folder.ts';

const ON = '2026-11-23';
const FRESH = '2026-05-12';
const OLD = '2025-11-22';
const JUST = '2025-11-23';
const LATER = '2026-11-24';
const person = fileOf(adult).client.recipients[0] as Recipient;
const base: Policy = libraryOf().practice.policy;

type Safety = Recipient['safety'];
const checked: Safety = { checkedOn: FRESH, flag: false };

function permission(
  point: Partial<ContactPoint>,
  safety: Safety,
  policy: Partial<Policy> = {},
  { part2, role = 'client' }: { part2?: boolean; role?: Recipient['role'] } = {},
) {
  const { safety: _, ...rest } = { ...person, role };
  const recipient: Recipient = safety === undefined ? rest : { ...rest, safety };
  return permissionFor(
    recipient,
    { label: 'a', askFor: 'Sam', ...point },
    { policy: { ...base, ...policy }, ...(part2 === undefined ? {} : { part2 }) },
    ON,
  );
}

const phone = (level?: ContactPoint['level'], confirmedOn?: string): Partial<ContactPoint> => ({
  phone: '312-555-0142',
  ...(level === undefined ? {} : { level }),
  ...(confirmedOn === undefined ? {} : { confirmedOn }),
});
const mail = (level?: ContactPoint['level'], confirmedOn?: string): Partial<ContactPoint> => {
  const { phone: _, ...rest } = phone(level, confirmedOn);
  return { ...rest, address: ['12 Elm Street'] };
};

test.each([
  ['nothing asked for', phone('none', FRESH), checked, undefined],
  ['nothing asked for, flag or not', phone('none', FRESH), { flag: true }, undefined],
  ['a flag', phone('detailed', FRESH), { checkedOn: FRESH, flag: true }, 'vague'],
  ['a flag and no permission', phone(), { flag: true }, 'vague'],
  ['no word of safety', phone('detailed', FRESH), undefined, 'vague'],
  ['safety never checked', phone('detailed', FRESH), {}, 'vague'],
  ['no flag, and never checked', phone('detailed', FRESH), { flag: false }, 'vague'],
  ['nobody asked', phone(), checked, 'minimal'],
  ['nobody asked, and a date', phone(undefined, FRESH), checked, 'minimal'],
  ['no date', phone('detailed'), checked, 'minimal'],
  ['no date, vague', phone('vague'), checked, 'vague'],
  ['a date to come', phone('detailed', LATER), checked, 'minimal'],
  ['a date to come, vague', phone('vague', LATER), checked, 'vague'],
  ['an old date', phone('detailed', OLD), checked, 'minimal'],
  ['an old date, vague', phone('vague', OLD), checked, 'vague'],
  ['the last day of a date', phone('detailed', JUST), checked, 'detailed'],
  ['a date of this day', phone('detailed', ON), checked, 'detailed'],
  ['a fresh date', phone('detailed', FRESH), checked, 'detailed'],
  ['a fresh date, minimal', phone('minimal', FRESH), checked, 'minimal'],
  ['a fresh date, vague', phone('vague', FRESH), checked, 'vague'],
])('a telephone with %s', (_, point, safety, ceiling) => {
  expect(permission(point, safety as Safety).ceiling).toBe(ceiling);
});

test.each([
  ['minimal', 'minimal'],
  ['vague', 'vague'],
  ['private', 'detailed'],
] as const)('a practice that says no more than %s to a machine', (mostOnVoicemail, ceiling) => {
  expect(permission(phone('detailed', FRESH), checked, { mostOnVoicemail }).ceiling).toBe(ceiling);
});

test.each([
  ['a flag', mail('private', FRESH), { checkedOn: FRESH, flag: true }, [undefined, undefined, undefined]],
  ['a flag and neutral', mail('neutral', FRESH), { flag: true }, [undefined, undefined, undefined]],
  ['nothing asked for', mail('none', FRESH), checked, [undefined, undefined, undefined]],
  ['safety never checked', mail('private', FRESH), {}, [undefined, 'minimal', 'minimal']],
  ['no word of safety', mail('private', FRESH), undefined, [undefined, 'minimal', 'minimal']],
  ['neutral', mail('neutral', FRESH), checked, ['minimal', 'minimal', 'minimal']],
  ['nobody asked', mail(), checked, [undefined, 'minimal', 'private']],
  ['no date', mail('private'), checked, [undefined, 'minimal', 'private']],
  ['a date to come', mail('private', LATER), checked, [undefined, 'minimal', 'private']],
  ['an old date', mail('private', OLD), checked, [undefined, 'minimal', 'private']],
  ['the last day of a date', mail('private', JUST), checked, ['private', 'private', 'private']],
  ['a fresh date', mail('private', FRESH), checked, ['private', 'private', 'private']],
])('mail with %s, by each policy for what nobody confirmed', (_, point, safety, ceilings) => {
  const policies = ['none', 'neutral', 'private'] as const;
  expect(
    policies.map((mailUnconfirmed) => permission(point, safety as Safety, { mailUnconfirmed }).ceiling),
  ).toEqual(ceilings);
});

test('only what has a date that is over is old', () => {
  expect(permission(phone('detailed', OLD), checked).isOld).toBe(true);
  expect(permission(mail('private', OLD), checked).isOld).toBe(true);
  expect(permission(phone('detailed', JUST), checked).isOld).toBeUndefined();
  expect(permission(phone('detailed', LATER), checked).isOld).toBeUndefined();
  expect(permission(phone(), checked).isOld).toBeUndefined();
});

test('no reason names a person, a number or an address', () => {
  const reasons = [phone(), phone('detailed', OLD), mail('private', OLD), mail()].map(
    (point) => permission(point, checked).reason,
  );
  expect(reasons.filter((reason) => /Sam|312|Elm/.test(reason))).toEqual([]);
});

test.each([
  ['a number with full permission', phone('detailed', FRESH), {}, 'minimal'],
  ['a number that agreed to less', phone('vague', FRESH), {}, 'vague'],
  ['a number where the practice says less', phone('detailed', FRESH), { mostOnVoicemail: 'vague' }, 'vague'],
  ['a confirmed address', mail('private', FRESH), {}, 'private'],
  ['an address nobody confirmed', mail(), { mailUnconfirmed: 'private' }, 'minimal'],
  ['an address nobody confirmed, by policy', mail(), { mailUnconfirmed: 'none' }, undefined],
] as const)('a Part 2 program says no more than this at %s', (_, point, policy, ceiling) => {
  expect(permission(point, checked, policy, { part2: true }).ceiling).toBe(ceiling);
});

test.each([
  ['confirmed as private', mail('private', FRESH), checked, 'private'],
  ['for neutral mail', mail('neutral', FRESH), checked, undefined],
  ['that nobody confirmed', mail(), checked, undefined],
  ['without a day', mail('private'), checked, undefined],
  ['whose confirmation is old', mail('private', OLD), checked, undefined],
  ['where what is safe was never asked', mail('private', FRESH), undefined, undefined],
  ['under a flag', mail('private', FRESH), { flag: true }, undefined],
] as const)('to a minor who consented alone, an address %s', (_, point, safety, ceiling) => {
  const policy = { mailUnconfirmed: 'private' } as const;
  expect(permission(point, safety, policy, { role: 'minor' }).ceiling).toBe(ceiling);
});

test("a minor's confirmation that has grown old is to be asked for again", () => {
  expect(permission(mail('private', OLD), checked, {}, { role: 'minor' }).isOld).toBe(true);
});

test.each([
  ['that agreed to more', phone('detailed', FRESH), 'detailed'],
  ['that nobody asked about', phone(), 'vague'],
  ['without a day', phone('detailed'), 'vague'],
  ['with a day to come', phone('detailed', LATER), 'vague'],
  ['whose permission is old', phone('detailed', OLD), 'vague'],
  ['where nothing may be left', phone('none', FRESH), undefined],
] as const)('to a minor who consented alone, a number %s', (_, point, ceiling) => {
  expect(permission(point, checked, {}, { role: 'minor' }).ceiling).toBe(ceiling);
});

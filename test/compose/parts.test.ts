import { expect, test } from 'vitest';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage } from '../../src/compose/message.ts';
import type { Library } from '../../src/library/library.ts';
import type { Practice } from '../../src/model/practice.ts';
import { adult, home, mobile, sam } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

const logo = { file: 'pictures/logo.png', alternative: 'A willow' };
const signature = { file: 'pictures/rao.png', alternative: 'Signature of Anita Rao' };
const rao = { ...shippedLibrary.practice.clinicians['rao'], signature } as Practice['clinicians'][string];

/** The shipped practice with everything that a letter can have. */
const libraryWith = (changes: Partial<Practice> = {}): Library => ({
  ...shippedLibrary,
  practice: {
    ...shippedLibrary.practice,
    clinicians: { ...shippedLibrary.practice.clinicians, rao },
    delivery: 'Personal',
    logo,
    enclosures: [
      { says: 'Enclosure: help in other languages', file: 'enclosures/help.md' },
      { says: 'Enclosure: envelope' },
    ],
    ...changes,
  },
});

function written(
  library: Library,
  person: object = {},
  step: 'outreach-letter' | 'closing-letter' = 'outreach-letter',
) {
  const client = { ...adult, recipients: [{ ...sam, ...person }] };
  const { letters } = composeLetters(requestOf(client, { library }), step);
  const [outcome] = letters.map(({ message }) => message);
  return outcome && isMessage(outcome) ? outcome.parts : undefined;
}

const copies = ['cc: Dr. Amara Cole'];
const neutral = { copies, contactPoints: [{ ...home, level: 'neutral' }] };

test('a letter has the delivery line, enclosures, copies, logo, signature and inserts of the practice', () => {
  const parts = written(libraryWith(), { copies });
  expect(parts).toMatchObject({
    delivery: 'Personal',
    notations: ['Enclosure: help in other languages', 'Enclosure: envelope', 'cc: Dr. Amara Cole'],
    stationery: { logo, signature, inserts: ['enclosures/help.md'] },
  });
});

test('below detailed there is none of it, and the clinician stands for the practice', () => {
  const parts = written(libraryWith(), neutral);
  expect(parts?.letterhead[0]).toBe('Anita Rao');
  expect(parts).toMatchObject({ notations: [] });
  expect(parts).not.toHaveProperty('delivery');
  expect(parts?.stationery).toEqual({
    paper: 'letter',
    envelope: 'us-10-double-window',
    isLarge: false,
    inserts: [],
  });
});

test('a portal has no paper', () => {
  const portal = {
    label: 'portal',
    portal: 'client portal',
    askFor: 'Sam',
    level: 'private',
    confirmedOn: '2026-05-12',
  };
  const parts = written(libraryWith(), { contactPoints: [mobile, portal] });
  expect(parts).toMatchObject({ letterhead: [], addressee: [], notations: [] });
  expect([parts?.delivery, parts?.stationery]).toEqual([undefined, undefined]);
});

test.each([
  [{ language: 'en-US' }, 'letter', 'us-10-double-window'],
  [{ language: 'en-CA' }, 'letter', 'us-10-double-window'],
  [{ language: 'en-GB' }, 'a4', 'dl'],
  [{ language: 'en-AU' }, 'a4', 'dl'],
  [{ language: 'en-US', paper: 'a4' }, 'a4', 'dl'],
  [{ language: 'en-GB', envelope: 'none' }, 'a4', 'none'],
] as const)('%o is written on %s for %s', (changes, paper, envelope) => {
  expect(written(libraryWith(changes))?.stationery).toMatchObject({ paper, envelope });
});

test('large print is a wish of the person', () => {
  expect(written(libraryWith(), { largePrint: true })?.stationery?.isLarge).toBe(true);
});

test('no title tells a name, unless the practice wants it, and then in a private letter alone', () => {
  const titledTo = (changes: Partial<Practice>, person: object = {}) =>
    written(libraryWith(changes), person)?.titledTo;
  expect(titledTo({})).toBeUndefined();
  expect(titledTo({ nameInTitle: true })).toBe(sam.name);
  expect(titledTo({ nameInTitle: true }, neutral)).toBeUndefined();
  expect(titledTo({ nameInTitle: true, part2: true })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { ROLES } from '../../src/model/choices.ts';
import { FIELD_NAMES, FIELDS } from '../../src/model/field.ts';
import { canBeGiven, howToGive } from '../../src/model/where-given.ts';
import { adult, couple, minor, parsed, sam } from '../support/client-file.ts';

test('only those who can have a child named are asked for its name', () => {
  expect(ROLES.filter((role) => canBeGiven('childName', role))).toEqual(['guardian', 'minor']);
});

test.each(['adult', 'couple'])(
  'the schema refuses the name of a child in the file of a kind "%s"',
  (kind) => {
    const client = kind === 'adult' ? adult : couple;
    expect(parsed({ ...client, childName: 'Leo' }).problems).toHaveLength(1);
    expect(parsed(minor).problems).toEqual([]);
  },
);

test('what is asked for is asked for by a key that the client file takes', () => {
  const caller = { reason: 'the book you lent me', leaveNumber: true };
  expect(howToGive('agreedReason')).toContain('"reason: ');
  expect(howToGive('agreedNumber')).toContain('"leaveNumber: true"');
  expect(parsed({ ...adult, recipients: [{ ...sam, caller }] }).problems).toEqual([]);
});

test('whatever can be missing and can be given has a line to write', () => {
  const asked = FIELD_NAMES.filter((name) => !('always' in FIELDS[name]) && canBeGiven(name, 'guardian'));
  expect(asked.filter((name) => !/add "\w+: [^"]+"/i.test(howToGive(name)))).toEqual([]);
});

import { expect, test } from 'vitest';
import { FIELD_NAMES, FIELDS, type Field, findField } from '../../src/model/field.ts';

test('a list answers to its sentence as text, and nothing else does', () => {
  expect(findField('supports')?.kind).toBe('list');
  expect(findField('supports.sentence')).toMatchObject({ kind: 'text', level: FIELDS.supports.level });
  expect(findField('name.sentence')).toBeUndefined();
  expect(findField('situation.sentence')).toBeUndefined();
  expect(findField('supports.sentence.sentence')).toBeUndefined();
  expect(findField('supports.items')).toBeUndefined();
  expect(findField('supports.')).toBeUndefined();
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'Name', 'name '])(
  '%j is no field',
  (path) => {
    expect(findField(path)).toBeUndefined();
  },
);

test('every choice has its values and nothing else has', () => {
  const fields = FIELD_NAMES.map((name): [string, Field] => [name, FIELDS[name]]);
  expect(fields.filter(([, { kind, values }]) => (kind === 'choice') !== (values !== undefined))).toEqual([]);
});

test('nothing that tells of care is below detailed', () => {
  const low = FIELD_NAMES.filter((name) => ['vague', 'minimal'].includes(FIELDS[name].level));
  expect(low).toEqual([
    'name',
    'callerName',
    'agreedReason',
    'agreedNumber',
    'clinicianName',
    'phone',
    'hours',
    'replyBy',
  ]);
});

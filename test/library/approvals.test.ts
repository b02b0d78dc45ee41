import { describe, expect, test } from 'vitest';
import { loadApprovals } from '../../src/library/approvals.ts';
import { placesOf } from '../support/practice-folder.ts';

const PATH = 'snippets/approvals.yaml';
const D = 'a'.repeat(64);
const record = (entry: string, more = '  reviewBy: 2027-11-23\n') =>
  `- on: 2026-11-23\n  by: Marta Reyes\n${more}  approves:\n    - ${entry}\n`;
const WITHDRAWAL =
  '- on: 2026-12-01\n  by: Marta Reyes\n  because: too long\n  withdraws: [greeting/default]\n';
const sittings = (text: string) => loadApprovals([{ path: PATH, text }]).value ?? [];
const found = (text: string) =>
  loadApprovals([{ path: PATH, text }]).problems.map(
    ({ code, place }) => `${place.line}:${place.column} ${code}`,
  );

test('a folder without the file has approved nothing', () => {
  expect(loadApprovals([])).toMatchObject({ value: [], problems: [] });
  expect(sittings('# nothing yet\n')).toEqual([]);
});

describe('a bad record is a problem at its place', () => {
  test.each([
    ['a digest that is too short', record('greeting/default abc'), '5:7 value-refused'],
    ['a digest in capitals', record(`greeting/default ${'A'.repeat(64)}`), '5:7 value-refused'],
    ['no digest', record('greeting/default'), '5:7 value-refused'],
    ['an id outside the folder', record(`../x ${D}`), '5:7 value-refused'],
    ['an id that is none', record(`Greeting ${D}`), '5:7 value-refused'],
    ['a date in another form', record(`rules ${D}`).replace('2026-11-23', '11/23/2026'), '1:7 value-refused'],
    [
      'a day that does not exist',
      record(`rules ${D}`).replace('2027-11-23', '2027-02-30'),
      '3:13 value-refused',
    ],
    ['no name', record(`rules ${D}`).replace('  by: Marta Reyes\n', ''), '1:3 key-missing'],
    ['a blank name', record(`rules ${D}`).replace('Marta Reyes', '" "'), '2:7 value-refused'],
    [
      'an unknown key',
      record(`rules ${D}`, '  reviewBy: 2027-11-23\n  until: 2028-01-01\n'),
      '4:3 key-unknown',
    ],
    ['an approval without a day of review', record(`rules ${D}`, ''), '1:3 approval-form'],
    ['a withdrawal without a reason', WITHDRAWAL.replace('  because: too long\n', ''), '1:3 approval-form'],
    [
      'both at once',
      WITHDRAWAL + record(`rules ${D}`, '  reviewBy: 2027-01-01\n  withdraws: [rules]\n'),
      '5:3 approval-form',
    ],
    ['neither', '- on: 2026-11-23\n  by: Marta Reyes\n', '1:3 approval-form'],
    ['a merge that was not finished', `<<<<<<< ours\n${WITHDRAWAL}`, '1:1 yaml-syntax'],
  ])('%s', (_, text, place) => {
    expect(found(text)).toContain(place);
    expect(loadApprovals([{ path: PATH, text }]).value).toBeUndefined();
  });
});

test('a text that was approved and is not there is a warning at its line, until it is withdrawn', () => {
  const gone = record(`greeting/gone ${D}`);
  expect(placesOf({ [PATH]: gone })).toEqual([`${PATH}:5:7 approval-unknown`]);
  expect(placesOf({ [PATH]: gone + WITHDRAWAL.replace('greeting/default', 'greeting/gone') })).toEqual([]);
});

test('approval may be asked for, and a text sent back with a reason', () => {
  const asks = `- on: 2026-12-01\n  by: Iris Vance\n  asks:\n    - greeting/default ${D}\n`;
  const returns = asks.replace('asks:', 'because: too long\n  returns:');
  expect(sittings(asks + returns)).toHaveLength(2);
  expect(found(returns.replace('  because: too long\n', ''))).toEqual(['1:3 approval-form']);
  expect(found(asks.replace('  asks', '  because: x\n  asks'))).toEqual(['1:3 approval-form']);
});

test('texts are not missed while a file has errors', () => {
  const codes = placesOf({ [PATH]: record(`greeting/gone ${D}`), 'practice.yaml': 'name: x' });
  expect(codes.filter((one) => one.includes('approval'))).toEqual([]);
});

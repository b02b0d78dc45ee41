import { expect, test } from 'vitest';
import { actOf, fitsPlace, hasWords } from '../../src/course/outcome-places.ts';
import { OUTCOMES } from '../../src/model/choices.ts';

const at = (way: object) => ({ label: 'x', askFor: 'Sam', ...way });
const phone = at({ phone: '312-555-0142' });
const address = at({ address: ['12 Elm Street'] });
const portal = at({ portal: 'client portal' });

test.each([
  ['voicemail-left', true, false, false],
  ['greeting-not-theirs', true, false, false],
  ['letter-sent', false, true, true],
  ['letter-returned', false, true, false],
  ['message-unread', false, false, true],
  ['replied', true, true, true],
] as const)('%s: at a number %s, at an address %s, in a portal %s', (outcome, ...fits) => {
  expect([phone, address, portal].map((point) => fitsPlace(outcome, point))).toEqual(fits);
});

test('every outcome can come of some place', () => {
  expect(
    OUTCOMES.filter((outcome) => ![phone, address, portal].some((point) => fitsPlace(outcome, point))),
  ).toEqual([]);
});

test('a call, a letter, or neither was what the clinician did', () => {
  expect((['no-answer', 'letter-sent', 'called-back', 'replied', 'reopened'] as const).map(actOf)).toEqual([
    'call',
    'letter',
    undefined,
    undefined,
    undefined,
  ]);
});

test('words went out with two outcomes', () => {
  expect(OUTCOMES.filter(hasWords)).toEqual(['voicemail-left', 'letter-sent']);
});

import { describe, expect, test } from 'vitest';
import { findApproach, type Target, type Way } from '../../src/compose/approach.ts';
import { adult, home, mobile, sam } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const CALL: Way = {
  isOfKind: ({ phone }) => phone !== undefined,
  serves: ({ permission }) => permission.ceiling !== undefined,
  nowhere: 'no number',
  nothing: (reason) => `nothing may be left: ${reason}`,
};
const work = { ...mobile, label: 'work', level: 'vague' };
const closed = { ...mobile, label: 'old', level: 'none' };

function approach(points: readonly object[], changes: Partial<Target> = {}, way = CALL, client = {}) {
  const request = requestOf({ ...adult, ...client, recipients: [{ ...sam, contactPoints: points }] });
  const [recipient] = request.file.client.recipients;
  if (recipient === undefined) throw new Error('nobody');
  return findApproach(request, { recipient, step: 'first-call', ...changes }, way);
}
const usedOf = (...asked: Parameters<typeof approach>) => {
  const { refusal, place } = approach(...asked);
  return { refused: refusal?.refused, place: place?.label, level: place?.level };
};

describe('someone is reached', () => {
  test('at the first place that serves, passing over what does not', () => {
    expect(usedOf([home, closed, mobile, work])).toEqual({
      refused: undefined,
      place: 'mobile',
      level: 'detailed',
    });
  });

  test('at the place that the ladder has for the step, if it serves', () => {
    expect(usedOf([mobile, work], { to: 'work' }).place).toBe('work');
    expect(usedOf([mobile, closed], { to: 'old' }).place).toBe('mobile');
    expect(usedOf([mobile, work], { to: 'nowhere' }).place).toBe('mobile');
  });

  test('where nothing may be left, with the least that may be said all the same', () => {
    const asked = approach([closed], {}, { ...CALL, least: 'vague' });
    expect(asked).toMatchObject({
      refusal: undefined,
      ceiling: 'vague',
      place: { label: 'old', level: 'none' },
    });
  });

  test('with the hours that are safe, where there are some', () => {
    const { place } = approach([{ ...mobile, safeHours: 'after six' }]);
    expect([place?.safeHours, 'safeHours' in (approach([mobile]).place ?? {})]).toEqual(['after six', false]);
  });
});

describe('someone is not reached', () => {
  test('without a place of the kind', () => {
    expect(approach([home])).toEqual({
      refusal: { refused: 'nothing-allowed', reason: 'no number' },
      place: undefined,
    });
  });

  test('where nothing may be left at the only place, and the reason is that of the place', () => {
    const { refusal, place } = approach([closed]);
    expect(refusal?.reason).toMatch(/^nothing may be left: ./);
    expect([refusal?.refused, place?.label]).toEqual(['nothing-allowed', 'old']);
  });

  test('where something stops the case, whatever may be left; the place is shown all the same', () => {
    expect(usedOf([mobile], {}, CALL, { consultFirst: 'risk' })).toMatchObject({
      refused: 'consult-first',
      place: 'mobile',
    });
    expect(usedOf([home], {}, CALL, { consultFirst: 'risk' })).toMatchObject({
      refused: 'consult-first',
      place: undefined,
    });
  });
});

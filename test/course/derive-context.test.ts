import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveContext, type Occasion, spokenGroups } from '../../src/course/derive-context.ts';
import type { Client } from '../../src/model/client.ts';
import { FIELD_NAMES, FIELDS, type Field } from '../../src/model/field.ts';
import { isWithin, LEVELS } from '../../src/model/level.ts';
import { anyClient, anyCouple } from '../support/any-client.ts';
import { adult, couple, fileOf, mobile, partner, sam } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const { practice } = shippedLibrary;

function occasionOf(client: Client, index = 0, changes: Partial<Occasion> = {}): Occasion {
  const recipient = client.recipients[index];
  const point = recipient?.contactPoints[0];
  const clinician = practice.clinicians[client.clinician];
  if (recipient === undefined || point === undefined || clinician === undefined)
    throw new Error('no such recipient');
  return {
    practice,
    client,
    clinician,
    recipient,
    point,
    step: 'final-call',
    form: 'printed',
    level: 'private',
    on: '2026-11-23',
    ...changes,
  };
}
const contextOf = (client: object, changes: Partial<Occasion> = {}, index = 0) =>
  deriveContext(occasionOf(fileOf(client).client, index, changes));

test('no field above the level is there, and every field that always is within it is', () => {
  fc.assert(
    fc.property(
      anyClient,
      fc.constantFrom(...LEVELS),
      fc.constantFrom('spoken', 'printed'),
      (client, level, form) => {
        const context = deriveContext(occasionOf(client as Client, 0, { level, form } as Partial<Occasion>));
        const above = Object.keys(context).filter(
          (name) => !isWithin(FIELDS[name as keyof typeof FIELDS].level, level),
        );
        const always = FIELD_NAMES.filter((name) => {
          const field: Field = FIELDS[name];
          return field.always && isWithin(field.level, level) && context[name] === undefined;
        });
        expect(above).toEqual([]);
        expect(always).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('no value is blank, and no list empty', () => {
  fc.assert(
    fc.property(anyClient, (client) => {
      const values = Object.values(deriveContext(occasionOf(client as Client)));
      expect(
        values.filter((value) =>
          typeof value === 'string' ? value.trim() === '' : value.items.length === 0,
        ),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("nothing of one partner's own is in the other's context", () => {
  fc.assert(
    fc.property(anyCouple, (client) => {
      const contexts = [0, 1].map((index) =>
        JSON.stringify(deriveContext(occasionOf(client as Client, index))),
      );
      expect(contexts[0]).not.toMatch(/ZqB|BPlace/);
      expect(contexts[1]).not.toMatch(/ZqA|APlace/);
    }),
    { numRuns: 200 },
  );
});

test("a partner's own fact goes before the shared one, and the shared one before none", () => {
  const client = {
    ...couple,
    shared: { progress: 'shared', appreciation: 'shared' },
    recipients: [partner('Ada', { personal: { progress: 'own' } }), partner('Bo')],
  };
  expect(contextOf(client)).toMatchObject({ progress: 'own', appreciation: 'shared' });
  expect(contextOf(client, {}, 1)).toMatchObject({ progress: 'shared', appreciation: 'shared' });
});

const attempt = (more: object) => ({ on: '2026-11-02', to: 'mobile', outcome: 'no-answer', ...more });

test('an attempt is told to the partner it was made at, by number or by label', () => {
  const outreach = [
    attempt({ to: "Ada's mobile" }),
    attempt({ recipient: 2, to: 'elsewhere' }),
    attempt({ to: 'nowhere' }),
  ];
  expect(contextOf({ ...couple, outreach }).attempts).toMatchObject({
    items: ["November 2, 2026, Ada's mobile: no answer"],
  });
  expect(contextOf({ ...couple, outreach }, {}, 1).attempts).toMatchObject({
    items: ['November 2, 2026, elsewhere: no answer'],
  });
});

test('of one client every attempt is told', () => {
  const outreach = [attempt({ to: 'an old number' }), attempt({})];
  expect(contextOf({ ...adult, outreach }).attempts).toMatchObject({
    items: [expect.any(String), expect.any(String)],
  });
});

test.each([
  ['a closing letter that was sent', { step: 'closing-letter', outcome: 'letter-sent' }, true],
  ['a final voicemail in full', { step: 'final-call', outcome: 'voicemail-left', level: 'detailed' }, true],
  [
    'a final voicemail that said little',
    { step: 'final-call', outcome: 'voicemail-left', level: 'minimal' },
    false,
  ],
  ['a final voicemail of which nobody knows', { step: 'final-call', outcome: 'voicemail-left' }, false],
  ['a first voicemail in full', { step: 'first-call', outcome: 'voicemail-left', level: 'detailed' }, false],
  ['an outreach letter', { step: 'outreach-letter', outcome: 'letter-sent', level: 'private' }, false],
  ['a closing letter that came back', { step: 'closing-letter', outcome: 'letter-returned' }, false],
  [
    'a neutral letter in place of the closing one',
    { step: 'closing-letter', outcome: 'letter-sent', level: 'minimal' },
    false,
  ],
])('%s: is it notice', (_, more, isNotice) => {
  expect(contextOf({ ...adult, outreach: [attempt(more)] }).noticeGiven !== undefined).toBe(isNotice);
});

test('the caller is known by the name agreed on, else by the plain one', () => {
  const named = { ...adult, recipients: [{ ...sam, caller: { name: 'Nita' } }] };
  expect(contextOf(named, { level: 'vague' })).toEqual({ name: 'Sam', callerName: 'Nita' });
  expect(contextOf(adult, { level: 'vague' })).toEqual({ name: 'Sam', callerName: 'Anita' });
});

test('the number is known on a vague call only where that was agreed', () => {
  const agreed = (leaveNumber: boolean) => ({ ...adult, recipients: [{ ...sam, caller: { leaveNumber } }] });
  expect(contextOf(agreed(true), { level: 'vague' }).agreedNumber).toBe('312-555-0141');
  expect(contextOf(agreed(false), { level: 'vague' }).agreedNumber).toBeUndefined();
});

test('number and dates are said where they are spoken, and printed where they are read', () => {
  expect(contextOf(adult, { form: 'spoken', step: 'first-call' })).toMatchObject({
    phone: '312, 555, 0141',
    replyBy: 'Monday, November 30',
  });
  expect(contextOf(adult, { step: 'first-call' })).toMatchObject({
    phone: '312-555-0141',
    replyBy: 'November 30, 2026',
  });
});

test.each([
  ['as recorded', {}, '2026-11-23', 'detailed'],
  ['once it is old', {}, '2027-11-23', 'minimal'],
  ['under a flag', { safety: { checkedOn: '2026-05-12', flag: true } }, '2026-11-23', 'vague'],
  ['before safety was checked', { safety: {} }, '2026-11-23', 'vague'],
  ['where nobody asked', { contactPoints: [{ ...mobile, level: undefined }] }, '2026-11-23', 'not asked yet'],
])('the clinician reads what may be left there %s', (_, changes, on, placeLevel) => {
  expect(contextOf({ ...adult, recipients: [{ ...sam, ...changes }] }, { on }).placeLevel).toBe(placeLevel);
});

test.each([
  ['312-555-0141', '312, 555, 0141'],
  ['(312) 555-0141', '312, 555, 0141'],
  ['+1 312 555 0141', '+1, 312, 555, 0141'],
  ['312.555.0141', '312, 555, 0141'],
  ['3125550141', '3125550141'],
])('%s is said as %s', (phone, groups) => {
  expect(spokenGroups(phone)).toBe(groups);
});

test('a list reads as one phrase, each item as given', () => {
  const supports = (items: readonly string[]) =>
    contextOf({ ...adult, shared: { supports: items } }).supports;
  const said = (items: readonly string[]) => {
    const value = supports(items);
    return typeof value === 'object' ? value.sentence.map(({ text }) => text).join('') : value;
  };
  expect(said(['a'])).toBe('a');
  expect(said(['a', 'b'])).toBe('a and b');
  expect(said(['a', 'b, and c', 'd'])).toBe('a, b, and c, and d');
  expect(said([])).toBeUndefined();
});

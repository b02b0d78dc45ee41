import { expect, test } from 'vitest';
import { sharedAddresses } from '../../src/model/joint-letter.ts';
import { adult, fileOf, home, mobile, okafors, parsed } from '../support/client-file.ts';

const jointLetter = { agreedOn: '2026-05-12' };
const [first, second] = okafors.recipients as [object, object];
const coupleWith = (changes: object, other: object = second) => ({
  ...okafors,
  recipients: [{ ...first, ...changes }, other],
  jointLetter,
});

test('both partners who confirmed one address may have one letter', () => {
  expect(parsed({ ...okafors, jointLetter }).problems).toEqual([]);
});

test.each([
  ['nobody but a couple has one', { ...adult, jointLetter }],
  ['none where one partner is flagged', coupleWith({ safety: { checkedOn: '2026-05-12', flag: true } })],
  ['none where one partner continues', { ...okafors, situation: 'one-partner-continues', jointLetter }],
  ['none where one has no address', coupleWith({ contactPoints: [mobile] })],
  ['none where one never confirmed it', coupleWith({ contactPoints: [{ ...home, confirmedOn: undefined }] })],
  ['none where one wants neutral mail', coupleWith({ contactPoints: [{ ...home, level: 'neutral' }] })],
  ['none at two addresses', coupleWith({ contactPoints: [{ ...home, address: ['9 Oak Street'] }] })],
])('%s', (_, client) => {
  expect(parsed(client).problems.map(({ code }) => code)).toEqual(['client-inconsistent']);
});

test('case, spaces and commas do not make another address', () => {
  const address = ['12 ELM street', 'Chicago IL  60640'];
  const client = coupleWith({ contactPoints: [{ ...home, address }] });
  expect(sharedAddresses(fileOf(client).client)).toHaveLength(1);
});

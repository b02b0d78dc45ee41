import { expect, test } from 'vitest';
import type { Inline } from '../../src/language/document.ts';
import { typeset } from '../../src/render/typeset.ts';
import { paragraph, shortLetter, value, words } from './sample-letters.ts';

const set = (...inlines: Inline[]) => typeset({ ...shortLetter, body: [paragraph(...inlines)] }).body[0];

test.each([
  [`I'm glad. It's the others' turn.`, 'I’m glad. It’s the others’ turn.'],
  [`"Yes," she said, ("no").`, '“Yes,” she said, (“no”).'],
  [`'Yes'`, '‘Yes’'],
  [`since the '90s`, 'since the ’90s'],
  ['a break - and -- another', 'a break – and – another'],
  ['well-kept, 312-555-0100, 3-4', 'well-kept, 312-555-0100, 3-4'],
])('wording typed as %s is printed as %s', (typed, printed) => {
  expect(set(words(typed))).toEqual(paragraph(words(printed)));
});

test('a value stays as it was typed, and what comes after it knows that', () => {
  expect(set(words('"'), value('called', `D'Arcy "Q"`), words(`"'s`))).toEqual(
    paragraph(words('“'), value('called', `D'Arcy "Q"`), words('”’s')),
  );
});

test('marks open after a break and inside emphasis', () => {
  const strong: Inline = { kind: 'strong', children: [words('"a"')] };
  expect(set(words('a'), { kind: 'break' }, words('"a" '), strong)).toEqual(
    paragraph(words('a'), { kind: 'break' }, words('“a” '), { kind: 'strong', children: [words('“a”')] }),
  );
});

test('subject, lists, close and what goes along are set, names and addresses are not', () => {
  const letter = {
    ...shortLetter,
    subject: `Let's talk`,
    addressee: [`Pat O'Neil`],
    letterhead: [`O'Neil`],
    body: [{ kind: 'list', ordered: false, items: [[paragraph(words(`it's`))]] }] as const,
    close: [paragraph(words(`it's`))],
    inserts: [{ blocks: [paragraph(words(`it's`))] }],
  };
  expect(typeset(letter)).toMatchObject({
    subject: 'Let’s talk',
    addressee: [`Pat O'Neil`],
    letterhead: [`O'Neil`],
    body: [{ items: [[paragraph(words('it’s'))]] }],
    close: [paragraph(words('it’s'))],
    inserts: [{ blocks: [paragraph(words('it’s'))] }],
  });
});

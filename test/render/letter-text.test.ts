import { expect, test } from 'vitest';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { listLetter, paragraph, shortLetter, words } from './sample-letters.ts';

test('the parts come in order, a blank line apart, and the text ends in one newline', () => {
  const letter = { ...shortLetter, body: [paragraph(words('Hello.'))], close: [paragraph(words('Warmly,'))] };
  expect(renderLetterText(letter)).toBe(
    `SAMPLE

Willow & Oak Counseling
1200 Alder Street, Suite 4
Portland, OR 97205
(503) 555-0142 · willowandoak.example

Imogen Ferreira
48 Larch Lane, Apt. 3B
Portland, OR 97214

November 23, 2026

Your care with Willow & Oak

Hello.

Warmly,
`,
  );
});

test('list items start with a hyphen or their number, nested ones are indented', () => {
  expect(renderLetterText(listLetter)).toContain(
    '- calling your sister\n- the box of letters\n  1. open it\n  2. read one\n\n',
  );
});

test('a link whose words hide the address is followed by the address, a telephone link is not', () => {
  expect(renderLetterText(listLetter)).toContain(
    '988 at any hour, or look at the county’s list (example.org/help/oregon).',
  );
});

test('an unsafe link is only its words', () => {
  const link = { kind: 'link', href: 'javascript:alert(1)', children: [words('here')] } as const;
  expect(renderLetterText({ ...shortLetter, body: [paragraph(link)] })).toContain('\n\nhere\n\n');
});

test('a letter of nothing but a body has no blank lines before it', () => {
  const portal = { ...shortLetter, marks: [], letterhead: [], addressee: [], date: '', body: [], close: [] };
  expect(renderLetterText(portal)).toBe('Your care with Willow & Oak\n');
});

import { describe, expect, test } from 'vitest';
import { readEditedLetter } from '../../src/compose/edited-letter.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { EXAMPLES, FORMS, type MessageName, type Written, writtenIn } from '../support/edits.ts';
import { shippedLibrary } from '../support/shipped.ts';

const letters: readonly MessageName[] = ['closing-letter', 'outreach-letter', 'caring-contact'];
const all = EXAMPLES.flatMap((example) =>
  letters.flatMap((name) =>
    writtenIn(example, name).map((written): [string, Written] => [
      `${example}, ${name}, ${written.index + 1}`,
      written,
    ]),
  ),
);

/** The letter of an edited text as plain text, and what is wrong with it. */
function letterFrom({ message }: Written, text: string, isMarkdown: boolean) {
  const { body, close, problems } = readEditedLetter(message, text, {
    library: shippedLibrary,
    file: 'edited',
    isMarkdown,
  });
  return { text: renderLetterText({ ...letterOf(message), body, close }), close: close.length, problems };
}

describe('a text that nobody edited makes the same letter', () => {
  test.each(all)('%s', (_, written) => {
    const same = { text: FORMS.text(written), close: letterOf(written.message).close.length, problems: [] };
    expect(letterFrom(written, FORMS.text(written), false)).toEqual(same);
    expect(letterFrom(written, FORMS.markdown(written), true)).toEqual(same);
    expect(letterFrom(written, FORMS.markdown(written).replaceAll('\n', '\r\n'), true)).toEqual(same);
  });
});

const [, letter] = all.find(([name]) => name.startsWith('too-busy, closing-letter')) ?? [];
const made = (edit: (text: string) => string, isMarkdown = false) =>
  letter === undefined
    ? undefined
    : letterFrom(letter, edit(FORMS[isMarkdown ? 'markdown' : 'text'](letter)), isMarkdown);

test('the page is that of the file, also where the text has none', () => {
  const whole = made((text) => text)?.text;
  expect(made((text) => text.slice(text.indexOf('Dear Sam,')))?.text).toBe(whole);
  expect(made((text) => text.replace('12 Elm Street', '12 Oak Street'))?.text).toBe(whole);
});

test('lines that a mail program broke are put together again, and those that were meant stay', () => {
  const wrapped = (text: string) =>
    text.replace(/([^\n]{1,70})(?: |$)/gm, '$1\n').replace(/\n\n(?=[^\n])/g, (gap) => gap);
  expect(made((text) => wrapped(text).replace(/\n{3,}/g, '\n\n'))?.text).toContain(
    'In the time we had, I saw you say no at work before you were worn out.',
  );
  expect(made((text) => text)?.text).toContain('Anita Rao, LCSW\nIllinois license 149.012345');
});

test('a sign-off of one’s own closes the letter, and a postscript stands under it', () => {
  const edited = made((text) => `${text.replace('With kind regards,', 'Warmly,')}\nP.S. Your mug is here.\n`);
  expect(edited?.text).toMatch(
    /\n\nWarmly,\n\nAnita Rao, LCSW\nIllinois license 149\.012345\n\nP\.S\. Your mug is here\.\n$/,
  );
  expect(edited?.close).toBe(3);
});

test('what has no place in a letter is refused on its line', () => {
  const places = (edit: (text: string) => string) =>
    made(edit, true)?.problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
  const lineOf = (edit: (text: string) => string, words: string) =>
    letter &&
    edit(FORMS.markdown(letter))
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1;
  const quoted = (text: string) => text.replace('You told me', '> You told me');
  expect(places(quoted)).toEqual([`${lineOf(quoted, '> You')}:1 wording-form`]);
  const html = (text: string) => text.replace('Anita Rao,', '<b>Anita</b> Rao,');
  expect(places(html)?.filter((place) => place.endsWith(' wording-form')).length).toBeGreaterThan(0);
});

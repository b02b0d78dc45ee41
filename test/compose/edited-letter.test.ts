import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEditedLetter } from '../../src/compose/edited-letter.ts';
import type { Message } from '../../src/compose/message.ts';
import { recheck } from '../../src/compose/recheck.ts';
import { type Block, type Inline, textLines } from '../../src/language/document.ts';
import { renderLetterMarkdown } from '../../src/render/letter-markdown.ts';
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

/** The message with some of its runs of text marked, as the numbers say. */
function markedBy(numbers: readonly number[], message: Message): Message {
  let at = 0;
  const mark = (inline: Inline): Inline => {
    if (inline.kind === 'break') return inline;
    if (inline.kind !== 'text') return { ...inline, children: inline.children.map(mark) };
    const language = ['es', 'zh-Hans'][numbers[at++ % numbers.length] ?? 9];
    return language === undefined ? inline : { kind: 'language', language, children: [inline] };
  };
  const markBlock = (block: Block): Block =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((item) => item.map(markBlock)) }
      : { ...block, children: block.children.map(mark) };
  const sections = message.sections.map((one) => ({ ...one, blocks: one.blocks.map(markBlock) }));
  return { ...message, sections };
}

/** What stands between spaces, each with the language in which its words begin. */
const toldWords = (blocks: readonly Block[]): string[] =>
  textLines(blocks).flatMap((line) => {
    const text = line.map((run) => run.text).join('');
    const languages = line.flatMap((run) =>
      Array.from({ length: run.text.length }, () => run.language ?? ''),
    );
    return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const first = word.search(/[\p{L}\p{N}]/u);
      return first < 0 ? word : `${languages[index + first]} ${word}`;
    });
  });

test('plain text has the languages of the message again, and Markdown those that stand in it', () => {
  fc.assert(
    fc.property(
      fc.nat(all.length - 1),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
      (index, numbers) => {
        const written = all[index]?.[1] ?? (letter as Written);
        const message = markedBy(numbers, written.message);
        const page = letterOf(message);
        const expected = toldWords([...page.body, ...page.close]);
        const read = (text: string, isMarkdown: boolean) => {
          const against = { library: shippedLibrary, file: 'edited', isMarkdown };
          const { body, close } = readEditedLetter(message, text, against);
          return toldWords([...body, ...close]);
        };
        expect(read(renderLetterText(page), false)).toEqual(expected);
        expect(read(renderLetterMarkdown(page), true)).toEqual(expected);
        expect(
          recheck(message, renderLetterMarkdown(page), { library: shippedLibrary, file: 'edited' }),
        ).toMatchObject({
          changes: [],
          own: [],
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a sentence in another language stays in it where it was altered; one of one’s own is in none', () => {
  if (letter === undefined) throw new Error('no letter to edit');
  const spanish = { kind: 'text', text: 'Si prefiere hablar en español, llámenos.' } as const;
  const message: Message = {
    ...letter.message,
    sections: letter.message.sections.map((one) =>
      one.section === 'contact'
        ? {
            ...one,
            blocks: [
              { kind: 'paragraph', children: [{ kind: 'language', language: 'es', children: [spanish] }] },
            ],
          }
        : one,
    ),
  };
  const text = renderLetterText(letterOf(message)).replace('llámenos.', 'escríbanos hoy. Gracias.');
  const { body } = readEditedLetter(message, text, {
    library: shippedLibrary,
    file: 'edited',
    isMarkdown: false,
  });
  expect(toldWords(body).filter((word) => word.startsWith('es '))).toEqual(
    ['Si', 'prefiere', 'hablar', 'en', 'español,', 'escríbanos', 'hoy.'].map((word) => `es ${word}`),
  );
});

import { expect, test } from 'vitest';
import type { Gallery } from '../../src/guarantee/gallery.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import { capital, countOf, renderGalleryText } from '../../src/render/gallery-text.ts';

const blocksOf = (text: string) => readMarkdown([{ text }]).blocks;
const part = (snippet: string, text: string) => ({ label: 'Greeting', snippet, blocks: blocksOf(text) });
const gallery: Gallery = {
  name: 'letter',
  title: 'Closing letter',
  isCut: false,
  exhibits: [
    {
      told: 'for a client, by letter',
      parts: [part('greeting/default', 'Dear Sam,'), part('records/default', 'Two ways:\n\n- call\n- write')],
    },
    {
      told: 'for a guardian, by letter',
      parts: [part('greeting/default', 'Dear Sam, [*buenos* días](lang:es),')],
    },
  ],
};

test('a gallery is its name, how many texts there are, and each case with what is said, section by section', () => {
  expect(renderGalleryText(gallery)).toBe(`letter: Closing letter

2 texts

1. For a client, by letter

[greeting/default]
Dear Sam,

[records/default]
Two ways:
- call
- write

2. For a guardian, by letter

[greeting/default]
Dear Sam, [buenos días](lang:es),
`);
});

test('a gallery of nothing says so', () => {
  expect(renderGalleryText({ ...gallery, exhibits: [] })).toBe('letter: Closing letter\n\n0 texts\n');
});

test('one text is one, and a gallery that is cut says that there are more', () => {
  expect([countOf(0, false), countOf(1, false), countOf(2, false)]).toEqual(['0 texts', '1 text', '2 texts']);
  expect(countOf(27, true)).toMatch(/^27 texts, .*more/);
});

test('a sentence begins with a capital letter, an empty one with nothing', () => {
  expect(['for a client', 'élan', ''].map(capital)).toEqual(['For a client', 'Élan', '']);
});

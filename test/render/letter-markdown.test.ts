import fc from 'fast-check';
import { Marked } from 'marked';
import { expect, test } from 'vitest';
import type { Block, Inline } from '../../src/language/document.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import { renderLetterMarkdown } from '../../src/render/letter-markdown.ts';
import { folded, hostileStrings } from './hostile-strings.ts';
import { listLetter, paragraph, shortLetter, value, words } from './sample-letters.ts';

const marked = new Marked({ gfm: true });

/** The text of marked's HTML; a tag or an entity that no letter of these tests has shows up as what it is. */
const shownText = (html: string) =>
  folded(
    html
      .replace(/<\/?(p|strong|em|ul|ol|li|h1|br)>/g, (tag) => (INLINE.test(tag) ? '' : ' '))
      .replace(/&(\w+|#39);/g, (entity) => ENTITIES[entity] ?? `[${entity}]`),
  );

const INLINE = /strong|em/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const parsed = (body: readonly Block[]) =>
  shownText(marked.parse(renderLetterMarkdown({ ...shortLetter, body }), { async: false }));

const [head, foot] = parsed([paragraph(words('HERE'))]).split('HERE') as [string, string];
const bodyOf = (body: readonly Block[]) => parsed(body).slice(head.length, parsed(body).length - foot.length);

test('every hostile string reads back as written, as a paragraph', () => {
  const wrong = hostileStrings.filter((text) => bodyOf([paragraph(value('name', text))]) !== folded(text));
  expect(wrong).toEqual([]);
});

test('every hostile string reads back as written after a greeting, in strong, in a list and after a break', () => {
  const around = (text: string): Block[] => [
    paragraph(words('Dear '), value('name', text), words(',')),
    paragraph(
      words('a'),
      { kind: 'strong', children: [value('name', text)] },
      { kind: 'break' },
      value('name', text),
    ),
    { kind: 'list', ordered: false, items: [[paragraph(value('name', text))], [paragraph(words('second'))]] },
  ];
  const wrong = hostileStrings.filter(
    (text) => bodyOf(around(text)) !== folded(`Dear ${text}, a${text} ${text} ${text} second`),
  );
  expect(wrong).toEqual([]);
});

test('what GFM would turn into links by itself stays text', () => {
  const texts = [
    'www.example.org',
    'at www.example.org/x now',
    'https://example.org',
    'ann@example.org',
    'http://www.a.b',
  ];
  expect(texts.map((text) => bodyOf([paragraph(value('name', text))]))).toEqual(texts);
  expect(bodyOf([paragraph(words('www'), value('name', '.example.org'))])).toBe('www.example.org');
});

const hostile = fc.oneof(fc.constantFrom(...hostileStrings), fc.stringMatching(/^[ -~]{0,12}$/));
const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    hostile.map((text) => value('name', text)),
    hostile.map(words),
    fc.constant<Inline>({ kind: 'break' }),
    fc.record({
      kind: fc.constantFrom('strong', 'em'),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }) as fc.Arbitrary<Inline>,
  ),
}));

const plain = (all: readonly Inline[]): string =>
  all
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'break' ? ' ' : plain(one.children)))
    .join('');

test('any mix of runs, emphasis and breaks reads back as its text', () => {
  fc.assert(
    fc.property(fc.array(inline, { minLength: 1, maxLength: 5 }), (children) => {
      expect(bodyOf([paragraph(...children)])).toBe(folded(plain(children)));
    }),
    { numRuns: 2000 },
  );
});

/** Every letter with the language it is in, the innermost mark telling. */
const told = (all: readonly Inline[], language = ''): string[] =>
  all.flatMap((one) => {
    if (one.kind === 'text')
      return Array.from(one.text.replace(/\s/g, ''), (letter) => `${language} ${letter}`);
    return one.kind === 'break' ? [] : told(one.children, one.kind === 'language' ? one.language : language);
  });

test('any mix of marked words, emphasis and breaks is read again in the same languages', () => {
  const word = fc.stringMatching(/^[a-zé] ?[*_[\]()\\!]?[a-zé]$/).map(words);
  const { some } = fc.letrec<{ some: Inline }>((tie) => ({
    some: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.constant<Inline>({ kind: 'break' }),
      fc.record({
        kind: fc.constantFrom('strong', 'em'),
        children: fc.array(tie('some'), { maxLength: 3 }),
      }) as fc.Arbitrary<Inline>,
      fc.record({
        kind: fc.constant('language'),
        language: fc.constantFrom('es', 'zh-Hans'),
        children: fc.array(tie('some'), { maxLength: 3 }),
      }) as fc.Arbitrary<Inline>,
    ),
  }));
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), (children) => {
      const bare = {
        ...shortLetter,
        marks: [],
        letterhead: [],
        addressee: [],
        date: '',
        close: [],
        notations: [],
      };
      const { subject: _, ...letter } = { ...bare, body: [paragraph(...children)] };
      const { blocks, refused } = readMarkdown([{ text: renderLetterMarkdown(letter) }]);
      expect(refused).toEqual([]);
      expect(blocks.flatMap((block) => (block.kind === 'list' ? [] : told(block.children)))).toEqual(
        told(children),
      );
    }),
    { numRuns: 400 },
  );
});

test('a mark stands beside a link, since it can stand neither round it nor in it', () => {
  const link: Inline = { kind: 'link', href: 'tel:988', children: [words('988')] };
  const marked: Inline = {
    kind: 'language',
    language: 'es',
    children: [words('Llame al '), link, words(' hoy')],
  };
  expect(renderLetterMarkdown({ ...shortLetter, body: [paragraph(marked)] })).toContain(
    '[Llame al](lang:es) [988](<tel:988>) [hoy](lang:es)',
  );
  const within: Inline = {
    ...link,
    children: [{ kind: 'language', language: 'es', children: [words('aquí')] }],
  };
  expect(renderLetterMarkdown({ ...shortLetter, body: [paragraph(within)] })).toContain('[aquí](<tel:988>)');
});

test('emphasis, links and lists are markup again', () => {
  const tokens = marked.lexer(renderLetterMarkdown(listLetter));
  expect(tokens.map((token) => token.type).filter((type) => type !== 'space')).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'heading',
    'paragraph',
    'paragraph',
    'list',
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  const text = renderLetterMarkdown(listLetter);
  expect(text).toContain('[988](<tel:988>)');
  expect(text).toContain('This is _not_ a reproach.');
  expect(text).toContain('- calling your sister\n');
  expect(text).toContain('  1. open it\n  2. read one');
});

test('ordinary wording stays free of backslashes', () => {
  expect(renderLetterMarkdown(shortLetter)).not.toContain('\\(');
  expect(renderLetterMarkdown(shortLetter)).toContain(
    'close your file on **December 11, 2026**. That is only paperwork:',
  );
});

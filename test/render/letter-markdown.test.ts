import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import type { Block, Inline } from '../../src/language/document.ts';
import { renderLetterMarkdown } from '../../src/render/letter-markdown.ts';
import { folded, hostileStrings } from './hostile-strings.ts';
import { listLetter, paragraph, shortLetter, value, words } from './sample-letters.ts';

const marked = new Marked({ gfm: true });

function readBack(tokens: readonly Token[]): string {
  return tokens.map(readToken).join('');
}

/** The text a token stands for, undoing the entities that marked itself put in. */
function readToken(token: Token): string {
  if (token.type === 'br') return ' ';
  if (token.type === 'list')
    return (token as Tokens.List).items.map((item) => `${readBack(item.tokens)} `).join('');
  if ('tokens' in token && token.tokens !== undefined)
    return `${readBack(token.tokens)}${INLINE.has(token.type) ? '' : ' '}`;
  return token.type === 'text' || token.type === 'escape' ? token.text : `[${token.type}]`;
}

const INLINE = new Set(['text', 'strong', 'em', 'link', 'del']);

const parsed = (body: readonly Block[]) =>
  folded(
    readBack(
      marked.lexer(renderLetterMarkdown({ ...shortLetter, body })).filter((token) => token.type !== 'space'),
    ),
  );

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

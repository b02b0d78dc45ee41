import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLines } from '../../src/language/document.ts';
import type { Piece } from '../../src/language/evaluate.ts';
import { findRefused, readMarkdown } from '../../src/language/markdown.ts';
import { hostileStrings } from '../render/hostile-strings.ts';

const VALUE = 'Sam';

/** The pieces of a text in which `@` stands for a value. */
const piecesOf = (text: string, value = VALUE): Piece[] =>
  text
    .split('@')
    .flatMap((words, index) => [...(index === 0 ? [] : [{ text: value, field: 'name' }]), { text: words }]);
const read = (text: string, value = VALUE) => readMarkdown(piecesOf(text, value));
const linesOf = (text: string, value = VALUE) =>
  textLines(read(text, value).blocks).map((line) => line.map((run) => run.text).join(''));
const valuesOf = (text: string, value = VALUE) =>
  textLines(read(text, value).blocks)
    .flat()
    .filter(({ field }) => field !== undefined);

const CONSTRUCTS = [
  '@',
  'Dear @,',
  '**@**',
  '*@*',
  '_@_',
  '__@__',
  '***@***',
  '**a @ b**',
  'a **b *@* c** d',
  'a*@*b',
  '# @',
  '@\n---',
  '@\n===',
  '### a @ #',
  '- @',
  '- a\n- @\n  b',
  '* @\n\n  @',
  '1. @\n2. @',
  '1) @',
  '- a\n  - @',
  '[@](https://example.org)',
  '[a @ b](tel:312-555-0142)',
  '[**@**](mailto:a.b%40example.org)',
  '<https://example.org/a> @',
  'a\\\n@',
  'a  \n@',
  '(@) "@" \'@\' @. @, @! @? @: @; @-@',
  '@@',
  '\\*@\\*',
  '\\@',
  '@ & @ < @ > @',
  'a\n@\nb',
  '@. a',
  '@) a',
];

test('every construct around every hostile string: it lands where it stands, literally, in a run of its field', () => {
  const wrong = CONSTRUCTS.flatMap((construct) => {
    const plain = linesOf(construct);
    const times = construct.split('@').length - 1;
    return hostileStrings.filter((value) => {
      const { refused } = read(construct, value);
      const runs = valuesOf(construct, value);
      const lines = linesOf(construct, value);
      return (
        refused.length > 0 ||
        runs.length !== times ||
        runs.some(({ text, field }) => text !== value || field !== 'name') ||
        lines.join('\n') !== plain.join('\n').replaceAll(VALUE, () => value)
      );
    });
  });
  expect(wrong).toEqual([]);
  expect(CONSTRUCTS.length * hostileStrings.length).toBeGreaterThan(20_000);
});

test.each([
  ['a tag', '<b>@</b>'],
  ['a tag in a line', 'a <br> b'],
  ['a block of HTML', '<div>\n@\n</div>'],
  ['a comment', '<!-- @ -->'],
  ['a script', '<script>@</script>'],
  ['code', '`@`'],
  ['a block of code', '```\n@\n```'],
  ['an indented line', '    @'],
  ['a quotation', '> @'],
  ['a table', '| @ |\n|---|\n| a |'],
  ['a table of one column', 'a\n:-:\n@'],
  ['a table of a heading alone', '@\n-:'],
  ['HTML after spaces', '   <p>@</p>'],
  ['a picture', '![@](https://example.org/a.png)'],
  ['a rule', 'a\n\n---\n\n@'],
  ['struck-out text', '~~@~~'],
  ['a link definition', '[a]: https://example.org'],
  ['a box to tick', '- [ ] @'],
  ['a link that runs code', '[@](javascript:alert)'],
  ['a link in capitals that runs code', '[@](JaVaScRiPt:alert)'],
  ['a link to data', '[@](data:text/html,a)'],
  ['a link over plain http', '[@](http://example.org)'],
  ['a link to a file', '[@](file:///a)'],
  ['a link to nowhere', '[@]()'],
  ['a link within', '[@](/a)'],
  ['a bare address that is not secure', 'www.example.org'],
  ['a value in the address of a link', '[a](https://example.org/@)'],
  ['a value in a bare address', 'https://example.org/@'],
  ['a value in the title of a link', '[a](https://example.org "@")'],
  ['words in the title of a link', '[a](https://example.org "in the title")'],
  ['a line that starts with the number of a help line', '988. Call or text'],
  ['a line that starts with a year', '2026. We met'],
  ['numbers that do not count up', '1. a\n911. b'],
])('%s is refused', (_, text) => {
  expect(read(text).refused).not.toEqual([]);
});

test('a value that was lost or doubled is refused, whatever took it', () => {
  const parts = fc.constantFrom(
    '@',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '`',
    '*',
    '_',
    '~',
    '|',
    '\n',
    '\n\n',
    '-',
    '- ',
    '1. ',
    '#',
    ' ',
    'a',
    '!',
    '"',
    ':',
    '\\',
    'https://a.b/',
    '&',
    '    ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
      const text = all.join('');
      const { refused } = read(text);
      const times = text.split('@').length - 1;
      expect(refused.length > 0 || valuesOf(text).length === times).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('a stand-in that stands in the wording itself takes no value twice', () => {
  expect(readMarkdown([{ text: 'a \ue000 ' }, { text: VALUE, field: 'name' }]).refused).not.toEqual([]);
});

test('wording without marks arrives as it stands', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', '\u4e00', '1', ',', '.', "'", '’', '?'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.array(
        letters.filter((word) => !/^\d+[.)]/.test(word)),
        { minLength: 1, maxLength: 8 },
      ),
      (all) => {
        const text = all.join(' ');
        fc.pre(!/^\d+[.)]( |$)/.test(text));
        expect(linesOf(text)).toEqual([text]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a line break in wording is a space, a hard break a new line', () => {
  expect(linesOf('a\nb')).toEqual(['a b']);
  expect(linesOf('a\\\nb')).toEqual(['a\nb']);
});

test('more values than there are stand-ins are refused', () => {
  const pieces = Array.from({ length: 6_401 }, () => ({ text: 'a', field: 'name' }));
  expect(readMarkdown(pieces)).toMatchObject({ blocks: [], refused: [{ place: undefined }] });
});

test('what is too plain to be read for it holds nothing that is refused', () => {
  const parts = fc.constantFrom(
    ...[
      '@',
      'a',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '-',
      '- ',
      '*',
      '* ',
      '+ ',
      '_',
      '#',
      '=',
      '1',
      '.',
      ')',
      '(',
      '!',
      '"',
    ],
    ...[':', '&', '^', '$', '[', ']', '<', '>', '`', '~', '|', 'www', 'http', '//', 'x.org', '\\', '\u00a0'],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 24 }), (all) => {
      const pieces = piecesOf(all.join(''));
      expect(findRefused(pieces)).toEqual(readMarkdown(pieces).refused);
    }),
    {
      numRuns: 5_000,
      examples: [
        ':\n:-',
        '-:\n:-:',
        '+ - --',
        '- ***',
        '- * * *\u00a0',
        '1. a\n9. b',
        'www.x.org',
        '@://@',
      ].map((text) => [[text]]),
    },
  );
});

const faultsAt = (text: string) =>
  readMarkdown([{ text, place: { file: 'a.md', line: 4, column: 7 } }]).refused.map(
    ({ what, place }) => `${place?.line}:${place?.column} ${what}`,
  );

test.each([
  ['a word and <b>', '4:18 HTML'],
  ['**bold *and `code` in* it**', '4:19 code'],
  ['first\n\nthen ![a](https://example.org/a.png)', '6:6 a picture'],
  ['- one\n- two\n  - three ~~four~~', '6:11 struck-out text'],
  ['> - a', '4:7 a quotation'],
  [
    '1. a\n2. b\n9. c',
    '6:1 a number at the start of a line that does not count 1, 2, 3: it would be changed',
  ],
  ['- a\n\n- [x] b', '6:1 a box to tick'],
  ['# Head\n\n| a |\n|---|\n| b |', '6:1 a table'],
  ['twice `a` and `a`', '4:13 code|4:21 code'],
])('in %j each fault is found where it stands', (text, places) => {
  expect(faultsAt(text).join('|')).toBe(places);
});

test('a value that is lost stands where its field does', () => {
  const place = { file: 'a.md', line: 3, column: 5 };
  const pieces = [{ text: '\ue000 a ' }, { text: VALUE, field: 'name', place }];
  expect(readMarkdown(pieces).refused).toEqual([{ what: expect.any(String), place }]);
});

test.each([
  ['@\n---', 2],
  ['@\n ==', 1],
])('%j is a heading', (text, depth) => {
  expect(read(text).blocks).toMatchObject([{ kind: 'heading', depth }]);
});

test('lists keep their nesting', () => {
  expect(read('- a\n  1. b\n  2. c').blocks).toMatchObject([
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'paragraph' }, { kind: 'list', ordered: true, items: [{}, {}] }]],
    },
  ]);
});

test('a text is remembered without its values', () => {
  const letter = (name: string) => readMarkdown([{ text: 'Dear ' }, { text: name, field: 'name' }]).blocks;
  const runs = (name: string) => [
    { kind: 'text', text: 'Dear ' },
    { kind: 'text', text: name, field: 'name' },
  ];
  expect(letter('Sam')).toEqual([{ kind: 'paragraph', children: runs('Sam') }]);
  expect(letter('Robin')).toEqual([{ kind: 'paragraph', children: runs('Robin') }]);
  expect(readMarkdown([{ text: 'Dear \ue000' }]).blocks).toEqual([
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'Dear ' },
        { kind: 'text', text: '\ue000' },
      ],
    },
  ]);
});

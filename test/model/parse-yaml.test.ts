import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse as parseAsLibrary } from 'yaml';
import { parseYaml } from '../../src/model/parse-yaml.ts';
import { hostileStrings } from '../render/hostile-strings.ts';

const parse = (text: string, linesBefore = 0) => parseYaml({ file: 'a.yaml', text, linesBefore });
const asLibrary = (text: string) =>
  parseAsLibrary(text, { version: '1.2', schema: 'core', stringKeys: true, logLevel: 'error' }) as unknown;
const placesOf = (text: string) =>
  parse(text).problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`);

test.each([
  ['an anchor', 'a: 1\nb: &x 2', '2:4'],
  ['a tag', 'a: !secret b', '1:4'],
  ['a tag that makes a set', 'a: !!set {b}', '1:4'],
  ['a binary tag', 'a: !!binary aGk=', '1:4'],
  ['a key for the second time', 'a: 1\nb: 2\na: 3', '3:1'],
  ['a tab as indentation', 'a:\n\tb: 1', '2:1'],
  ['a second document', 'a: 1\n---\nb: 2', '2:1'],
  ['a quote that is not closed', 'a: "b\n', '2:1'],
  ['a bracket that is not closed', 'a: [b\n', '2:1'],
  ['a colon in a text', 'a: b: c', '1:4'],
])('%s is refused at its place', (_, text, place) => {
  expect(placesOf(text)).toContain(`${place} yaml-syntax`);
  expect(parse(text).data).toBeUndefined();
});

test('of anchors and aliases the first is reported', () => {
  expect(placesOf('a: &x [1]\nb: *x\nc: *x')).toEqual(['1:4 yaml-syntax']);
});

test('a bomb of aliases is refused without being opened', () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) =>
      `l${level}: &l${level} [${Array(9)
        .fill(level ? `*l${level - 1}` : 'lol')
        .join(', ')}]`,
  );
  const { data, problems } = parse(levels.join('\n'));
  expect(data).toBeUndefined();
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['yaml-syntax']));
});

test.each([
  ['marks of a list in a row', '- '.repeat(60_000)],
  ['marks of keys in a row', '? '.repeat(60_000)],
  ['marks of both in a row', '- ? '.repeat(30_000)],
  ['brackets', '['.repeat(200_000)],
  ['closed brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['braces', '{a: '.repeat(50_000)],
  ['steps of one space', Array.from({ length: 700 }, (_, step) => `${' '.repeat(step)}a:`).join('\n')],
])('%s that nest too deeply are one problem', (_, text) => {
  expect(parse(text).problems.map(({ code }) => code)).toEqual(['yaml-syntax']);
  expect(parse(text).data).toBeUndefined();
});

test('nesting that people write is read', () => {
  const text = `${Array.from({ length: 20 }, (_, step) => `${'  '.repeat(step)}a:`).join('\n')} ${'['.repeat(20)}${']'.repeat(20)}`;
  expect(parse(text).problems).toEqual([]);
});

test('words stay words: yes, no, dates and versions', () => {
  expect(parse('a: no\nb: 2026-05-12\nc: 1.2.3\nd: 012\ne: on').data).toMatchObject({
    a: 'no',
    b: '2026-05-12',
    c: '1.2.3',
    e: 'on',
  });
});

test('a key that reaches for a prototype is a key like any other', () => {
  const { data } = parse('__proto__: {polluted: 1}\na: 1');
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(Object.hasOwn(data as object, '__proto__')).toBe(true);
});

test.each([
  'a: 1\nb: [x, 1.5, true, null, ~, {c: d}]\ne:\n  - f: g\n    h:\n  -\n  - - i',
  '{a, b: , c: [d: e, ], ? f}',
  '? a\n? b\n: c\n"": d\n1: e\ntrue: f\nnull: g',
  'a: "x\\ty"\nb: |\n  x\n  y\nc: >\n  x\n  y\nd: 0x1F\ne: 0o17\nf: .inf\ng: 1e3',
  'constructor: 1\n__proto__: 2\n<<: {a: 1}',
  '- a\n- b',
  'just words',
  '# nothing\n',
  '',
])('%j is read as the library reads it', (text) => {
  expect(parse(text)).toMatchObject({ problems: [] });
  expect(parse(text).data).toEqual(asLibrary(text));
});

test.each([
  ['lines that end in LF', '\n'],
  ['lines that end in CRLF', '\r\n'],
])('places are right in %s', (_, end) => {
  const { locate } = parse(['a: 1', 'b:', '  - c: x', '    d: y'].join(end), 3);
  expect(locate(['b', 0, 'd'], 'value')).toEqual({ file: 'a.yaml', line: 7, column: 8 });
  expect(locate(['b', 0, 'd'], 'key')).toEqual({ file: 'a.yaml', line: 7, column: 5 });
});

test('what is not there is placed at the nearest thing that is', () => {
  const { locate } = parse('a: 1\nb:\n  - c: x');
  expect(locate(['b', 0, 'z'], 'value')).toMatchObject({ line: 3, column: 5 });
  expect(locate(['b', 7], 'value')).toMatchObject({ line: 3, column: 3 });
  expect(locate(['a', 'deep', 'er'], 'value')).toMatchObject({ line: 1, column: 4 });
  expect(locate(['z'], 'key')).toMatchObject({ line: 1, column: 1 });
});

test('no text at all throws, no problem quotes it, and what has none is read as the library reads it', () => {
  const secret = 'Quixotry';
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n  ',
      ': ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&',
      '*',
      '!',
      '!!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '---',
      '...',
      '#',
      '? ',
      ', ',
      '\t',
      '\r',
      '<<',
      '\u0000',
      '\ufeff',
    ),
    fc.constant(secret),
    fc.constantFrom(...hostileStrings),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { problems, data } = parse(pieces.join(''));
      expect(problems.filter(({ message, hint }) => `${message}${hint}`.includes(secret))).toEqual([]);
      expect(problems.filter(({ place }) => place.line < 1 || place.column < 1)).toEqual([]);
      expect(data).toEqual(problems.length > 0 ? undefined : asLibrary(pieces.join('')));
    }),
    { numRuns: 1000 },
  );
});

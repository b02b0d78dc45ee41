import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listReadings, listWords } from '../../src/language/node.ts';
import { parseWording } from '../../src/language/parse-wording.ts';
import { LIMITS } from '../../src/language/wording-limits.ts';
import { hostileStrings } from '../render/hostile-strings.ts';

const parse = (text: string, linesBefore = 0) => parseWording({ file: 'a.md', text, linesBefore });
const placesOf = (text: string, linesBefore = 0) =>
  parse(text, linesBefore).problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`);

test.each([
  ['three braces', 'Dear {{{name}}}', '1:6 wording-form'],
  ['an ampersand', '\n {{&name}}', '2:2 wording-form'],
  ['a partial block', 'a {{#> greeting}}b{{/greeting}}', '1:3 wording-form'],
  ['a dynamic partial', '{{> (lookup . "a")}}', '1:1 wording-form'],
  ['a partial with an argument', '{{> greeting name}}', '1:1 wording-form'],
  ['a partial with a hash', '{{> greeting a=name}}', '1:1 wording-form'],
  ['a partial by path', '{{> a.b}}', '1:1 wording-form'],
  ['a partial in quotes', '{{> "greeting"}}', '1:1 wording-form'],
  ['the partial of a block', '{{> @partial-block}}', '1:1 wording-form'],
  ['a decorator', '{{* name}}', '1:1 wording-form'],
  ['an inline partial', 'a\nb {{#*inline "x"}}a{{/inline}}', '2:3 wording-form'],
  ['a raw block', '{{{{raw}}}} a {{{{/raw}}}}', '1:1 wording-form'],
  ['a raw block by a known word', 'ab{{{{if name}}}} a {{{{/if}}}}', '1:3 wording-form'],
  ['a look at the parent', '{{../name}}', '1:3 wording-form'],
  ['a look at the parent in a condition', '{{#if ../name}}a{{/if}}', '1:7 wording-form'],
  ['this with a name', '{{this.name}}', '1:3 wording-form'],
  ['this with a slash', '{{./name}}', '1:3 wording-form'],
  ['@root', '{{@root.name}}', '1:3 wording-form'],
  ['@index', '{{#each supports}}{{@index}}{{/each}}', '1:19 wording-form'],
  ['@root in a condition', '{{#if @root.name}}a{{/if}}', '1:7 wording-form'],
  ['a name in square brackets', '{{[name]}}', '1:3 wording-form'],
  ['a part in square brackets', '{{supports.[sentence]}}', '1:3 wording-form'],
  ['a name with a space', '{{[na me]}}', '1:3 wording-form'],
  ['a name in square brackets as a condition', '{{#if [name]}}a{{/if}}', '1:7 wording-form'],
  ['a slash in a path', '{{supports/sentence}}', '1:3 wording-form'],
  ['__proto__', '{{__proto__}}', '1:3 wording-form'],
  ['__proto__ under a name', '{{#each name.__proto__}}a{{/each}}', '1:9 wording-form'],
  ['log', '{{log "a"}}', '1:1 wording-form'],
  ['lookup', '{{lookup name "length"}}', '1:1 wording-form'],
  ['lookup in a condition', '{{#if (lookup name "a")}}a{{/if}}', '1:7 wording-form'],
  ['with', '{{#with name}}b{{/with}}', '1:1 wording-form'],
  ['a field as a block', '{{#name}}b{{/name}}', '1:1 wording-form'],
  ['a field as an inverse block', '{{^name}}b{{/name}}', '1:1 wording-form'],
  ['block parameters', '{{#each supports as |one|}}b{{/each}}', '1:1 wording-form'],
  ['a hash', '{{name a=1}}', '1:1 wording-form'],
  ['a hash in a condition', '{{#if name includeZero=true}}b{{/if}}', '1:1 wording-form'],
  ['a hash in eq', '{{#if (eq situation "cost" a="b")}}b{{/if}}', '1:7 wording-form'],
  ['two conditions', '{{#if name phone}}b{{/if}}', '1:1 wording-form'],
  ['no condition', '{{#if}}b{{/if}}', '1:1 wording-form'],
  ['a list in a list', '{{#each a}}{{#each b}}{{/each}}{{/each}}', '1:12 wording-form'],
  ['a condition in a list', '{{#each a}}{{#if b}}c{{/if}}{{/each}}', '1:12 wording-form'],
  ['a field in a list', '{{#each a}}{{name}}{{/each}}', '1:12 wording-form'],
  ['a dot in a list', '{{#each a}}{{.}}{{/each}}', '1:12 wording-form'],
  ['words in quotes as a field', '{{"name"}}', '1:3 wording-form'],
  ['a number as a field', '{{1}}', '1:3 wording-form'],
  ['true as a field', '{{true}}', '1:3 wording-form'],
  ['undefined as a field', '{{undefined}}', '1:3 wording-form'],
  ['null as a condition', '{{#if null}}a{{/if}}', '1:7 wording-form'],
  ['words in quotes as a condition', '{{#if "name"}}a{{/if}}', '1:7 wording-form'],
  ['this outside a list', '{{this}}', '1:1 wording-form'],
  ['this as a condition', '{{#if this}}a{{/if}}', '1:7 wording-form'],
  ['this as a list', '{{#each this}}a{{/each}}', '1:9 wording-form'],
  ['this in the else of a list', '{{#each a}}b{{else}}{{this}}{{/each}}', '1:21 wording-form'],
  ['a bracketed field', '{{(name)}}', '1:3 wording-form'],
  ['a number to compare with', '{{#if (eq situation 1)}}a{{/if}}', '1:7 wording-form'],
  ['two fields to compare', '{{#if (eq situation role)}}a{{/if}}', '1:7 wording-form'],
  ['three things to compare', '{{#if (eq situation "a" "b")}}a{{/if}}', '1:7 wording-form'],
  ['and with one part', '{{#if (and name)}}a{{/if}}', '1:7 wording-form'],
  ['not with two parts', '{{#if (not name phone)}}a{{/if}}', '1:7 wording-form'],
  ['a word that compares otherwise', '{{#if (gt name "a")}}a{{/if}}', '1:7 wording-form'],
  ['a dotted word', '{{#if (name.eq situation "a")}}a{{/if}}', '1:7 wording-form'],
  ['nine conditions in each other', `${'{{#if a}}'.repeat(9)}x${'{{/if}}'.repeat(9)}`, '1:73 wording-budget'],
  ['nine empty conditions', `${'{{#if a}}'.repeat(9)}${'{{/if}}'.repeat(9)}`, '1:73 wording-budget'],
  ['brackets nine deep', `{{#if ${'(not '.repeat(10)}a${')'.repeat(10)}}}x{{/if}}`, '1:52 wording-form'],
  ['a tag that is not closed', 'a\n  {{name\nb', '2:3 wording-syntax'],
  ['a tag that is not closed before another', 'a {{name b {{phone}}', '1:3 wording-syntax'],
  ['a block that is not closed', 'a {{#if b}}c', '1:3 wording-syntax'],
  ['an inner block that is not closed', '{{#if a}}{{#each b}}{{/if}}', '1:21 wording-syntax'],
  ['another block closed', 'x\n{{#if a}}x{{/each}}', '2:11 wording-syntax'],
  ['nothing to close', 'x{{/if}}', '1:2 wording-syntax'],
  ['an empty tag', '{{}}', '1:1 wording-syntax'],
])('%s is refused at its place', (_, text, place) => {
  expect(placesOf(text)).toEqual([place]);
});

test.each([
  ['5,000 nested conditions', '{{#if a}}'.repeat(5000) + '{{/if}}'.repeat(5000)],
  ['more characters than a snippet has', 'a'.repeat(LIMITS.characters + 1)],
  ['too many tags', '{{a}}'.repeat(LIMITS.tags + 1)],
  ['15 kB of nested brackets', `{{#if ${'('.repeat(7500)}a${')'.repeat(7500)}}}b{{/if}}`],
  ['15 kB of open brackets', `{{#if ${'('.repeat(15_000)}`],
  ['15 kB of open braces', '{'.repeat(15_000)],
  ['15 kB of quotations', '> '.repeat(7_500)],
  ['15 kB of quotations without spaces', '>'.repeat(15_000)],
  ['15 kB of numbered lists', '1. '.repeat(5_000)],
  ['15 kB of emphasis', '_a*'.repeat(5_000)],
])('%s are refused by size, before the parser sees them', (_, text) => {
  expect(placesOf(text, 4)).toEqual(['5:1 wording-budget']);
});

test.each([
  ['tags', '{{a}}'.repeat(LIMITS.tags)],
  ['characters', 'a'.repeat(LIMITS.characters)],
  ['depth', `${'{{#if a}}'.repeat(LIMITS.depth)}b${'{{/if}}'.repeat(LIMITS.depth)}`],
  ['a chain of else', `{{#if a}}b${'{{else if a}}c'.repeat(LIMITS.depth - 1)}{{/if}}`],
])('as many %s as allowed are read', (_, text) => {
  expect(placesOf(text)).toEqual([]);
});

test('the lines of the front matter count', () => {
  expect(placesOf('a\n{{&b}}', 5)).toEqual(['7:1 wording-form']);
  expect(placesOf('a\n{{#if b}}', 5)).toEqual(['7:1 wording-syntax']);
  expect(placesOf('a\n{{}}', 5)).toEqual(['7:1 wording-syntax']);
});

test('every construct outside the subset is reported at once', () => {
  expect(placesOf('{{&a}}\n{{{b}}}\n{{#if c}}{{@d}}{{else}}{{#with e}}{{/with}}{{/if}}')).toEqual([
    '1:1 wording-form',
    '2:1 wording-form',
    '3:12 wording-form',
    '3:24 wording-form',
  ]);
});

test('any text at all is read or refused at a place inside it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{{',
      '}}',
      '{{#if ',
      '{{/if}}',
      '{{else}}',
      '{{#each ',
      '{{/each}}',
      '(',
      ')',
      '"',
      '[',
      ']',
      '\\',
      '{{!--',
      '--}}',
      '{{{{',
      '}}}}',
      '\n',
      'a',
      '.',
      '/',
      '@',
      '|',
      '~',
      '^',
      '&',
      '>',
      '*',
      '=',
      'this',
      ' as |x|',
      '1',
    ),
    fc.constantFrom(...hostileStrings),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const { value, problems } = parse(text);
      expect(value === undefined).toBe(problems.length > 0);
      const lines = text.split('\n').length;
      expect(
        problems.filter(({ place }) => place.line < 1 || place.line > lines || place.column < 1),
      ).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('every look at a field is listed, in the order of the text', () => {
  const { value = [] } = parse(
    '{{a}}{{#if (or b (eq c "d"))}}{{e}}{{else}}{{#each f}}{{this}}{{else}}{{g}}{{/each}}{{/if}}',
  );
  expect(listReadings(value).map(({ how, path, place }) => `${how} ${path} ${place.column}`)).toEqual([
    'print a 1',
    'condition b 16',
    'condition c 18',
    'print e 31',
    'each f 44',
    'print g 71',
  ]);
});

test('fixed words are listed from every branch', () => {
  const { value = [] } = parse(
    'a{{#if b}}c{{else}}d{{/if}}{{#unless b}}e{{/unless}}{{#each f}}g{{else}}h{{/each}}',
  );
  expect(listWords(value).map(({ text }) => text)).toEqual(['a', 'c', 'd', 'e', 'g', 'h']);
});

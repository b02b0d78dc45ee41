import fc from 'fast-check';
import { LIMITS } from '../../src/language/wording-limits.ts';
import type { Context, ListValue } from '../../src/model/context.ts';
import { hostileStrings } from '../render/hostile-strings.ts';

/** Wording in the checked subset, as text, and contexts that fill it. */

const OPTIONAL = ['progress', 'appreciation', 'referral'] as const;
const LISTS = ['supports', 'copingTools', 'crisisLines'] as const;
const PRINTED = ['name', 'phone', 'crisisLines.sentence'] as const;
const CHOICES = ['too-busy', 'moved', 'cost'] as const;

const words = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    ' ',
    ' ',
    '\n',
    '\n\n',
    'a}',
    '<',
    '&',
    '- ',
    '*',
    '\t',
    "'",
    '"',
    '\u00e9',
  ),
  maxLength: 6,
});
const mark = fc.constantFrom('', '', '', '~');
const tag = (inner: fc.Arbitrary<string>) =>
  fc.tuple(mark, inner, mark).map(([open, text, close]) => `{{${open}${text}${close}}}`);
const fixed = (inner: string) => tag(fc.constant(inner));

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...OPTIONAL, ...LISTS, 'name', 'supports.sentence'),
    fc
      .tuple(fc.constantFrom(...CHOICES), fc.constantFrom('"', "'"))
      .map(([value, quote]) => `(eq situation ${quote}${value}${quote})`),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([word, parts]) => `(${word} ${parts.join(' ')})`),
    tie('condition').map((part) => `(not ${part})`),
  ),
}));

const item = fc
  .array(fc.oneof(words, tag(fc.constant('this'))), { maxLength: 4 })
  .map((parts) => parts.join(''));

const { nodes } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    words,
    tag(fc.constantFrom(...PRINTED)),
    fc.constantFrom('{{! a remark }}', '{{!-- a {{remark}} --}}'),
    fc
      .tuple(
        fc.constantFrom('if', 'unless', 'if', '^if'),
        condition,
        tie('nodes'),
        fc.option(tie('nodes')),
        mark,
      )
      .map(([word, test, then, otherwise, strip]) =>
        word === '^if'
          ? `{{^if ${test}}}${then}{{/if}}`
          : `{{#${word} ${test}${strip}}}${then}${otherwise === null ? '' : `{{${strip}else}}${otherwise}`}{{/${word}${strip}}}`,
      ),
    fc
      .tuple(condition, tie('nodes'), condition, tie('nodes'))
      .map(
        ([one, then, two, other]) => `{{#if ${one}}}${then}{{else if ${two}}}${other}{{else}}${then}{{/if}}`,
      ),
    fc
      .tuple(fc.constantFrom(...LISTS), item, fc.option(tie('nodes')), fixed('/each'))
      .map(
        ([list, body, otherwise, end]) =>
          `{{#each ${list}}}${body}${otherwise === null ? '' : `{{else}}${otherwise}`}${end}`,
      ),
  ),
}));

/** A text in the subset. */
export const anyWording: fc.Arbitrary<string> = nodes.filter(
  (text) =>
    text.length <= LIMITS.characters &&
    text.split('{{').length <= LIMITS.tags &&
    text.split('(').length <= LIMITS.brackets,
);

const anyValue = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('0', 'false', '{{name}}', '$&', '\u202dx'),
);

const anyList = (least: number): fc.Arbitrary<ListValue> =>
  fc.array(anyValue, { minLength: least, maxLength: 3 }).map((items) => ({
    items,
    sentence: items.flatMap((text, index) => [
      ...(index === 0 ? [] : [{ text: ' and ', isItem: false }]),
      { text, isItem: true },
    ]),
  }));

/** A context with every printed field, and any of the others. */
export const anyContext: fc.Arbitrary<Context> = fc.record(
  {
    name: anyValue,
    phone: anyValue,
    crisisLines: anyList(1),
    progress: anyValue,
    appreciation: anyValue,
    referral: anyValue,
    supports: anyList(0),
    copingTools: anyList(0),
    situation: fc.constantFrom(...CHOICES, 'other'),
  },
  { requiredKeys: ['name', 'phone', 'crisisLines'] },
);

import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { evaluate, UnfilledField } from '../../src/language/evaluate.ts';
import type { Node } from '../../src/language/node.ts';
import { parseTree, parseWording } from '../../src/language/parse-wording.ts';
import type { Context, Value } from '../../src/model/context.ts';
import { anyContext, anyWording } from '../support/random-wording.ts';

const nodesOf = (text: string): readonly Node[] => {
  const { value, problems } = parseWording({ file: 'a.md', text, linesBefore: 0 });
  expect(problems).toEqual([]);
  return value ?? [];
};
const evaluated = (text: string, context: Context) =>
  evaluate(nodesOf(text), context)
    .map((piece) => piece.text)
    .join('');

const handlebars = Handlebars.create();
const isTrue = (value: unknown) => !Handlebars.Utils.isEmpty(value);
const operands = (args: readonly unknown[]) => args.slice(0, -1);
handlebars.registerHelper('eq', (a: unknown, b: unknown) => a === b);
handlebars.registerHelper('and', (...args) => operands(args).every(isTrue));
handlebars.registerHelper('or', (...args) => operands(args).some(isTrue));
handlebars.registerHelper('not', (a: unknown) => !isTrue(a));

/** A list as Handlebars wants it: an array that has its sentence as a property of its own. */
const inHandlebars = (value: Value) =>
  typeof value === 'string'
    ? value
    : Object.assign([...value.items], { sentence: value.sentence.map(({ text }) => text).join('') });

function oracle(text: string, context: Context): string {
  const data = Object.fromEntries(
    Object.entries(context).map(([name, value]) => [name, inHandlebars(value)]),
  );
  const render = handlebars.compile(parseTree(text), {
    noEscape: true,
    knownHelpers: { eq: true, and: true, or: true, not: true },
  });
  return render(data);
}

test('any wording in the subset reads as Handlebars reads the same tree', () => {
  fc.assert(
    fc.property(anyWording, anyContext, (text, context) => {
      expect(evaluated(text, context)).toBe(oracle(text, context));
    }),
    { numRuns: 1500 },
  );
});

test('whoever knows the pieces knows which characters are a value: wording and values never mix', () => {
  fc.assert(
    fc.property(anyWording, anyContext, (text, context) => {
      const marked = Object.fromEntries(
        Object.entries(context).map(([name, value]) => [
          name,
          name === 'situation' ? value : marks(name, value),
        ]),
      );
      const pieces = evaluate(nodesOf(text), marked);
      expect(pieces.filter(({ text: said, field }) => (field !== undefined) !== /\u2020/.test(said))).toEqual(
        [],
      );
      expect(
        pieces.flatMap(({ text: said, field }) => (field === undefined ? [] : [said === `\u2020${field}`])),
      ).not.toContain(false);
    }),
    { numRuns: 300 },
  );
});

function marks(name: string, value: Value): Value {
  const text = `\u2020${name}`;
  if (typeof value === 'string') return text;
  return {
    items: value.items.map(() => text),
    sentence: value.sentence.map((part) => (part.isItem ? { text, isItem: true } : part)),
  };
}

test('a printed field that is not known is fatal, not blank', () => {
  expect(() => evaluate(nodesOf('{{progress}}'), {})).toThrow(UnfilledField);
  expect(() => evaluate(nodesOf('{{supports.sentence}}'), {})).toThrow(UnfilledField);
  expect(() => evaluate(nodesOf('{{supports}}'), { supports: { items: ['a'], sentence: [] } })).toThrow(
    UnfilledField,
  );
  expect(() => evaluate(nodesOf('{{name.sentence}}'), { name: 'a' })).toThrow(UnfilledField);
});

test('only own keys of the context are seen', () => {
  const nodes = nodesOf('{{#if constructor}}a{{/if}}{{#if toString}}b{{/if}}{{#each valueOf}}c{{/each}}');
  expect(evaluate(nodes, {})).toEqual([]);
  expect(() => evaluate(nodesOf('{{constructor}}'), {})).toThrow(UnfilledField);
  expect(() => evaluate(nodesOf('{{hasOwnProperty}}'), {})).toThrow(UnfilledField);
});

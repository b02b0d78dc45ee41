import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCovering, listWays } from '../../src/guarantee/ways.ts';
import { ABSENT, statesOf, type World } from '../../src/guarantee/world.ts';
import { evaluate } from '../../src/language/evaluate.ts';
import type { Node } from '../../src/language/node.ts';
import { parseWording } from '../../src/language/parse-wording.ts';
import type { Context } from '../../src/model/context.ts';
import { anyNodes, contextFor, DECIDED, isIn, OPEN } from '../support/random-conditions.ts';

const said = (nodes: readonly Node[], context: Context) =>
  evaluate(nodes, context)
    .map(({ text }) => text)
    .join('');
const nodesOf = (text: string) =>
  parseWording({ file: 'trial.md', text, linesBefore: 0 }).value as readonly Node[];
const casesOf = (world: World) => DECIDED.map(contextFor).filter((context) => isIn(world, context));

describe('the ways through a wording', () => {
  test('every case takes exactly one', () => {
    fc.assert(
      fc.property(anyNodes, fc.constantFrom(...DECIDED), (nodes, decided) => {
        const ways = listWays(nodes, [OPEN]) ?? [];
        expect(ways.filter((way) => isIn(way, contextFor(decided)))).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test('all cases on one say the same', () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const texts = (listWays(nodes, [OPEN]) ?? []).map(
          (way) => new Set(casesOf(way).map((context) => said(nodes, context))).size,
        );
        expect(new Set(texts)).toEqual(new Set([1]));
      }),
    );
  });

  test('are none where no client is', () => {
    expect(listWays(nodesOf('Hello'), [])).toEqual([]);
  });

  test('go with a list that has items, and with one that has none', () => {
    const ways = listWays(nodesOf('{{#each supports}}{{this}}{{else}}none{{/each}}'), [OPEN]);
    expect(ways?.map((way) => way.get('supports'))).toEqual([statesOf('supports').slice(1), [ABSENT]]);
  });

  const OPTIONAL =
    'progress appreciation statedReason referral continues credentials licence supervisor safeHours firstSession lastSession sessionCount agreedReason';
  const sideBySide = (count: number, within = (text: string) => text) => {
    const fields = OPTIONAL.split(' ').slice(0, count);
    const text = within(fields.map((path) => `{{#if ${path}}}a{{/if}}`).join(''));
    return listWays(nodesOf(text), [
      new Map([...fields, 'returnPath'].map((path) => [path, statesOf(path)])),
    ]);
  };

  test('are all listed where there are as many as can be read', () => {
    expect(sideBySide(12)).toHaveLength(4_096);
  });

  test('are not listed where there are more, rather than some of them', () => {
    expect(sideBySide(13)).toBeUndefined();
    expect(sideBySide(13, (text) => `{{#if returnPath}}${text}{{/if}}`)).toBeUndefined();
    expect(sideBySide(13, (text) => `{{#if returnPath}}a{{else}}${text}{{/if}}`)).toBeUndefined();
  });
});

describe('the covering worlds', () => {
  const branchesIn = (nodes: readonly Node[], worlds: readonly World[]) =>
    new Set(
      worlds.flatMap((world) =>
        said(nodes, casesOf(world)[0] ?? {})
          .split(';')
          .filter((word) => word !== ''),
      ),
    );

  test('reach every branch that any way reaches', () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const reached = branchesIn(nodes, listWays(nodes, [OPEN]) ?? []);
        expect(branchesIn(nodes, listCovering(nodes, [OPEN]))).toEqual(reached);
      }),
      { numRuns: 500 },
    );
  });

  test('reach a branch that only the second part of an {{#if (or …)}} leads to', () => {
    const nodes = nodesOf('{{#if (or progress supports)}}{{#if progress}}1;{{else}}2;{{/if}}{{/if}}');
    expect(branchesIn(nodes, listCovering(nodes, [OPEN]))).toEqual(new Set(['1', '2']));
  });

  test('are few where the ways are many', () => {
    const nodes = nodesOf(
      '{{#if progress}}a{{/if}}{{#if supports}}b{{/if}}{{#if returnPath}}c{{/if}}{{#if (eq role "minor")}}d{{/if}}',
    );
    expect(listWays(nodes, [OPEN])).toHaveLength(16);
    expect(listCovering(nodes, [OPEN])).toHaveLength(8);
  });

  test('are one where nothing is decided, and none where no client is', () => {
    expect(listCovering(nodesOf('Hello'), [OPEN, OPEN])).toEqual([OPEN]);
    expect(listCovering(nodesOf('Hello'), [])).toEqual([]);
  });
});

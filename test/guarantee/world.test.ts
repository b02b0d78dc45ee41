import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ABSENT,
  isCertain,
  isWithin,
  keyOf,
  meet,
  narrow,
  refine,
  rootOf,
  stateIn,
  statesIn,
  statesOf,
  withStates,
} from '../../src/guarantee/world.ts';
import { evaluate } from '../../src/language/evaluate.ts';
import type { Condition } from '../../src/language/node.ts';
import { RETURN_PATHS, ROLES } from '../../src/model/choices.ts';
import { anyCondition, contextFor, DECIDED, isIn, OPEN } from '../support/random-conditions.ts';

const anyDecided = fc.constantFrom(...DECIDED);
const [PRESENT = ''] = statesOf('called');

/** What the evaluator makes of the condition. */
function holds(condition: Condition, world: (typeof DECIDED)[number]): boolean {
  const place = { file: 'trial.md', line: 1, column: 1 };
  const then = [{ kind: 'words' as const, text: 'holds', place }];
  return evaluate([{ kind: 'if', condition, then, otherwise: [], place }], contextFor(world)).length > 0;
}

describe('states', () => {
  test('an optional field can be absent, one that is always there cannot', () => {
    expect(statesOf('progress')).toEqual([ABSENT, PRESENT]);
    expect(statesOf('called')).toEqual([PRESENT]);
    expect(statesOf('supports')).toEqual([ABSENT, PRESENT]);
  });

  test('a choice is in the state of its value', () => {
    expect(statesOf('role')).toEqual(ROLES);
    expect(statesOf('returnPath')).toEqual([ABSENT, ...RETURN_PATHS]);
  });

  test('the state in a context is the value of a choice, and else whether it is there', () => {
    const context = { role: 'minor', progress: 'minor', supports: { items: [], sentence: [] } };
    expect(['role', 'progress', 'supports', 'statedReason'].map((path) => stateIn(context, path))).toEqual([
      'minor',
      PRESENT,
      PRESENT,
      ABSENT,
    ]);
  });

  test('what every object has is in no context', () => {
    expect(['constructor', '__proto__', 'toString'].map((path) => stateIn({}, path))).toEqual(
      Array(3).fill(ABSENT),
    );
  });

  test('a field that the world does not name is absent', () => {
    expect(statesIn(new Map(), 'called')).toEqual([ABSENT]);
    expect(isCertain(new Map(), 'called')).toBe(false);
  });
});

describe('narrowing', () => {
  test('keeps the states asked for', () => {
    const guardian = narrow(OPEN, 'role', (state) => state === 'guardian');
    expect(guardian?.get('role')).toEqual(['guardian']);
    expect(OPEN.get('role')).toEqual(ROLES);
  });

  test('that takes nothing away gives the same world', () => {
    expect(narrow(OPEN, 'role', () => true)).toBe(OPEN);
  });

  test('that leaves no state gives no world', () => {
    expect(narrow(OPEN, 'called', (state) => state === ABSENT)).toBeUndefined();
  });
});

describe('splitting by a condition', () => {
  test('puts every case on the side that the evaluator takes, and there into one world alone', () => {
    fc.assert(
      fc.property(anyCondition, anyDecided, (condition, decided) => {
        const context = contextFor(decided);
        const times = (truth: boolean) =>
          refine(OPEN, condition, truth).filter((world) => isIn(world, context)).length;
        const isTrue = holds(condition, decided);
        expect([times(true), times(false)]).toEqual(isTrue ? [1, 0] : [0, 1]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('never gives two worlds with a case in common', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const worlds = [...refine(OPEN, condition, true), ...refine(OPEN, condition, false)];
        const common = worlds.flatMap((one, index) =>
          worlds.slice(index + 1).flatMap((other) => meet(one, other) ?? []),
        );
        expect(common).toEqual([]);
      }),
    );
  });

  test('leaves a decided world as it is, on one side', () => {
    fc.assert(
      fc.property(anyCondition, anyDecided, (condition, decided) => {
        const sides = [...refine(decided, condition, true), ...refine(decided, condition, false)];
        expect(sides).toEqual([decided]);
      }),
    );
  });
});

describe('two worlds', () => {
  const anyWorld = anyCondition.map((condition) => refine(OPEN, condition, true)[0] ?? OPEN);

  test('have in common exactly the cases that are in both', () => {
    fc.assert(
      fc.property(anyWorld, anyWorld, anyDecided, (a, b, decided) => {
        const context = contextFor(decided);
        const both = meet(a, b);
        expect(both !== undefined && isIn(both, context)).toBe(isIn(a, context) && isIn(b, context));
      }),
    );
  });

  test('are one within the other where every case of the one is in the other', () => {
    fc.assert(
      fc.property(anyWorld, anyWorld, (inner, outer) => {
        const cases = DECIDED.map(contextFor).filter((context) => isIn(inner, context));
        expect(isWithin(inner, outer)).toBe(cases.every((context) => isIn(outer, context)));
      }),
    );
  });

  test('have one key where they are the same, whatever the order of their fields', () => {
    const world = new Map([
      ['role', ['minor']],
      ['progress', [ABSENT]],
    ]);
    expect(keyOf(new Map([...world].reverse()))).toBe(keyOf(world));
    expect(new Set(DECIDED.map(keyOf)).size).toBe(DECIDED.length);
  });
});

test('a field given other states leaves the rest of the world as it was', () => {
  expect([...withStates(OPEN, 'progress', [ABSENT])]).toEqual(
    [...OPEN].map(([path, states]) => [path, path === 'progress' ? [ABSENT] : states]),
  );
});

test('the sentence of a list is the list', () => {
  expect(['supports.sentence', 'supports', 'called'].map(rootOf)).toEqual(['supports', 'supports', 'called']);
});

import fc from 'fast-check';
import { stateIn, statesOf, type World } from '../../src/guarantee/world.ts';
import type { Condition, Node } from '../../src/language/node.ts';
import type { Context } from '../../src/model/context.ts';

/** Any condition on a few fields, any wording made of them, and every case that they can tell apart. */

const PLACE = { file: 'trial.md', line: 1, column: 1 };
const FIELDS = ['progress', 'supports', 'role', 'returnPath', 'called'];

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    fc
      .constantFrom('progress', 'supports', 'supports.sentence', 'returnPath', 'called')
      .map((path) => ({ kind: 'present' as const, path, place: PLACE })),
    fc
      .constantFrom(['role', 'guardian'], ['role', 'partner'], ['returnPath', 'practice'])
      .map(([path = '', value = '']) => ({ kind: 'is' as const, path, value, place: PLACE })),
    tie('condition').map((of) => ({ kind: 'not' as const, of })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, of]) => ({ kind, of })),
  ),
}));

export const anyCondition = condition;

const WORDS: Node = { kind: 'words', text: '', place: PLACE };
const branch = (nodes: readonly Node[]): Node[] => [WORDS, ...nodes];

const { nodes } = fc.letrec<{ nodes: Node[] }>((tie) => ({
  nodes: fc.array(
    fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constant(WORDS),
      fc
        .tuple(condition, tie('nodes').map(branch), tie('nodes').map(branch))
        .map(([of, then, otherwise]): Node => ({ kind: 'if', condition: of, then, otherwise, place: PLACE })),
      tie('nodes')
        .map(branch)
        .map(
          (otherwise): Node => ({ kind: 'each', path: 'supports', body: [WORDS], otherwise, place: PLACE }),
        ),
    ),
    { maxLength: 3 },
  ),
}));

/** Wording in which every branch begins with words that stand nowhere else: `1;`, `2;` and so on. */
export const anyNodes: fc.Arbitrary<readonly Node[]> = nodes.map((all) => numbered(all, { next: 1 }));

function numbered(all: readonly Node[], count: { next: number }): Node[] {
  return all.map((node): Node => {
    if (node.kind === 'words') return { ...node, text: `${count.next++};` };
    if (node.kind !== 'if' && node.kind !== 'each') return node;
    const then = numbered(node.kind === 'if' ? node.then : node.body, count);
    const otherwise = numbered(node.otherwise, count);
    return node.kind === 'if' ? { ...node, then, otherwise } : { ...node, body: then, otherwise };
  });
}

/** The world in which nothing is known of the fields. */
export const OPEN: World = new Map(FIELDS.map((path) => [path, statesOf(path)]));

/** Every world in which each field is in one state. */
export const DECIDED: readonly World[] = FIELDS.reduce<readonly World[]>(
  (worlds, path) =>
    worlds.flatMap((world) => statesOf(path).map((state) => new Map([...world, [path, [state]]]))),
  [new Map()],
);

const LIST = { items: ['an item'], sentence: [{ text: 'an item', isItem: true }] };

/** A context in a world. */
export const contextFor = (world: World): Context =>
  Object.fromEntries(
    [...world].flatMap(([path, [state = '']]) =>
      state === '' ? [] : [[path, path === 'supports' ? LIST : state]],
    ),
  );

/** Whether the context is one of the world's. */
export const isIn = (world: World, context: Context) =>
  [...world].every(([path, states]) => states.includes(stateIn(context, path)));

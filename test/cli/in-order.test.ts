import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

/** Several hands, one order. */

async function gather<Done>(all: AsyncIterable<Done>): Promise<Done[]> {
  const found: Done[] = [];
  for await (const one of all) found.push(one);
  return found;
}

const turns = fc.array(fc.nat(4), { maxLength: 30 });

test('whoever is first, and however many they are, what is done comes in the order of the jobs', async () => {
  await fc.assert(
    fc.asyncProperty(turns, fc.integer({ min: 1, max: 5 }), async (jobs, count) => {
      const hand = async (wait: number) => {
        for (let turn = 0; turn < wait; turn++) await setImmediate();
        return wait * 2;
      };
      const done = await gather(
        inOrder(
          jobs,
          Array.from({ length: count }, () => hand),
        ),
      );
      expect(done).toEqual(jobs.map((wait) => wait * 2));
    }),
    { numRuns: 50 },
  );
});

test('no more jobs are given out than there are hands to do two each, until something is taken', async () => {
  let given = 0;
  const hand = async () => {
    given += 1;
  };
  const all = inOrder(Array.from({ length: 100 }), [hand, hand, hand]);
  await all.next();
  await setImmediate();
  expect(given).toBe(6);
});

test('a job that fails is thrown when its turn comes, after those before it', async () => {
  const hand = async (job: number) => {
    if (job === 2) throw new Error('two');
    return job;
  };
  const all = inOrder([0, 1, 2, 3], [hand, hand, hand]);
  expect([(await all.next()).value, (await all.next()).value]).toEqual([0, 1]);
  await expect(all.next()).rejects.toThrow('two');
});

import { expect, test } from 'vitest';
import { composeAll, type Round } from '../../src/compose/compose-all.ts';
import type { ClientFile } from '../../src/model/parse-client.ts';
import { problem, type Result } from '../../src/problem.ts';
import { adult, fileOf, okafors } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

/** The letters of many cases, one case after the other. */

const { file: _, ...round } = requestOf(adult);
const caring: Round = { ...round, asked: 'caring-contact' };
const unreadable: Result<ClientFile> = {
  value: undefined,
  problems: [problem('yaml-syntax', { file: 'a.yaml', line: 1, column: 1 }, 'x', 'y')],
};
const read = (client: object): Result<ClientFile> => ({ value: fileOf(client), problems: [] });

async function* from<Item>(items: readonly Item[], taken: Item[] = []) {
  for (const item of items) {
    taken.push(item);
    yield item;
  }
}

const named = (id: string, changes: object = {}) => read({ ...adult, id, ...changes });
const gather = async (cases: readonly Result<ClientFile>[], asked = caring) => {
  const found: string[] = [];
  for await (const { problems, letters } of composeAll(from(cases), asked))
    found.push(
      ...problems.map(({ code }) => code),
      ...letters.map(({ id, recipient, message }) => `${id}-${recipient} ${message?.step ?? 'none'}`),
    );
  return found;
};

test('a case that cannot be read, and one that is refused, stop no other, and the order is theirs', async () => {
  expect(
    await gather([
      unreadable,
      named('c-1'),
      named('c-2', { consultFirst: 'risk' }),
      named('c-3', { clinician: 'nobody' }),
      named('c-4'),
    ]),
  ).toEqual([
    'yaml-syntax',
    'c-1-1 caring-contact',
    'c-2-1 none',
    'client-inconsistent',
    'c-4-1 caring-contact',
  ]);
});

test('without a kind, only what is due is made', async () => {
  expect(await gather([named('c-1')], round)).toEqual(['c-1-1 none']);
});

test('partners who agreed to it have one letter, others one each', async () => {
  const closing: Round = { ...round, asked: 'closing-letter' };
  const agreed = { ...okafors, id: 'c-1', jointLetter: { agreedOn: '2026-05-12' } };
  expect(await gather([read(agreed), read({ ...okafors, id: 'c-2' })], closing)).toEqual([
    'c-1-both closing-letter',
    'c-2-1 closing-letter',
    'c-2-2 closing-letter',
  ]);
});

test('no case is read before what became of the one before it was taken', async () => {
  const taken: Result<ClientFile>[] = [];
  const all = composeAll(
    from(
      ['c-1', 'c-2', 'c-3'].map((id) => named(id)),
      taken,
    ),
    caring,
  );
  await all.next();
  await all.next();
  expect(taken).toHaveLength(2);
});

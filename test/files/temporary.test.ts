import { utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isRunning, isStale, sweepTemporaries, temporaryFor } from '../../src/files/temporary.ts';
import { listAll, openFolder } from '../cli/world.ts';
import { GONE } from './own-process.ts';

const openFile = async (name: string) => {
  const path = join(await openFolder(), name);
  await writeFile(path, '');
  return path;
};
const of = (path: string, pid: number) => temporaryFor(path).replace(`-${process.pid}-`, `-${pid}-`);

test('a temporary file stands beside its own, hidden, and no two have a name', () => {
  const [one, two] = [temporaryFor('/a/c.yaml'), temporaryFor('/a/c.yaml')];
  expect([dirname(one), basename(one).startsWith('.c.yaml.'), one === two]).toEqual(['/a', true, false]);
});

test('what a process left that is gone is swept, and nothing else', async () => {
  const path = await openFile('c.yaml');
  const kept = [
    temporaryFor(path),
    of(join(dirname(path), 'd.yaml'), GONE),
    `${path}.tmp`,
    join(dirname(path), '.c.yaml.x.tmp'),
  ];
  for (const one of [...kept, of(path, GONE)]) await writeFile(one, 'Sam');
  await sweepTemporaries(path);
  expect(await listAll(dirname(path))).toEqual([path, ...kept].map((one) => basename(one)).sort());
});

test('what was left long ago is swept, whoever left it', async () => {
  const path = await openFile('c.yaml');
  const old = temporaryFor(path);
  await writeFile(old, 'Sam');
  const then = Date.now() / 1000 - 3600;
  await utimes(old, then, then);
  expect([await isStale(old), await isStale(path), await isStale(`${path}.none`)]).toEqual([
    true,
    false,
    false,
  ]);
  await sweepTemporaries(path);
  expect(await listAll(dirname(path))).toEqual(['c.yaml']);
});

test('a folder that is not there has nothing to sweep', async () => {
  await expect(sweepTemporaries('/nowhere/at/all/c.yaml')).resolves.toBeUndefined();
});

test('it is known whether a process runs', () => {
  expect([isRunning(process.pid), isRunning(GONE)]).toEqual([true, false]);
});

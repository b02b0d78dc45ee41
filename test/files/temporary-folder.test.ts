import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTemporaryFolder } from '../../src/files/temporary-folder.ts';
import { openFolder } from '../cli/world.ts';

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '');
const left = (host: string, pid: number) => `closewell-view-${host}-${pid}-a1b2c3`;

test('the folder is there while it is used, and gone afterwards, whatever happens', async () => {
  const above = await openFolder();
  expect(await inTemporaryFolder(() => readdir(above), above)).toHaveLength(1);
  await expect(inTemporaryFolder(() => Promise.reject(new Error('stopped')), above)).rejects.toThrow(
    'stopped',
  );
  expect(await readdir(above)).toEqual([]);
});

test('what a killed process left is taken away with the next, and what another still uses is not', async () => {
  const above = await openFolder();
  const gone = spawnSync('true').pid;
  const names = [left(HOST, gone), left(HOST, process.pid), left('elsewhere', gone), 'closewell-notes'];
  for (const name of names) await mkdir(join(above, name));
  await writeFile(join(above, left(HOST, gone), 'letter.pdf'), 'x');
  await inTemporaryFolder(async () => undefined, above);
  expect((await readdir(above)).sort()).toEqual(names.slice(1).sort());
});

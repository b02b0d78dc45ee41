import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listClients } from '../../src/files/list-clients.ts';
import { openFolder } from '../cli/world.ts';

async function openClients(): Promise<string> {
  const folder = await openFolder();
  await mkdir(join(folder, 'older.yaml'));
  for (const name of ['c-2.yaml', 'c-10.yaml', 'practice.yaml', '.c-1.yaml.swp', '.hidden.yaml', 'notes.txt'])
    await writeFile(join(folder, name), '');
  return folder;
}

test('a folder is the client files in it, by name: not the practice, nothing hidden, no folder', async () => {
  const folder = await openClients();
  expect(await listClients([folder])).toEqual(['c-10.yaml', 'c-2.yaml'].map((name) => join(folder, name)));
});

test('what is no folder stays as it was named, standard input and what is not there too', async () => {
  const folder = await openClients();
  const named = ['-', join(folder, 'c-2.yaml'), join(folder, 'practice.yaml'), join(folder, 'nowhere')];
  expect(await listClients(named)).toEqual(named);
});

test('a file that is named twice is taken once, where it came first', async () => {
  const folder = await openClients();
  const [first, second] = [join(folder, 'c-2.yaml'), join(folder, 'c-10.yaml')];
  expect(await listClients([first, folder])).toEqual([first, second]);
});

test('an empty folder has no clients', async () => {
  expect(await listClients([await openFolder()])).toEqual([]);
});

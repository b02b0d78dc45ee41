import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAttachment } from '../../src/files/read-attachment.ts';
import { openFolder, write } from '../cli/world.ts';

async function practice(): Promise<string> {
  const folder = join(await openFolder(), 'practice');
  await mkdir(join(folder, 'pictures'), { recursive: true });
  await writeFile(join(folder, 'pictures/logo.png'), new Uint8Array(100));
  await writeFile(join(folder, '../outside.png'), new Uint8Array(1));
  await symlink(await write('elsewhere.png', new Uint8Array(1)), join(folder, 'pictures/link.png'));
  return folder;
}

const codesOf = async (path: string, mostBytes = 100) =>
  (await readAttachment(await practice(), path, mostBytes)).problems.map(({ code }) => code);

test('a file in the folder comes as bytes, under its own name', async () => {
  expect(await readAttachment(await practice(), 'pictures/logo.png', 100)).toEqual({
    path: 'pictures/logo.png',
    bytes: Buffer.alloc(100),
    problems: [],
  });
});

test.each([
  ['../outside.png', 'folder-link'],
  ['pictures/../../outside.png', 'folder-link'],
  ['pictures/link.png', 'folder-link'],
  ['pictures/none.png', 'file-unreadable'],
  ['pictures', 'file-unreadable'],
  ['.', 'folder-link'],
])('%s is refused as %s', async (path, code) => {
  expect(await codesOf(path)).toEqual([code]);
});

test('a file of more bytes than wanted is not read', async () => {
  expect(await codesOf('pictures/logo.png', 99)).toEqual(['file-too-large']);
});

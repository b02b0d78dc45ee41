import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '../../src/files/read-folder.ts';
import { openPractice, write } from '../cli/world.ts';

test('the approvals may grow past what a wording file may be', async () => {
  const grow = (text: string) => `${text}${'# a remark\n'.repeat(20_000)}`;
  const folder = await openPractice({ 'snippets/approvals.yaml': grow, 'snippets/rules.yaml': grow });
  const { problems } = await readFolder(folder);
  expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'snippets/rules.yaml file-too-large',
  ]);
});

test('the texts approved in the past are not read, whatever is in them', async () => {
  const folder = await openPractice();
  await writeFile(join(folder, 'snippets/approved-texts.yaml'), new Uint8Array([0, 255]));
  const { files, problems } = await readFolder(folder);
  expect(problems).toEqual([]);
  expect(files.map(({ path }) => path)).toContain('snippets/approvals.yaml');
  expect(files.map(({ path }) => path)).not.toContain('snippets/approved-texts.yaml');
});

test.each(['approvals.yaml', 'approved-texts.yaml'])('%s that is a link is refused', async (name) => {
  const folder = await openPractice();
  const path = join(folder, 'snippets', name);
  await rm(path);
  await symlink(await write('elsewhere.yaml', '[]'), path);
  expect((await readFolder(folder)).problems.map(({ code }) => code)).toEqual(['folder-link']);
});

import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemError } from '../../src/files/problem-error.ts';
import { writeSite } from '../../src/files/write-site.ts';
import { listAll, openFolder } from '../cli/world.ts';

const site = (files: Readonly<Record<string, string>>) => ({
  files: new Map([...Object.entries(files), ['LIST', Object.keys(files).join('\n')]]),
  list: 'LIST',
  listedIn: (list: string) => list.split('\n'),
});
const OLD = site({ 'index.html': 'old', 'a-1.js': 'old', 'fonts/a.ttf': 'old' });
const NEW = site({ 'index.html': 'new', 'a-2.js': 'new', 'fonts/a.ttf': 'new' });
const codesOf = (done: Promise<void>) =>
  done.then(
    () => [],
    ({ problems }: ProblemError) => problems.map(({ code }) => code),
  );

test('a site is written where nothing stands, and nothing stays beside it', async () => {
  const folder = await openFolder();
  await writeSite(join(folder, 'site'), OLD, false);
  expect(await listAll(folder)).toEqual([
    'site',
    'site/LIST',
    'site/a-1.js',
    'site/fonts',
    'site/fonts/a.ttf',
    'site/index.html',
  ]);
});

test('one of before is replaced whole, its old files gone', async () => {
  const folder = await openFolder();
  await writeSite(join(folder, 'site'), OLD, false);
  await writeSite(join(folder, 'site'), NEW, false);
  expect(await listAll(folder)).toEqual([
    'site',
    'site/LIST',
    'site/a-2.js',
    'site/fonts',
    'site/fonts/a.ttf',
    'site/index.html',
  ]);
  expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('new');
});

test('an empty folder is taken, also through a link', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'real'));
  await symlink('real', join(folder, 'link'));
  await writeSite(join(folder, 'link'), NEW, false);
  expect(await readFile(join(folder, 'real/index.html'), 'utf8')).toBe('new');
});

describe('a folder with a file of another', () => {
  const openMixed = async () => {
    const folder = await openFolder();
    await writeSite(join(folder, 'site'), OLD, false);
    await writeFile(join(folder, 'site/notes.txt'), 'mine');
    return folder;
  };

  test('is refused as it is', async () => {
    const folder = await openMixed();
    expect(await codesOf(writeSite(join(folder, 'site'), NEW, false))).toEqual(['output-exists']);
    expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('old');
  });

  test('takes the site in by force, and keeps what is of another', async () => {
    const folder = await openMixed();
    await writeSite(join(folder, 'site'), NEW, true);
    expect((await listAll(join(folder, 'site'))).filter((path) => path !== 'fonts')).toEqual([
      'LIST',
      'a-2.js',
      'fonts/a.ttf',
      'index.html',
      'notes.txt',
    ]);
    expect(await readFile(join(folder, 'site/notes.txt'), 'utf8')).toBe('mine');
  });
});

test('a list that names files elsewhere takes none of them away', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'precious'), 'mine');
  await writeFile(join(folder, 'site/LIST'), '../precious');
  await writeFile(join(folder, 'site/notes.txt'), 'mine');
  await writeSite(join(folder, 'site'), NEW, true);
  expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('mine');
});

test('a file in the place of the folder is a problem', async () => {
  const folder = await openFolder();
  await writeFile(join(folder, 'site'), 'mine');
  expect(await codesOf(writeSite(join(folder, 'site'), NEW, true))).toEqual(['file-unreadable']);
  expect(await readFile(join(folder, 'site'), 'utf8')).toBe('mine');
});

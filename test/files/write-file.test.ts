import { mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/files/problem-error.ts';
import { writeWhole } from '../../src/files/write-file.ts';
import { listAll, openFolder } from '../cli/world.ts';

const codesOf = (write: Promise<void>) =>
  write.then(
    () => [],
    (error: ProblemError) => error.problems.map(({ code }) => code),
  );

describe('a write that fails leaves no file and no temporary file', () => {
  test('where the folder does not exist', async () => {
    const folder = await openFolder();
    expect(await codesOf(writeWhole(join(folder, 'there', 'a.txt'), 'x', true))).toEqual(['file-unreadable']);
    expect(await listAll(folder)).toEqual([]);
  });

  test('where a folder of that name stands, with --force and without', async () => {
    const folder = await openFolder();
    const path = join(folder, 'a.txt');
    await mkdir(path);
    expect(await codesOf(writeWhole(path, 'x', false))).toEqual(['output-exists']);
    expect(await codesOf(writeWhole(path, 'x', true))).toEqual(['file-unreadable']);
    expect(await listAll(folder)).toEqual(['a.txt']);
  });

  test('where the name is too long', async () => {
    const folder = await openFolder();
    const path = join(folder, `${'a'.repeat(300)}.txt`);
    expect(await codesOf(writeWhole(path, 'x', false))).toEqual(['file-unreadable']);
    expect(await listAll(folder)).toEqual([]);
  });

  test('where a part of the path is a file', async () => {
    const folder = await openFolder();
    await writeFile(join(folder, 'a'), '');
    expect(await codesOf(writeWhole(join(folder, 'a', 'b.txt'), 'x', false))).toEqual(['file-unreadable']);
  });

  test('where the content cannot be written', async () => {
    const folder = await openFolder();
    const content = 7 as unknown as string;
    expect(await codesOf(writeWhole(join(folder, 'a.txt'), content, false))).toEqual(['file-unreadable']);
    expect(await listAll(folder)).toEqual([]);
  });
});

describe('a write that is done', () => {
  test('has mode 0600, and no temporary file beside it', async () => {
    const folder = await openFolder();
    await writeWhole(join(folder, 'a.txt'), 'x', false);
    expect((await stat(join(folder, 'a.txt'))).mode & 0o777).toBe(0o600);
    expect(await listAll(folder)).toEqual(['a.txt']);
  });

  test('with --force replaces a link and never what it points to', async () => {
    const folder = await openFolder();
    await writeFile(join(folder, 'other'), 'mine');
    await symlink(join(folder, 'other'), join(folder, 'a.txt'));
    await writeWhole(join(folder, 'a.txt'), 'x', true);
    expect(await readFile(join(folder, 'other'), 'utf8')).toBe('mine');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('x');
  });

  test('without --force leaves even a broken link as it is', async () => {
    const folder = await openFolder();
    await symlink(join(folder, 'nowhere'), join(folder, 'a.txt'));
    expect(await codesOf(writeWhole(join(folder, 'a.txt'), 'x', false))).toEqual(['output-exists']);
    expect(await readlink(join(folder, 'a.txt'))).toBe(join(folder, 'nowhere'));
  });

  test('of ten at once for one name is one, whole', async () => {
    const folder = await openFolder();
    const contents = Array.from({ length: 10 }, (_, index) => String(index).repeat(10_000));
    const ended = await Promise.all(
      contents.map((content) => codesOf(writeWhole(join(folder, 'a.txt'), content, false))),
    );
    expect(ended.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(contents).toContain(await readFile(join(folder, 'a.txt'), 'utf8'));
    expect(await listAll(folder)).toEqual(['a.txt']);
  });
});

test('what is thrown is a ProblemError', async () => {
  const folder = await openFolder();
  await expect(writeWhole(join(folder, 'there', 'a.txt'), 'x', true)).rejects.toThrow(ProblemError);
});

import { chmod, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { growFiles } from '../../src/files/grow-file.ts';
import { ProblemError } from '../../src/files/problem-error.ts';
import { listAll, openFolder } from '../cli/world.ts';
import { bundle, GONE, start } from './own-process.ts';

const line = (text: string) => (before: string) => `${before}${text}\n`;
const codesOf = (made: Promise<void>) =>
  made.then(
    () => [],
    (error: ProblemError) => error.problems.map(({ code }) => code),
  );

test('files grow one after another, and nothing is left beside them', async () => {
  const folder = await openFolder();
  const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')];
  await writeFile(a, 'old\n');
  await growFiles(join(folder, '.lock'), [
    { path: a, grow: line('new') },
    { path: b, grow: line('first') },
  ]);
  expect(await readFile(a, 'utf8')).toBe('old\nnew\n');
  expect(await readFile(b, 'utf8')).toBe('first\n');
  expect(await listAll(folder)).toEqual(['a.yaml', 'b.yaml']);
});

test('a file keeps who may read it', async () => {
  const path = join(await openFolder(), 'a.yaml');
  await writeFile(path, '');
  await chmod(path, 0o640);
  await growFiles(`${path}.lock`, [{ path, grow: line('new') }]);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('many at once lose nothing', async () => {
  const path = join(await openFolder(), 'a.yaml');
  const all = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  await Promise.all(all.map((text) => growFiles(`${path}.lock`, [{ path, grow: line(text) }])));
  expect((await readFile(path, 'utf8')).trim().split('\n').sort()).toEqual([...all].sort());
});

/** A process that grows a file by numbered lines, `rounds` times, and tells after the sixth that it is at it. */
const PROGRAM = await bundle(
  "import { growFiles } from './src/files/grow-file.ts';",
  `const [path, name, rounds] = process.argv.slice(2);
  for (let round = 0; round < Number(rounds); round++) {
    await growFiles(path + '.lock', [
      { path: path + '.texts', grow: (before) => before + 'text ' + name + ' ' + round + '\\n' },
      { path, grow: (before) => before + name + ' ' + round + '\\n' },
    ]);
    if (round === 5) console.log('begun');
  }`,
);

describe('several processes', () => {
  test('that write at once lose nothing', async () => {
    const path = join(await openFolder(), 'a.yaml');
    const names = ['one', 'two', 'three'];
    const started = await Promise.all(names.map((name) => start(PROGRAM, [path, name, '12'])));
    expect(await Promise.all(started.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(new Set(lines).size).toBe(36);
    expect(lines).toHaveLength(36);
  });

  test('of which one is killed leave whole lines, and every record with its text', async () => {
    const path = join(await openFolder(), 'a.yaml');
    const killed = await start(PROGRAM, [path, 'killed', '9999']);
    const other = await start(PROGRAM, [path, 'other', '30']);
    await killed.begun;
    killed.child.kill('SIGKILL');
    expect(await other.ended).toBe(0);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const texts = (await readFile(`${path}.texts`, 'utf8')).trimEnd().split('\n');
    expect(lines.filter((one) => one.startsWith('other'))).toHaveLength(30);
    expect(
      lines.filter((one) => !/^(killed|other) \d+$/.test(one) || !texts.includes(`text ${one}`)),
    ).toEqual([]);
    expect(texts.length - lines.length).toBeLessThanOrEqual(1);
  });
});

describe('a lock', () => {
  test.each([
    ['of a process that is gone', `${GONE} ${hostname()} x`, 0],
    ['of another machine, an hour old', '1 elsewhere x', 3_600],
  ])('%s is broken', async (_, holder, age) => {
    const path = join(await openFolder(), 'a.yaml');
    await writeFile(`${path}.lock`, holder);
    const then = Date.now() / 1000 - age;
    await utimes(`${path}.lock`, then, then);
    await growFiles(`${path}.lock`, [{ path, grow: line('new') }]);
    expect(await readFile(path, 'utf8')).toBe('new\n');
  });

  test('of a process that is at it is waited for', async () => {
    const path = join(await openFolder(), 'a.yaml');
    const first = growFiles(`${path}.lock`, [
      { path, grow: line('first') },
      { path, grow: line('second') },
    ]);
    await Promise.all([first, growFiles(`${path}.lock`, [{ path, grow: line('third') }])]);
    expect(await readFile(path, 'utf8')).toMatch(/first\nsecond\n/);
  });
});

describe('nothing is written', () => {
  test('where the folder is not there', async () => {
    const path = join(await openFolder(), 'nowhere', 'a.yaml');
    expect(await codesOf(growFiles(`${path}.lock`, [{ path, grow: line('new') }]))).toEqual([
      'file-unreadable',
    ]);
  });

  test('where what would be written is refused, and the lock goes', async () => {
    const folder = await openFolder();
    const path = join(folder, 'a.yaml');
    const refuse = () => {
      throw new ProblemError([]);
    };
    expect(await codesOf(growFiles(join(folder, '.lock'), [{ path, grow: refuse }]))).toEqual([]);
    expect(await listAll(folder)).toEqual([]);
  });
});

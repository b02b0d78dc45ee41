import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recordAttempts, takeBackAttempt } from '../../src/compose/record-attempt.ts';
import { changeClient } from '../../src/files/change-client.ts';
import type { ProblemError } from '../../src/files/problem-error.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { listAll, openFolder } from '../cli/world.ts';
import { clientText, FILE } from '../support/client-file.ts';
import { bundle, start, writeProgram } from './own-process.ts';

const attempt = { on: '2026-11-23', to: 'mobile', outcome: 'no-answer' } as const;
const add = (text: string) => recordAttempts(text, FILE, [attempt]);
const codesOf = (made: Promise<void>) =>
  made.then(
    () => [],
    (error: ProblemError) => error.problems.map(({ code }) => code),
  );
async function openClient(text = clientText(), folder?: string): Promise<string> {
  const path = join(folder ?? (await openFolder()), 'c.yaml');
  await writeFile(path, text);
  return path;
}
const attemptsIn = (text: string) =>
  parseClient(text.replace(/^\ufeff/, ''), FILE).value?.client.outreach?.length;

test('the file is changed in place and keeps who may read it; nothing is left beside it', async () => {
  const path = await openClient();
  await chmod(path, 0o640);
  await changeClient(path, add);
  expect(await readFile(path, 'utf8')).toBe(add(clientText()).value);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await listAll(dirname(path))).toEqual(['c.yaml']);
});

test('bytes before and after stay, the mark of byte order too', async () => {
  const text = `\ufeff${clientText().replaceAll('\n', '\r\n')}`;
  const path = await openClient(text);
  await changeClient(path, add);
  await changeClient(path, (now) => takeBackAttempt(now, FILE));
  expect((await readFile(path)).equals(Buffer.from(text))).toBe(true);
});

test('a link stays one, and the file it leads to is changed', async () => {
  const path = await openClient();
  const link = join(await openFolder(), 'link.yaml');
  await symlink(path, link);
  await changeClient(link, add);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(attemptsIn(await readFile(path, 'utf8'))).toBe(1);
});

test.each([
  ['that is not there', async () => join(await openFolder(), 'none.yaml'), ['key-missing']],
  ['that is a folder', async () => openFolder(), ['file-unreadable']],
  [
    'that is no text',
    async () => openClient(Buffer.from([0x69, 0x64, 0x3a, 0xff]).toString('latin1')),
    ['yaml-syntax'],
  ],
  [
    'with no room left to grow',
    async () => openClient(`${clientText()}\n#${'x'.repeat(262_144 - clientText().length - 10)}`),
    ['file-too-large'],
  ],
])('a file %s is refused, and nothing is written', async (_, open, codes) => {
  const path = await open();
  const before = await readFile(path).catch(() => undefined);
  expect((await codesOf(changeClient(path, add))).slice(0, 1)).toEqual(
    codes.includes('yaml-syntax') ? [expect.any(String)] : codes,
  );
  expect(await readFile(path).catch(() => undefined)).toEqual(before);
});

test('bytes that are no UTF-8 are not written over', async () => {
  const path = join(await openFolder(), 'c.yaml');
  const bytes = Buffer.concat([Buffer.from(clientText()), Buffer.from([0x23, 0xff, 0x0a])]);
  await writeFile(path, bytes);
  expect(await codesOf(changeClient(path, add))).toEqual(['file-unreadable']);
  expect((await readFile(path)).equals(bytes)).toBe(true);
});

/** A process that puts attempts on record, takes each back if it is told to, and tells after the first that it is at it. */
const PROGRAM = await bundle(
  `import { changeClient } from './src/files/change-client.ts';
  import { recordAttempts, takeBackAttempt } from './src/compose/record-attempt.ts';`,
  `const [path, rounds, isBack] = process.argv.slice(2);
  const attempt = { on: '2026-11-23', to: 'mobile', outcome: 'no-answer' };
  for (let round = 0; round < Number(rounds); round++) {
    await changeClient(path, (text) => recordAttempts(text, 'c.yaml', [attempt]));
    if (isBack) await changeClient(path, (text) => takeBackAttempt(text, 'c.yaml'));
    if (round === 0) console.log('begun');
  }`,
);

/** The file after a process at work on it was killed, so many milliseconds after it was at work. */
async function killOne(path: string, milliseconds: number): Promise<string> {
  await writeFile(path, clientText());
  const { child, begun, ended } = await start(PROGRAM, [path, '99999', 'back']);
  await begun;
  await new Promise((done) => setTimeout(done, milliseconds));
  child.kill('SIGKILL');
  await ended;
  return readFile(path, 'utf8');
}

describe('processes', () => {
  test('that record at once all arrive', async () => {
    const path = await openClient();
    const started = await Promise.all([1, 2, 3].map(() => start(PROGRAM, [path, '5', ''])));
    expect(await Promise.all(started.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(attemptsIn(await readFile(path, 'utf8'))).toBe(15);
  });

  test('killed at any moment leave the old file or the new, and the next run leaves nothing else', async () => {
    const path = await openClient();
    const whole = [clientText(), add(clientText()).value];
    const seen = new Set<string>();
    for (const milliseconds of [0, 1, 3, 6, 10, 15]) seen.add(await killOne(path, milliseconds));
    expect([...seen].filter((text) => !whole.includes(text))).toEqual([]);
    await changeClient(path, add);
    expect(await listAll(dirname(path))).toEqual(['c.yaml']);
  });
});

/** A small disk of its own, where this machine lets us have one. */
async function openSmallDisk(): Promise<string> {
  const folder = join(await openFolder(), 'disk');
  await mkdir(folder);
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}
const canMount = (() => {
  try {
    return (
      process.getuid?.() === 0 &&
      execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }) !==
        undefined
    );
  } catch {
    return false;
  }
})();

test.skipIf(!canMount)('a disk that is full leaves the old file and nothing beside it', async () => {
  const folder = await openSmallDisk();
  const text = `${clientText()}\n#${'x'.repeat(6_000)}`;
  const path = await openClient(text, folder);
  expect(await codesOf(changeClient(path, add))).toEqual(['file-unreadable']);
  expect(await readFile(path, 'utf8')).toBe(text);
  expect(await listAll(folder)).toEqual(['c.yaml']);
});

test('a file that may not grow any further kills the process, not the file', async () => {
  const text = `${clientText()}\n#${'x'.repeat(9_000)}`;
  const path = await openClient(text);
  const program = await writeProgram(PROGRAM);
  const { status, stdout } = spawnSync('bash', [
    '-c',
    `ulimit -f 8; exec '${process.execPath}' '${program}' '${path}' 1 ''`,
  ]);
  expect({ isDone: status === 0, out: stdout.toString() }).toEqual({ isDone: false, out: '' });
  expect(await readFile(path, 'utf8')).toBe(text);
  await changeClient(path, add);
  expect(await listAll(dirname(path))).toEqual(['c.yaml']);
});

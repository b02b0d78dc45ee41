import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { startThread } from '../../src/cli/thread.ts';
import { temporaryFor } from '../../src/files/temporary.ts';
import { clientText, sam } from '../support/client-file.ts';
import { openFolder, openFonts, ROOT, run } from './world.ts';

/** Many letters on several threads, which run the built program. */

const PROGRAM = join(ROOT, 'dist', 'cli', 'closewell.cjs');
const isBuilt = existsSync(PROGRAM);
if (!isBuilt) console.warn('SKIPPED: tests of the built program need `npm run build` first');

/** Enough client files for two threads, with a letter for every fourth. */
const COUNT = 130;
const WRITTEN = 4;
const NAMES = ['Sam', 'Žofie', 'Nguyễn', 'Ελένη', 'Bo'];

async function openClients(): Promise<string> {
  const folder = await openFolder();
  for (let index = 0; index < COUNT; index++) {
    const called = `${NAMES[index % NAMES.length]} ${'x'.repeat(index % 7)}`;
    const consultFirst = index % WRITTEN === 1 ? 'none' : 'risk';
    const text = clientText({ id: `c-${index}`, consultFirst, recipients: [{ ...sam, called }] });
    await writeFile(join(folder, `${String(index).padStart(3, '0')}.yaml`), index === 90 ? 'kind: [' : text);
  }
  return folder;
}

const KIND = ['--kind', 'caring', '--on', '2026-11-23'];

async function written(argv: readonly string[], folder: string, io: Partial<Io>) {
  const out = join(await openFolder(), 'out');
  const { exit, err } = await run(['letter', ...argv, '-o', out, ...KIND], {
    fontFolder: await openFonts(),
    ...io,
  });
  const names = (await readdir(out)).sort();
  const digests = await Promise.all(
    names.map(async (name) =>
      createHash('sha256')
        .update(await readFile(join(out, name)))
        .digest('hex'),
    ),
  );
  return { exit, err: err.replaceAll(out, 'out').replaceAll(folder, 'in'), names, digests };
}

describe.skipIf(!isBuilt)('several threads', () => {
  test('write the same bytes and say the same as one', async () => {
    const folder = await openClients();
    const started: unknown[] = [];
    const threads = {
      cores: 8,
      start: (task: unknown) => {
        started.push(task);
        return startThread(PROGRAM, task);
      },
    };
    const alone = await written([folder], folder, {});
    const together = await written([folder], folder, { threads });
    expect(started).toHaveLength(2);
    expect(alone.names).toHaveLength(33);
    expect(together).toEqual(alone);
  });

  test('a process that is killed leaves whole letters only, and the next run leaves nothing else', async () => {
    const folder = await openClients();
    const out = join(folder, 'out');
    await mkdir(out);
    const watcher = watch(out);
    const argv = ['letter', folder, '-o', out, ...KIND];
    const child = spawn(process.execPath, [PROGRAM, ...argv], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) =>
      watcher.on('change', (_, name) => String(name).startsWith('c-') && resolve(name)),
    );
    child.kill('SIGKILL');
    watcher.close();
    await ended;
    const letters = (await readdir(out)).filter((name) => name.endsWith('.pdf'));
    const ends = await Promise.all(
      letters.map(async (name) => (await readFile(join(out, name))).subarray(-6)),
    );
    expect(letters.length).toBeGreaterThan(0);
    expect(ends.filter((end) => end.toString() !== '%%EOF\n')).toEqual([]);

    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const left = temporaryFor(join(out, 'c-9-1-2026-11-23.pdf')).replace(`-${process.pid}-`, `-${gone}-`);
    await writeFile(left, 'half');
    const one = ['letter', join(folder, '001.yaml'), '-o', out, '--force', ...KIND];
    expect(spawnSync(process.execPath, [PROGRAM, ...one]).status).toBe(0);
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { listAll, openFolder, ROOT, write } from './world.ts';

/** What only a real process shows, on the built program: streams that end early, permissions, traces. */

const PROGRAM = join(ROOT, 'dist', 'cli', 'closewell.cjs');
const isBuilt = existsSync(PROGRAM);
if (!isBuilt) console.warn('SKIPPED: tests of the built program need `npm run build` first');

const trace = /\n {4}at |node:internal|Unhandled/;

/** Runs a line of shell in which `closewell` is the built program. */
function shell(line: string, cwd: string, input: string | Uint8Array = '') {
  const script = `set -o pipefail; umask 022; closewell() { '${process.execPath}' '${PROGRAM}' "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, input, timeout: 30_000 });
  return { exit: status, out: stdout.toString(), err: stderr.toString() };
}

describe.skipIf(!isBuilt)('the built program', () => {
  test('makes the same call sheet from a file and from standard input', async () => {
    const path = await write('c-1042.yaml', clientText());
    const fromFile = shell(`closewell script '${path}'`, await openFolder());
    const fromInput = shell('closewell script -', await openFolder(), clientText());
    expect(fromFile).toMatchObject({ exit: 0, err: '' });
    expect(fromFile.out).toContain('Sam Okafor');
    expect(fromInput).toEqual(fromFile);
  });

  test.each([
    [0, 'closewell check'],
    [1, 'closewell check --practice .'],
    [2, 'closewell frobnicate'],
    [3, 'closewell script nowhere.yaml'],
    [4, 'closewell letter -'],
  ])('ends with %i after %s', async (exit, line) => {
    const { exit: ended, err } = shell(line, await openFolder(), clientText({ consultFirst: 'risk' }));
    expect(ended).toBe(exit);
    expect(err).not.toMatch(trace);
  });

  test('writes a PDF that its owner alone may read', async () => {
    const folder = await openFolder();
    const { exit } = shell('closewell letter - -o letter.pdf', folder, clientText());
    expect(exit).toBe(0);
    expect((await readFile(join(folder, 'letter.pdf'), 'latin1')).slice(0, 5)).toBe('%PDF-');
    expect((await stat(join(folder, 'letter.pdf'))).mode & 0o777).toBe(0o600);
    expect(await listAll(folder)).toEqual(['letter.pdf']);
  });

  test.each([
    ['1 MB', 'x'.repeat(1_000_000)],
    ['binary', new Uint8Array(4096)],
    ['a YAML bomb', `a: &a [x]\nb: &b [${'*a,'.repeat(99)}]`],
    ['100,000 brackets', '['.repeat(100_000)],
    ['nothing', ''],
  ])('%s on standard input ends with 3, prints nothing and shows no trace', async (_, input) => {
    const { exit, out, err } = shell('closewell script -', await openFolder(), input);
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toMatch(/^standard input:\d+:\d+: error [a-z-]+: /);
    expect(err).not.toMatch(trace);
  });

  test('does not wait for the end of endless input', async () => {
    const { err } = shell("yes 'a: 1' | closewell script -", await openFolder());
    expect(err).toContain('file-too-large');
  });

  test('ends without a trace where the reader stops early or the disk is full', async () => {
    const folder = await openFolder();
    const stopped = shell('closewell script - | true', folder, clientText());
    const full = shell('closewell script - >/dev/full', folder, clientText());
    expect(stopped.err + full.err).not.toMatch(trace);
    expect(full.exit).toBe(1);
  });

  test('uses the practice in the current folder', async () => {
    const folder = await openFolder();
    for (const part of ['templates', 'snippets', 'practice.yaml'])
      await cp(join(ROOT, part), join(folder, part), { recursive: true });
    const edit = "sed -i 's/^name: .*/name: Maple Court/' practice.yaml";
    expect(shell(`${edit}; closewell letter -`, folder, clientText()).out).toContain('\nMaple Court\n');
  });

  test('asks nothing where nobody can answer', async () => {
    const folder = await openFolder();
    expect(shell('closewell init ours', folder).exit).toBe(0);
    expect(await listAll(folder)).toContain('ours/practice.yaml');
  });

  test('reads nothing but its own files and the client, and writes nothing, in a call sheet', async () => {
    const path = await write('c-1042.yaml', clientText());
    const reads = [join(ROOT, '*'), path].map((one) => `--allow-fs-read='${one}'`).join(' ');
    const line = `'${process.execPath}' --no-warnings --experimental-permission ${reads} '${PROGRAM}' script '${path}'`;
    const { exit, out } = shell(line, ROOT);
    expect(exit).toBe(0);
    expect(out).toContain('Sam Okafor');
  });
});

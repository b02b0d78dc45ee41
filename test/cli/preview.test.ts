import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasCommands } from '../render/pdf-tools.ts';
import { clientText } from '../support/client-file.ts';
import { listAll, openFolder, openFonts, run, stdin } from './world.ts';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function show(
  openFile: (path: string) => Promise<boolean>,
  ask = async () => '',
  flags: readonly string[] = [],
) {
  const io = { ...stdin(clientText()), fontFolder: await openFonts(), ask, openFile };
  return run(['letter', '-', '--preview', ...flags], io);
}

describe('--preview', () => {
  test('opens a PDF that is its owner’s alone, and keeps nothing', async () => {
    const seen: string[] = [];
    const { exit, out, err } = await show(async (path) => {
      seen.push(
        path,
        await modeOf(path),
        await modeOf(dirname(path)),
        (await readFile(path, 'latin1')).slice(0, 5),
      );
      return true;
    });
    const [path = '', ...rest] = seen;
    expect({ exit, out, rest }).toEqual({ exit: 0, out: '', rest: ['600', '700', '%PDF-'] });
    expect(err).toContain(path);
    expect(path).not.toContain('Sam');
    await expect(stat(dirname(path))).rejects.toThrow();
  });

  test('who stops has seen it as well, and nothing is kept', async () => {
    const seen: string[] = [];
    const stop = async () => {
      throw new Error('stopped');
    };
    const { exit } = await show(async (path) => seen.push(path) > 0, stop);
    expect(exit).toBe(0);
    await expect(stat(dirname(seen[0] ?? '/'))).rejects.toThrow();
  });

  test('where no viewer opens nothing is kept either', async () => {
    const seen: string[] = [];
    const { exit } = await show(async (path) => {
      seen.push(path);
      return false;
    });
    expect(exit).toBe(1);
    await expect(stat(dirname(seen[0] ?? '/'))).rejects.toThrow();
  });

  test.each([[['-o', 'letter.pdf']], [['--json']], [['--protect']]])(
    'with %s it is refused',
    async (flags) => {
      expect((await show(async () => true, undefined, flags)).exit).toBe(2);
    },
  );

  test('where nobody can look it is refused', async () => {
    const io = { ...stdin(clientText()), fontFolder: await openFonts() };
    expect((await run(['letter', '-', '--preview'], io)).exit).toBe(2);
  });
});

describe.skipIf(!hasCommands('pdftoppm'))('-o FILE.png', () => {
  test('writes a picture for each page, and nothing else', async () => {
    const folder = await openFolder();
    const io = { ...stdin(clientText()), fontFolder: await openFonts() };
    const { exit } = await run(['letter', '-', '--large-print', '-o', join(folder, 'look.png')], io);
    const names = await listAll(folder);
    expect({ exit, names }).toEqual({
      exit: 0,
      names: ['look-1.png', 'look-2.png', 'look-3.png'],
    });
    const starts = await Promise.all(
      names.map(async (name) => (await readFile(join(folder, name))).subarray(1, 4)),
    );
    expect(starts.map(String)).toEqual(names.map(() => 'PNG'));
    expect(await modeOf(join(folder, 'look-1.png'))).toBe('600');
  });

  test('replaces no file', async () => {
    const folder = await openFolder();
    await writeFile(join(folder, 'look-1.png'), 'mine');
    const io = { ...stdin(clientText()), fontFolder: await openFonts() };
    const { codes } = await run(['letter', '-', '-o', join(folder, 'look.png')], io);
    expect(codes).toContain('output-exists');
    expect(await readdir(folder)).toEqual(['look-1.png']);
    expect(await readFile(join(folder, 'look-1.png'), 'utf8')).toBe('mine');
  });
});

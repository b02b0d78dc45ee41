import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveWording } from '../../src/files/save-wording.ts';
import { digestOf } from '../../src/library/digest.ts';
import { listAll, openFolder, openPractice } from '../cli/world.ts';
import { bundle, start } from './own-process.ts';

const PATH = 'snippets/contact/letter.md';
const [A, B] = ['a', 'b'].map((letter) => letter.repeat(60_000)) as [string, string];

test('a mark of byte order at the start is no part of what a draft is based on', async () => {
  const folder = await openPractice({ [PATH]: () => '\ufeffold' });
  expect(await saveWording(folder, [{ path: PATH, text: A, basedOn: digestOf('old') }])).toEqual([]);
  expect(await readFile(join(folder, PATH), 'utf8')).toBe(A);
});

test('a file that was taken away meanwhile is told as empty, and not made anew', async () => {
  const folder = await openFolder();
  const changed = await saveWording(folder, [{ path: PATH, text: A, basedOn: digestOf('old') }]);
  expect(changed).toEqual([{ path: PATH, text: '', digest: digestOf('') }]);
  expect(await listAll(join(folder, 'snippets/contact'))).toEqual([]);
});

/** A process that saves two texts in turn, and tells after the sixth time that it is at it. */
const PROGRAM = await bundle(
  `import { saveWording } from './src/files/save-wording.ts';
  import { digestOf } from './src/library/digest.ts';`,
  `const [folder, path] = process.argv.slice(2);
  const texts = ['a'.repeat(60_000), 'b'.repeat(60_000)];
  for (let round = 0; ; round++) {
    const [before, text] = [texts[round % 2], texts[(round + 1) % 2]];
    await saveWording(folder, [{ path, text, basedOn: digestOf(before) }]);
    if (round === 5) console.log('begun');
  }`,
);

test.each([0, 2, 5])(
  'killed %i ms on, a process leaves one text or the other, and the next can save',
  async (milliseconds) => {
    const folder = await openPractice({ [PATH]: () => A });
    const { child, begun, ended } = await start(PROGRAM, [folder, PATH]);
    await begun;
    await new Promise((done) => setTimeout(done, milliseconds));
    child.kill('SIGKILL');
    await ended;
    const left = await readFile(join(folder, PATH), 'utf8');
    expect([A, B]).toContain(left);
    expect(await saveWording(folder, [{ path: PATH, text: 'new', basedOn: digestOf(left) }])).toEqual([]);
    expect((await listAll(join(folder, 'snippets'))).filter((path) => /lock|tmp/.test(path))).toEqual([]);
  },
);

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { openFolder, openFonts, run, stdin, write } from './world.ts';

const letter = async (...flags: string[]) =>
  run(['letter', '-', ...flags], { ...stdin(clientText()), fontFolder: await openFonts() });

test('--check says what is proved of the PDF, and writes nothing', async () => {
  const { exit, out } = await letter('--check');
  expect(exit).toBe(0);
  expect(out).toMatch(
    /tagged\n[\s\S]*2 fonts embedded\n[\s\S]*codes has its letter\n[\s\S]*word for word: \d+ words\n$/,
  );
});

test('with -o the PDF is written as well', async () => {
  const path = join(await openFolder(), 'letter.pdf');
  expect((await letter('--check', '-o', path)).exit).toBe(0);
  await expect(access(path)).resolves.toBeUndefined();
});

test.each([[['-o', 'letter.html']], [['--json']]])(
  'with %s it is not for a PDF, and is refused',
  async (flags) => {
    const { exit, out } = await letter('--check', ...flags);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
  },
);

test('an edited letter is checked as it goes out', async () => {
  const written = await letter('--kind', 'caring');
  const edited = await write('edited.txt', written.out);
  const { exit, out } = await letter('--kind', 'caring', '--from', edited, '--check');
  expect(exit).toBe(0);
  expect(out).toContain('word for word');
});

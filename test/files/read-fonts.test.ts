import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProblemError } from '../../src/files/problem-error.ts';
import { openFonts } from '../../src/files/read-fonts.ts';
import { openFolder, openFonts as openFontFolder, ROOT } from '../cli/world.ts';

test('a family is read when a letter asks for it, and once', async () => {
  const fontsFor = openFonts(join(ROOT, 'dist', 'fonts'));
  const [none, hebrew, again] = [
    await fontsFor([]),
    await fontsFor(['hebrew']),
    await fontsFor(['hebrew', 'arabic']),
  ];
  expect(Object.keys(none.others ?? {})).toEqual([]);
  expect(Object.keys(again.others ?? {}).sort()).toEqual(['arabic', 'hebrew']);
  expect(again.regular).toBe(none.regular);
  expect(again.others?.hebrew?.regular).toBe(hebrew.others?.hebrew?.regular);
});

test('a family that does not come along is read from its package, and left out where that is not installed', async () => {
  const fontsFor = openFonts(join(ROOT, 'dist', 'fonts'));
  expect(Object.keys((await fontsFor(['chinese', 'korean'])).others ?? {})).toEqual(['chinese']);
});

test('a font of one weight alone is not taken for a family', async () => {
  const folder = await openFontFolder();
  await cp(
    join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
    join(folder, 'NotoSansHebrew_400Regular.ttf'),
  );
  expect((await openFonts(folder)(['hebrew'])).others).toEqual({});
});

test('what the build made of the fonts comes with them', async () => {
  const folder = await openFontFolder();
  const stock = (name: string) => writeFile(join(folder, `Inter_${name}.ttf.stock`), name);
  await Promise.all([stock('400Regular'), stock('600SemiBold')]);
  const fonts = await openFonts(folder)([]);
  expect(Buffer.from(fonts.stock?.semibold ?? []).toString()).toBe('600SemiBold');
});

test('without Inter there is a problem', async () => {
  await expect(openFonts(await openFolder())([])).rejects.toThrow(ProblemError);
});

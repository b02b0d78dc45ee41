import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyPractice } from '../../src/files/copy-practice.ts';
import type { ProblemError } from '../../src/files/problem-error.ts';
import { listAll, openFolder, SAMPLE } from '../cli/world.ts';

test('a folder that was filled a moment ago is never replaced, and nothing is left beside it', async () => {
  const parent = await openFolder();
  const target = join(parent, 'ours');
  await copyPractice(SAMPLE, target, {});
  await writeFile(join(target, 'practice.yaml'), 'mine');
  const codes = await copyPractice(SAMPLE, target, {}).then(
    () => [],
    (error: ProblemError) => error.problems.map(({ code }) => code),
  );
  expect(codes).toEqual(['output-exists']);
  expect(await readFile(join(target, 'practice.yaml'), 'utf8')).toBe('mine');
  expect((await listAll(parent)).filter((path) => !path.startsWith('ours'))).toEqual([]);
});

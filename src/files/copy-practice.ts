import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { problem } from '../problem.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Copies the sample practice to a new folder, whole or not at all; `answers` replace the values of top-level keys of
 * its practice.yaml, and the mark that makes it the sample goes.
 */
export async function copyPractice(
  sample: string,
  target: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = resolve(target);
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    if ((await readdir(folder).catch(() => [])).length > 0)
      throw Object.assign(new Error(), { code: 'EEXIST' });
    await mkdir(temporary, { recursive: true });
    for (const part of ['templates', 'snippets'])
      await cp(join(sample, part), join(temporary, part), { recursive: true });
    const text = await readFile(join(sample, 'practice.yaml'), 'utf8');
    await writeFile(join(temporary, 'practice.yaml'), replaceKeys(text, answers));
    // Renaming replaces an empty folder and nothing else.
    await rename(temporary, folder);
  } catch (error) {
    const at = { file: target, line: 1, column: 1 };
    const taken = ['EEXIST', 'ENOTDIR', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw new ProblemError([
      taken
        ? problem('output-exists', at, 'this folder already has something in it', 'Choose a new folder.')
        : problem(
            'file-unreadable',
            at,
            'the folder cannot be written here',
            'Check that you may write there, and that there is room.',
          ),
    ]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function replaceKeys(text: string, answers: Readonly<Record<string, string>>): string {
  const lines = text.split('\n').filter((line) => !/^sample:/.test(line));
  return lines
    .map((line) => {
      const key = /^([A-Za-z]+):/.exec(line)?.[1] ?? '';
      return Object.hasOwn(answers, key) ? `${key}: ${JSON.stringify(answers[key])}` : line;
    })
    .join('\n');
}

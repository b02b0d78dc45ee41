import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { APPROVALS_FILE, APPROVED_TEXTS_FILE } from '../library/decisions.ts';
import { type ProblemCode, problem } from '../problem.ts';
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
    await mkdir(temporary, { recursive: true });
    for (const part of ['templates', 'snippets'])
      await cp(join(sample, part), join(temporary, part), { recursive: true, filter: isWording });
    const text = await readFile(join(sample, 'practice.yaml'), 'utf8');
    await writeFile(join(temporary, 'practice.yaml'), replaceKeys(text, answers));
    // Renaming replaces an empty folder and nothing else.
    await rename(temporary, folder);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const taken = ['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw taken ? takenError(target) : unwritableError(target);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Nobody in the new practice has approved anything yet. */
const isWording = (path: string) =>
  ![APPROVALS_FILE, APPROVED_TEXTS_FILE].some((file) => basename(path) === basename(file));

/** Throws the problem if anything but an empty folder stands at the target. */
export async function refuseTaken(target: string): Promise<void> {
  const there = await readdir(resolve(target)).catch(({ code }: NodeJS.ErrnoException) =>
    code === 'ENOENT' ? [] : [target],
  );
  if (there.length > 0) throw takenError(target);
}

const takenError = (target: string) =>
  refusal(target, 'output-exists', 'there is already something here', 'Choose a new folder.');

const unwritableError = (target: string) =>
  refusal(
    target,
    'file-unreadable',
    'the folder cannot be written here',
    'Check that you may write there, and that there is room.',
  );

function refusal(file: string, code: ProblemCode, message: string, hint: string): ProblemError {
  return new ProblemError([problem(code, { file, line: 1, column: 1 }, message, hint)]);
}

/** Whatever stands up to the line that makes it the sample is about the sample, and goes with it. */
function replaceKeys(text: string, answers: Readonly<Record<string, string>>): string {
  return text
    .replace(/^[\s\S]*?^sample:.*\n+/m, '')
    .split('\n')
    .map((line) => {
      const key = /^([A-Za-z]+):/.exec(line)?.[1] ?? '';
      return Object.hasOwn(answers, key) ? `${key}: ${JSON.stringify(answers[key])}` : line;
    })
    .join('\n');
}

import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readPrebuilt } from '../files/prebuilt.ts';
import { readFolder } from '../files/read-folder.ts';
import type { Library } from '../library/library.ts';
import { type Problem, type Result, sortProblems } from '../problem.ts';
import type { Io } from './io.ts';

/** The practice folder asked for, else the current folder if it holds practice.yaml, else the packaged sample. */
export async function findPractice(io: Io, asked: string | undefined): Promise<string> {
  if (asked !== undefined) return resolve(io.cwd, asked);
  const here = await stat(join(io.cwd, 'practice.yaml')).catch(() => undefined);
  return here?.isFile() ? io.cwd : io.sampleFolder;
}

/** The problems with the practice's own files named as they can be opened from the current folder. */
export function placeFrom(io: Io, folder: string, problems: readonly Problem[]): Problem[] {
  const from = relative(io.cwd, folder);
  const isOfPractice = ({ place }: Problem) => /^(practice\.yaml|templates|snippets)(\/|$)/.test(place.file);
  return problems.map((one) =>
    isOfPractice(one) ? { ...one, place: { ...one.place, file: join(from, one.place.file) } } : one,
  );
}

/** The library of a practice folder, with every problem in it; a practice of its own is held against the sample. */
export async function readLibrary(io: Io, folder: string): Promise<Result<Library>> {
  const isSample = folder === io.sampleFolder;
  const { files, problems } = await readFolder(folder);
  const prebuilt =
    isSample && problems.length === 0
      ? await readPrebuilt(join(folder, 'dist', 'sample-library.json'), files)
      : undefined;
  if (prebuilt !== undefined) return { value: prebuilt, problems: [] };
  const { loadLibrary } = await import('../library/load-library.ts');
  const sample = isSample ? [] : (await readFolder(io.sampleFolder)).files;
  const loaded = loadLibrary(files, sample.find(({ path }) => path === 'practice.yaml')?.text);
  // A practice.yaml that cannot be read is there all the same.
  const others = loaded.problems.filter(
    ({ code, place }) =>
      code !== 'practice-missing' || !problems.some((other) => other.place.file === place.file),
  );
  return {
    value: problems.length > 0 ? undefined : loaded.value,
    problems: sortProblems([...problems, ...others]),
  };
}

/** Today where the practice is, `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

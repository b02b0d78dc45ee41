import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readLibrary as readPracticeLibrary } from '../files/read-library.ts';
import type { Library } from '../library/library.ts';
import type { Problem, Result } from '../problem.ts';
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
  const isOfPractice = ({ place }: Problem) =>
    /^(practice\.yaml|templates|snippets|enclosures)(\/|$)/.test(place.file);
  return problems.map((one) =>
    isOfPractice(one) ? { ...one, place: { ...one.place, file: join(from, one.place.file) } } : one,
  );
}

/** The library of a practice folder, with every problem in it; a practice of its own is held against the sample. */
export const readLibrary = (io: Io, folder: string): Promise<Result<Library>> =>
  readPracticeLibrary(folder, io.sampleFolder);

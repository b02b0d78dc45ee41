import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import { type Result, sortProblems } from '../problem.ts';
import { readPrebuilt } from './prebuilt.ts';
import { readFolder } from './read-folder.ts';

/**
 * The library of a practice folder, with every problem in it. A practice of its own is held against the sample; the
 * sample itself is taken as it was loaded ahead, where that was built from the same files.
 */
export async function readLibrary(folder: string, sampleFolder: string): Promise<Result<Library>> {
  const isSample = folder === sampleFolder;
  const { files, problems } = await readFolder(folder);
  const prebuilt =
    isSample && problems.length === 0
      ? await readPrebuilt(join(folder, 'dist', 'sample-library.json'), files)
      : undefined;
  if (prebuilt !== undefined) return { value: prebuilt, problems: [] };
  const { loadLibrary } = await import('../library/load-library.ts');
  const sample = isSample ? [] : (await readFolder(sampleFolder)).files;
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

import { join } from 'node:path';
import { writePrebuilt } from '../files/prebuilt.ts';
import { readFolder } from '../files/read-folder.ts';
import { loadLibrary } from '../library/load-library.ts';

/** For the build: loads the sample practice of the package ahead. One that has problems is left to be loaded anew. */
export async function prebuild(packageFolder: string): Promise<void> {
  const { files } = await readFolder(packageFolder);
  const { value, problems } = loadLibrary(files);
  if (value !== undefined && problems.length === 0) {
    await writePrebuilt(join(packageFolder, 'dist', 'sample-library.json'), files, value);
  }
}

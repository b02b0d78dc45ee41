import { join } from 'node:path';
import { writePrebuilt } from '../files/prebuilt.ts';
import { readFolder } from '../files/read-folder.ts';

/** For the build: loads the sample practice of the package ahead. One that has problems is left to be loaded anew. */
export async function prebuild(packageFolder: string): Promise<void> {
  // What runs the program takes it from the same bundle, and must not set up the loading before it is wanted.
  const { loadLibrary } = await import('../library/load-library.ts');
  const { files } = await readFolder(packageFolder);
  const { value, problems } = loadLibrary(files);
  if (value !== undefined && problems.length === 0) {
    await writePrebuilt(join(packageFolder, 'dist', 'sample-library.json'), files, value);
  }
}

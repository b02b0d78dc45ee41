import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the built page by name, chunks among them; each name is a plain one, without a folder. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

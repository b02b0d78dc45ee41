import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The paths with each folder replaced by the client files in it, by name; what cannot be listed stays as it is. */
export async function listClients(paths: readonly string[]): Promise<string[]> {
  const listed = await Promise.all(paths.map(listOne));
  return [...new Set(listed.flat())];
}

/** The practice's own file is no client's, and what begins with a dot is nobody's. */
const isClient = (name: string) => /^[^.].*\.yaml$/.test(name) && name !== 'practice.yaml';

async function listOne(path: string): Promise<string[]> {
  const entries =
    path === '-' ? undefined : await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => !entry.isDirectory() && isClient(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
}

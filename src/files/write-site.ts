import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { problem } from '../problem.ts';
import { ProblemError } from './problem-error.ts';
import { sweepTemporaries, temporaryFor } from './temporary.ts';

/** A folder of files that stands or changes as a whole, as far as folders can. */

export interface Site {
  /** Every file by its path; the list is among them, last. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The file that lists all others, by which a folder of ours is known again. */
  readonly list: string;
  readonly listedIn: (list: string) => readonly string[];
}

/**
 * Writes the site. A folder that is new, empty or holds nothing but a site of before is exchanged for it in one step. One
 * that holds anything else is refused unless `force` is given: then the site's files are put into it, and nothing of
 * another is touched.
 */
export async function writeSite(folder: string, site: Site, force: boolean): Promise<void> {
  try {
    const target = await realpath(folder).catch(() => folder);
    const there = await listFiles(target);
    const before = await readFile(join(target, site.list), 'utf8').then(
      site.listedIn,
      (): readonly string[] => [],
    );
    const isOurs = (path: string) => path === site.list || before.includes(path);
    if (there.every(isOurs)) return await exchange(target, site);
    if (!force) throw new ProblemError([inTheWay(folder)]);
    await mingle(
      target,
      site,
      there.filter((path) => isOurs(path) && !site.files.has(path)),
    );
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError([unwritable(folder)]);
  }
}

/** Writes all of it beside the folder, then lets it take the folder's place. */
async function exchange(target: string, { files }: Site): Promise<void> {
  await sweepTemporaries(target);
  const [fresh, old] = [temporaryFor(target), temporaryFor(target)];
  try {
    for (const [path, content] of files) await put(join(fresh, path), content);
    await rename(target, old).catch(unlessAbsent);
    await rename(fresh, target).catch(async (error) => {
      await rename(old, target).catch(() => undefined);
      throw error;
    });
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Puts the files one by one among those of others, each whole, and takes away what the site of before had besides. */
async function mingle(target: string, { files }: Site, gone: readonly string[]): Promise<void> {
  for (const [path, content] of files) {
    const temporary = temporaryFor(join(target, path));
    await put(temporary, content);
    await rename(temporary, join(target, path));
  }
  for (const path of gone) await rm(join(target, path));
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { flag: 'wx' });
}

/** Every file under the folder by its path; none where there is no folder. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessAbsent);
  return (entries ?? [])
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const inTheWay = (folder: string) =>
  problem(
    'output-exists',
    { file: folder, line: 1, column: 1 },
    'this folder holds files that no publishing put there',
    'Choose another name, or add --force to put the page among them.',
  );

const unwritable = (folder: string) =>
  problem(
    'file-unreadable',
    { file: folder, line: 1, column: 1 },
    'nothing can be written here',
    'Check the folder: that it is one, that there is room, and that you may write in it.',
  );

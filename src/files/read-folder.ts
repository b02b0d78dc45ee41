import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from '../library/front-matter.ts';
import { type Problem, problem } from '../problem.ts';
import { decodeText } from './decode.ts';

/** Reads a practice folder: `practice.yaml`, `templates/` and `snippets/`, and nothing outside it. */

const MOST_BYTES = 65_536;
const MOST_FILES = 5_000;

/** The wording files of the folder, sorted by path; links, unreadable and oversized files are problems. */
export async function readFolder(folder: string): Promise<{ files: SourceFile[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const paths = [
    'practice.yaml',
    ...(await listFiles(folder, 'templates', problems)),
    ...(await listFiles(folder, 'snippets', problems)),
  ];
  const read = await Promise.all(paths.slice(0, MOST_FILES).map((path) => readOne(folder, path)));
  const found = [...problems, ...read.flatMap((one) => one.problems)];
  return {
    files: read.flatMap(({ file }) => file ?? []).sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems: found,
  };
}

async function listFiles(folder: string, under: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const path = `${under}/${entry.name}`;
      if (entry.isSymbolicLink()) {
        problems.push(link(path));
        return [];
      }
      if (entry.isDirectory()) return path.split('/').length > 3 ? [] : listFiles(folder, path, problems);
      return /\.(md|yaml)$/.test(entry.name) && entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}

async function readOne(folder: string, path: string): Promise<{ file?: SourceFile; problems: Problem[] }> {
  const full = join(folder, ...path.split('/'));
  try {
    if (!(await isInside(folder, full))) return { problems: [link(path)] };
    const { text, problems } = decodeText(await readFile(full), path, MOST_BYTES);
    return problems.length > 0 ? { problems } : { file: { path, text }, problems };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const at = { file: path, line: 1, column: 1 };
    return {
      problems: missing
        ? []
        : [
            problem(
              'file-unreadable',
              at,
              'the file cannot be read',
              'Check that it is a file, and who may open it.',
            ),
          ],
    };
  }
}

async function isInside(folder: string, full: string): Promise<boolean> {
  if ((await lstat(full)).isSymbolicLink()) return false;
  return (await realpath(full)).startsWith((await realpath(folder)) + sep);
}

function link(path: string): Problem {
  return problem(
    'folder-link',
    { file: path, line: 1, column: 1 },
    'this is a link to another place',
    'Put the file itself into the folder.',
  );
}

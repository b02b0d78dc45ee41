import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { APPROVALS_FILE, APPROVED_TEXTS_FILE } from '../library/decisions.ts';
import { isIgnored, unreadFile } from '../library/file-names.ts';
import type { SourceFile } from '../library/front-matter.ts';
import { type Problem, problem } from '../problem.ts';
import { decodeText } from './decode.ts';

/**
 * Reads a practice folder: `practice.yaml`, `templates/`, `snippets/`, `enclosures/`, and nothing outside it. Some two hundred small
 * files: one after another without waiting is four times as quick as as many promises.
 */

const MOST_BYTES = 65_536;
/** Every rule brings its phrases and examples. */
const MOST_RULES_BYTES = 262_144;
/** Records are only ever added to it: a hundred sittings over every text of a practice fit. */
const MOST_APPROVAL_BYTES = 2_097_152;
const LARGER: ReadonlyMap<string, number> = new Map([
  [APPROVALS_FILE, MOST_APPROVAL_BYTES],
  ['snippets/rules.yaml', MOST_RULES_BYTES],
]);
const MOST_FILES = 5_000;

/** The most bytes that the file may have. */
export const mostBytesOf = (path: string): number => LARGER.get(path) ?? MOST_BYTES;

type Read = { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] };

/**
 * The wording files of the folder, sorted by path; links, unreadable and oversized files are problems, and so is
 * whatever lies in `templates/` or `snippets/` and is not read, but for what systems and editors leave there.
 */
export async function readFolder(folder: string): Promise<Read> {
  const listed = [
    listPath(folder, 'practice.yaml', 'file'),
    listPath(folder, 'templates', 'folder'),
    listPath(folder, 'snippets', 'folder'),
    listPath(folder, 'enclosures', 'folder'),
  ];
  const paths = listed.flatMap((one) => one.paths).sort();
  const read = paths.slice(0, MOST_FILES).map((path) => readOne(folder, path));
  const excess =
    paths.length > MOST_FILES
      ? [
          refuse(
            'file-too-large',
            paths[MOST_FILES] ?? '',
            'the folder holds too many files',
            'Move what is no wording elsewhere.',
          ),
        ]
      : [];
  return {
    files: read.flatMap(({ files }) => files),
    problems: [...listed, ...read].flatMap(({ problems }) => problems).concat(excess),
  };
}

interface Listed {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

const NOTHING: Listed = { paths: [], problems: [] };
/** Wording lies directly in templates/ and enclosures/, and in one folder for each section of snippets/. */
const DEEPEST = 1;

/** The wording files at or under a path. A link is refused wherever it leads, so nothing outside is ever opened. */
function listPath(folder: string, path: string, wanted: 'file' | 'folder'): Listed {
  const stats = statsOf(join(folder, path));
  if (stats?.isSymbolicLink()) return { paths: [], problems: [link(path)] };
  if (wanted === 'file') return stats?.isFile() ? { paths: [path], problems: [] } : NOTHING;
  return stats?.isDirectory() ? listFolder(folder, path, 0) : NOTHING;
}

function statsOf(full: string): Stats | undefined {
  try {
    return lstatSync(full);
  } catch {
    return undefined;
  }
}

function listFolder(folder: string, path: string, depth: number): Listed {
  const entries = entriesOf(join(folder, path));
  if (entries === undefined) return { paths: [], problems: [unreadable(path)] };
  const inside = entries.map((entry) => listEntry(folder, `${path}/${entry.name}`, entry, depth));
  return {
    paths: inside.flatMap(({ paths }) => paths),
    problems: inside.flatMap(({ problems }) => problems),
  };
}

function entriesOf(full: string): Dirent[] | undefined {
  try {
    return readdirSync(full, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function listEntry(folder: string, path: string, entry: Dirent, depth: number): Listed {
  if (entry.isSymbolicLink()) return { paths: [], problems: [link(path)] };
  if (isIgnored(entry.name)) return NOTHING;
  // What was approved long ago is read where it is asked for, and not on the way to a message.
  if (path === APPROVED_TEXTS_FILE) return NOTHING;
  if (entry.isDirectory())
    return depth < DEEPEST ? listFolder(folder, path, depth + 1) : unreadFolder(folder, path);
  return entry.isFile() && /\.(md|yaml)$/.test(entry.name)
    ? { paths: [path], problems: [] }
    : { paths: [], problems: [unreadFile(path)] };
}

/** A folder where nothing is looked for: one problem for all that is in it. */
function unreadFolder(folder: string, path: string): Listed {
  const inside = entriesOf(join(folder, path)) ?? [];
  const isEmpty = inside.every(({ name }) => isIgnored(name));
  return isEmpty ? NOTHING : { paths: [], problems: [unreadFile(path)] };
}

function readOne(folder: string, path: string): Read {
  try {
    const { text, problems } = decodeText(readFileSync(join(folder, path)), path, mostBytesOf(path));
    return problems.length > 0 ? { files: [], problems } : { files: [{ path, text }], problems };
  } catch {
    return {
      files: [],
      problems: [unreadable(path)],
    };
  }
}

const unreadable = (path: string) =>
  refuse('file-unreadable', path, 'this cannot be read', 'Check who may open it.');

const link = (path: string) =>
  refuse('folder-link', path, 'this is a link to another place', 'Put the file itself into the folder.');

function refuse(code: Problem['code'], file: string, message: string, hint: string): Problem {
  return problem(code, { file, line: 1, column: 1 }, message, hint);
}

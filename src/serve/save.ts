import { decodeText } from '../files/decode.ts';
import { mostBytesOf, readFolder } from '../files/read-folder.ts';
import { type Edition, saveWording } from '../files/save-wording.ts';
import { digestOf } from '../library/digest.ts';
import type { SourceFile } from '../library/front-matter.ts';
import { loadLibrary } from '../library/load-library.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { type Answer, answer, turn } from './answer.ts';
import { type Desk, libraryAt } from './desk.ts';
import { shaped } from './request-shape.ts';
import { isNewSnippet, isWordingPath } from './wording-path.ts';

/**
 * Saves drafts, several at once where a change goes through several texts. With them the practice must still load, since
 * every call sheet is made from the same folder; whoever wants it all the same says so.
 */
export async function answerSave(desk: Desk, request: unknown): Promise<Answer> {
  const asked = readAsked(request);
  if (asked === undefined) return turn('request-form');
  const { editions, evenSo } = asked;
  const { files, problems: unread } = await readFolder(desk.folder);
  const paths = files.map(({ path }) => path);
  if (!editions.every((one) => isAllowed(one, paths))) return turn('file-unknown');
  const faults = editions.flatMap(({ path, text }) => textProblems(path, text));
  if (faults.length > 0) return turn('problems', { problems: faults });
  const problems = [...unread, ...loadLibrary(withEditions(files, editions)).problems];
  if (!evenSo && hasErrors(problems) && (await libraryAt(desk)).value !== undefined)
    return turn('problems', { problems });
  const changed = await saveWording(desk.folder, editions);
  if (changed.length > 0) return turn('changed-meanwhile', { changed });
  return answer({
    saved: editions.map(({ path, text }) => ({ path, digest: digestOf(text) })),
    problems,
  });
}

function readAsked(
  request: unknown,
): { readonly editions: readonly Edition[]; readonly evenSo: boolean } | undefined {
  const { files, ...rest } = (request ?? {}) as { readonly files?: unknown };
  const asked = shaped(rest, {}, { evenSo: 'flag' });
  if (asked === undefined || !Array.isArray(files) || files.length === 0) return undefined;
  const editions = files.flatMap(
    (one: unknown) => shaped(one, { path: 'text', text: 'text', basedOn: 'textOrNone' }, {}) ?? [],
  );
  const areDistinct = new Set(editions.map(({ path }) => path)).size === files.length;
  return areDistinct ? { editions, evenSo: asked.evenSo ?? false } : undefined;
}

/** A path leads to a file only where it is in the list of what stands in the folder, or is a new snippet's. */
const isAllowed = ({ path, basedOn }: Edition, paths: readonly string[]) =>
  paths.includes(path) ? isWordingPath(path) : basedOn === null && isNewSnippet(path, paths);

const textProblems = (path: string, text: string): Problem[] =>
  decodeText(new TextEncoder().encode(text), path, mostBytesOf(path)).problems;

function withEditions(files: readonly SourceFile[], editions: readonly Edition[]): SourceFile[] {
  const texts = new Map([...files, ...editions].map(({ path, text }) => [path, text]));
  return [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

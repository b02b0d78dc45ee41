import { decodeText } from '../files/decode.ts';
import type { SourceFile } from '../library/front-matter.ts';
import { isExpired, type PageData } from '../library/page-data.ts';
import type { Practice } from '../model/practice.ts';
import { type Problem, problem, type Result, sortProblems } from '../problem.ts';

/** Wording that a person opens in the page: a practice folder, or the file that a publish has written. */

/** A file as it was picked, by its path in the folder. */
export interface Picked {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** As large as a record of approvals may grow, and no more. */
export const MOST_PICKED_BYTES = 2_097_152;

/** What the page is, beside the wording that is opened in it. */
export interface Opening {
  readonly version: string;
  readonly today: string;
}

/** The page's data for a published wording file of this version; what it is not is a problem. */
export function publishedData({ path, bytes }: Picked, { version, today }: Opening): Result<PageData> {
  const { text, problems } = decodeText(bytes, path, MOST_PICKED_BYTES * 2);
  if (problems.length > 0) return { value: undefined, problems };
  const data = dataIn(text);
  if (data === undefined) return refuse(path, 'this is no wording that Closewell has published', ASK);
  if (data.version !== version)
    return refuse(path, 'this wording was published by another version of Closewell', ASK);
  if (isExpired(data, today))
    return refuse(path, 'the days for which this wording was published are over', ASK);
  return { value: { ...data, approvedOnly: true, canEdit: false }, problems };
}

const ASK = 'Ask whoever keeps the wording to publish it anew.';

/** Only what a publish writes has all of these; the rest is checked by whoever composes from it. */
function dataIn(text: string): PageData | undefined {
  try {
    const data = JSON.parse(text) as Partial<PageData> | null;
    const { library, pictures } = data ?? {};
    const lists = [library?.templates, library?.snippets, library?.enclosures, library?.sittings];
    const isWhole = lists.every(Array.isArray) && typeof library?.practice?.name === 'string';
    return isWhole && typeof pictures === 'object' ? (data as PageData) : undefined;
  } catch {
    return undefined;
  }
}

/** The page's data for the files of a practice folder, read by the same rules as from a disk. */
export async function folderData(
  picked: readonly Picked[],
  { version, today }: Opening,
): Promise<Result<PageData>> {
  const { loadLibrary } = await import('../library/load-library.ts');
  const read = picked.filter(({ path }) => WORDING.test(path)).map(readOne);
  const loaded = loadLibrary(read.flatMap(({ file }) => file));
  const problems = sortProblems([...read.flatMap((one) => one.problems), ...loaded.problems]);
  if (loaded.value === undefined || read.some((one) => one.problems.length > 0))
    return { value: undefined, problems };
  const library = loaded.value;
  const pictures = picturesFor(library.practice, picked);
  const wordingOn = library.sittings.at(-1)?.on ?? today;
  return {
    value: { library, pictures, version, wordingOn, approvedOnly: false, canEdit: false },
    problems,
  };
}

/** What a practice folder's wording is made of; what was approved once is history, and not read to compose. */
const WORDING =
  /^(practice\.yaml|(templates|snippets|enclosures)\/(?!approved-texts\.yaml$).*[^/.][^/]*\.(md|yaml))$/;

function readOne({ path, bytes }: Picked): {
  readonly file: readonly SourceFile[];
  readonly problems: readonly Problem[];
} {
  const { text, problems } = decodeText(bytes, path, MOST_PICKED_BYTES);
  return { file: problems.length > 0 ? [] : [{ path, text }], problems };
}

function picturesFor({ logo, clinicians }: Practice, picked: readonly Picked[]): PageData['pictures'] {
  const wanted = [logo?.file, ...Object.values(clinicians).map(({ signature }) => signature?.file)];
  return Object.fromEntries(
    picked.flatMap(({ path, bytes }) => (wanted.includes(path) ? [[path, base64Of(bytes)]] : [])),
  );
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const refuse = (file: string, message: string, hint: string): Result<PageData> => ({
  value: undefined,
  problems: [problem('file-unexpected', { file, line: 1, column: 1 }, message, hint)],
});

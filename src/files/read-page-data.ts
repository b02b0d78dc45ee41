import type { Library } from '../library/library.ts';
import type { PageData } from '../library/page-data.ts';
import type { Practice } from '../model/practice.ts';
import type { Problem } from '../problem.ts';
import type { Attachment } from './read-attachment.ts';

/** What a page is handed out with, except by when it expires. */
export interface Handing {
  readonly folder: string;
  readonly library: Library;
  readonly version: string;
  readonly today: string;
  /** Reads a picture by its path in the folder; handed in, as what knows pictures is a part of its own. */
  readonly readPicture: (folder: string, path: string) => Promise<Attachment>;
}

/** The page's data for a library read from the folder; a picture that cannot be used is a problem. */
export async function readPageData({
  folder,
  library,
  version,
  today,
  readPicture,
}: Handing): Promise<{ readonly value: PageData; readonly problems: readonly Problem[] }> {
  const paths = picturesOf(library.practice);
  const read = await Promise.all(paths.map((path) => readPicture(folder, path)));
  const pictures = Object.fromEntries(
    read.flatMap(({ path, bytes }) =>
      bytes === undefined ? [] : [[path, Buffer.from(bytes).toString('base64')]],
    ),
  );
  const decided = library.sittings.filter(({ approves, withdraws }) => approves ?? withdraws);
  const wordingOn = decided.at(-1)?.on ?? today;
  return {
    value: { library, pictures, version, wordingOn, approvedOnly: false, canEdit: false },
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** The pictures that letters of the practice take in, each once. */
function picturesOf({ logo, clinicians }: Practice): string[] {
  const files = [logo?.file, ...Object.values(clinicians).map(({ signature }) => signature?.file)];
  return [...new Set(files.flatMap((file) => file ?? []))];
}

import { todayIn } from '../course/today.ts';
import { readPageData } from '../files/read-page-data.ts';
import { readPageFiles } from '../files/read-page-files.ts';
import { writeSite } from '../files/write-site.ts';
import { guarantee } from '../guarantee/guarantee.ts';
import type { Standing } from '../library/approval.ts';
import { expiryOf, publishedLibrary, unpublishable } from '../library/published.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { CHECKSUMS, listedIn, SINGLE_FILE, siteFiles } from '../serve/site.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

export interface PublishFlags {
  readonly practice?: string;
  readonly output: string;
  readonly force?: boolean;
}

/** `closewell publish -o DIR`: the page with the practice's approved wording, for a web server and as one file. */
export async function publish(io: Io, { practice, output, force }: PublishFlags): Promise<Exit> {
  const folder = await findPractice(io, practice);
  const { value: library, problems } = await readLibrary(io, folder);
  const today = todayIn(library?.practice.timeZone ?? 'UTC', io.now());
  if (library === undefined) return stopped(io, folder, problems);
  const open = unpublishable(library, today);
  if (open.length > 0) {
    io.err(refusal(open));
    return EXIT.refused;
  }
  const { problems: checked } = guarantee(library, today);
  if (hasErrors(checked)) return stopped(io, folder, checked);
  const { readPicture } = await import('./pdf.ts');
  const handing = { folder, library: publishedLibrary(library), version: io.version, today, readPicture };
  const { value, problems: unread } = await readPageData(handing);
  if (unread.length > 0) return stopped(io, folder, unread);
  const expiresOn = expiryOf(library, today);
  const built = { page: await readPageFiles(io.pageFolder), fonts: await readPageFiles(io.fontFolder) };
  const files = siteFiles({ ...value, expiresOn, approvedOnly: true }, built);
  await writeSite(output, { files, list: CHECKSUMS, listedIn }, force ?? false);
  io.err(
    `Written: ${output}, for a web server, and in it ${SINGLE_FILE}, which opens by itself. It says nothing after ${expiresOn}: publish anew by then.\n`,
  );
  return EXIT.done;
}

function stopped(io: Io, folder: string, problems: readonly Problem[]): Exit {
  report(io, placeFrom(io, folder, problems));
  return EXIT.problems;
}

const refusal = (open: readonly Standing[]) =>
  `Only approved wording is published. Not approved today:\n${open.map(({ id }) => `  ${id}\n`).join('')}Approve it with \`closewell approve --by NAME\`, or take it out with \`closewell withdraw ID\`.\n`;

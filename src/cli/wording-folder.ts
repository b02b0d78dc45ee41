import { readFolder } from '../files/read-folder.ts';
import { readApprovedTexts } from '../files/record-sitting.ts';
import { loadApprovals, type Sitting } from '../library/approvals.ts';
import { loadApprovedTexts, missingTexts } from '../library/approved-texts.ts';
import type { SourceFile } from '../library/front-matter.ts';
import { hasErrors } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom } from './practice.ts';
import { report } from './report.ts';

/** A practice folder as those see it who decide about its wording: its files, and all that was decided before. */
export interface WordingFolder {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly sittings: readonly Sitting[];
  /** Every text that was ever approved, by digest. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The folder, or the exit where it cannot be read; what stands in the way is reported by then. */
export async function openWording(
  io: Io,
  practice: string | undefined,
): Promise<WordingFolder | { readonly exit: Exit }> {
  const folder = await findPractice(io, practice);
  const { files, problems } = await readFolder(folder);
  const approvals = loadApprovals(files);
  const kept = await readApprovedTexts(folder);
  const texts = loadApprovedTexts(kept.file);
  const missing =
    approvals.value === undefined || texts.value === undefined
      ? []
      : missingTexts(approvals.value, texts.value);
  const found = [...problems, ...approvals.problems, ...kept.problems, ...texts.problems, ...missing];
  report(io, placeFrom(io, folder, found));
  if (hasErrors(found) || approvals.value === undefined || texts.value === undefined)
    return { exit: EXIT.problems };
  return { folder, files, sittings: approvals.value, texts: texts.value };
}

/**
 * The folder to write a decision into, or the exit: the sample is nobody's practice, unless someone stands in its folder
 * or names it.
 */
export async function openToDecide(
  io: Io,
  practice: string | undefined,
): Promise<WordingFolder | { readonly exit: Exit }> {
  const folder = await findPractice(io, practice);
  if (practice === undefined && folder !== io.cwd) {
    io.err('There is no practice in this folder. Name yours with --practice DIR.\n');
    return { exit: EXIT.usage };
  }
  return openWording(io, practice);
}

import { loadApprovals, type Sitting } from '../library/approvals.ts';
import { loadApprovedTexts, missingTexts } from '../library/approved-texts.ts';
import type { SourceFile } from '../library/front-matter.ts';
import { hasErrors, type Result } from '../problem.ts';
import { readFolder } from './read-folder.ts';
import { readApprovedTexts } from './record-sitting.ts';

/** A practice folder as those see it who decide about its wording: its files, and all that was decided before. */
export interface WordingFolder {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly sittings: readonly Sitting[];
  /** Every text that was ever approved, by digest. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The folder's wording, whether or not it loads; absent where the records of what was approved cannot be trusted. */
export async function readWording(folder: string): Promise<Result<WordingFolder>> {
  const { files, problems } = await readFolder(folder);
  const approvals = loadApprovals(files);
  const kept = await readApprovedTexts(folder);
  const texts = loadApprovedTexts(kept.file);
  const missing =
    approvals.value === undefined || texts.value === undefined
      ? []
      : missingTexts(approvals.value, texts.value);
  const found = [...problems, ...approvals.problems, ...kept.problems, ...texts.problems, ...missing];
  return hasErrors(found) || approvals.value === undefined || texts.value === undefined
    ? { value: undefined, problems: found }
    : { value: { folder, files, sittings: approvals.value, texts: texts.value }, problems: found };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addSitting, addTexts } from '../library/add-sitting.ts';
import type { Sitting } from '../library/approvals.ts';
import { loadApprovedTexts } from '../library/approved-texts.ts';
import { APPROVALS_FILE, APPROVED_TEXTS_FILE } from '../library/decisions.ts';
import type { SourceFile } from '../library/front-matter.ts';
import type { Problem } from '../problem.ts';
import { decodeText } from './decode.ts';
import { growFiles } from './grow-file.ts';
import { ProblemError } from './problem-error.ts';

/** The approvals of a practice folder as they are written down, and the texts they are about. */

const MOST_BYTES = 33_554_432;

/** Held by whoever changes a practice's wording or what is written down about it. */
export const LOCK = 'snippets/.approvals.lock';

/** Writes down the texts, then the sitting that approves them; whoever reads in between finds no text missing. */
export async function recordSitting(
  folder: string,
  sitting: Sitting,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  await growFiles(join(folder, LOCK), [
    { path: join(folder, APPROVED_TEXTS_FILE), grow: (before) => readable(addTexts(before, texts)) },
    { path: join(folder, APPROVALS_FILE), grow: (before) => addSitting(before, sitting) },
  ]);
}

/** What could not be read back is not written down. */
function readable(text: string): string {
  const { problems } = loadApprovedTexts({ path: APPROVED_TEXTS_FILE, text });
  if (problems.length > 0) throw new ProblemError(problems);
  return text;
}

/** The file of every text that was ever approved; none where nothing was. */
export async function readApprovedTexts(
  folder: string,
): Promise<{ readonly file?: SourceFile; readonly problems: readonly Problem[] }> {
  const bytes = await readFile(join(folder, APPROVED_TEXTS_FILE)).catch(() => undefined);
  if (bytes === undefined) return { problems: [] };
  const { text, problems } = decodeText(bytes, APPROVED_TEXTS_FILE, MOST_BYTES);
  return problems.length > 0 ? { problems } : { file: { path: APPROVED_TEXTS_FILE, text }, problems };
}

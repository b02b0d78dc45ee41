import { readWording, type WordingFolder } from '../files/read-wording.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom } from './practice.ts';
import { report } from './report.ts';

/** The folder, or the exit where it cannot be read; what stands in the way is reported by then. */
export async function openWording(
  io: Io,
  practice: string | undefined,
): Promise<WordingFolder | { readonly exit: Exit }> {
  const folder = await findPractice(io, practice);
  const { value, problems } = await readWording(folder);
  report(io, placeFrom(io, folder, problems));
  return value ?? { exit: EXIT.problems };
}

/**
 * The folder to write a decision into, or the exit: the sample is nobody's practice, unless someone stands in its folder
 * or names it.
 */
export async function openToDecide(
  io: Io,
  practice: string | undefined,
): Promise<WordingFolder | { readonly exit: Exit }> {
  if (isMine(io, practice, await findPractice(io, practice))) return openWording(io, practice);
  io.err('There is no practice in this folder. Name yours with --practice DIR.\n');
  return { exit: EXIT.usage };
}

/** Whether a practice was named or stands in the current folder, so that it is not the packaged sample by default. */
export const isMine = (io: Io, practice: string | undefined, folder: string): boolean =>
  practice !== undefined || folder === io.cwd;

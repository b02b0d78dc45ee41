import { join, relative } from 'node:path';
import { type Attachment, readAttachment } from '../files/read-attachment.ts';
import type { Io } from './io.ts';

/** A file of the practice folder, named as it can be opened from the current folder. */
export async function attachment(
  io: Io,
  folder: string,
  path: string,
  mostBytes: number,
): Promise<Attachment> {
  const file = join(relative(io.cwd, folder), path);
  const { bytes, problems } = await readAttachment(folder, path, mostBytes);
  return { path: file, bytes, problems: problems.map((one) => ({ ...one, place: { ...one.place, file } })) };
}

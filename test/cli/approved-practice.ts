import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addSitting } from '../../src/library/add-sitting.ts';
import { approvedOn } from '../support/approved-library.ts';
import { BASE, type Folder, libraryOf } from '../support/practice-folder.ts';
import { openFolder } from './world.ts';

/** The small practice on the disk, with every text approved, but for what is changed afterwards. */
export async function openApproved(changes: Folder = {}, afterwards: Folder = {}): Promise<string> {
  const folder = await openFolder();
  const [sitting] = approvedOn('2026-11-01', libraryOf(changes)).sittings;
  const approvals = { 'snippets/approvals.yaml': sitting === undefined ? '' : addSitting('', sitting) };
  for (const [path, text] of Object.entries({ ...BASE, ...changes, ...approvals, ...afterwards })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

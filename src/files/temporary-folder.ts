import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './temporary.ts';

/** Folders for what is looked at and not kept: gone when it was, or when the next one is opened after a kill. */

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '');
const NAME = /^closewell-view-([A-Za-z0-9]*)-(\d+)-/;

/** What `use` gives back of a new folder that is its owner's alone to read, and gone afterwards. */
export async function inTemporaryFolder<T>(
  use: (folder: string) => Promise<T>,
  above: string = tmpdir(),
): Promise<T> {
  await sweep(above);
  const folder = await mkdtemp(join(above, `closewell-view-${HOST}-${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    process.off('exit', remove);
    // Some systems keep a file while a viewer has it open: the next run takes it away.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Takes away the folders of processes that are gone. */
async function sweep(above: string): Promise<void> {
  for (const name of await readdir(above).catch((): string[] => [])) {
    const [, host, pid] = NAME.exec(name) ?? [];
    if (host === HOST && !isRunning(Number(pid)))
      await rm(join(above, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

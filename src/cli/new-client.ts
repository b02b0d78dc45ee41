import { writeWhole } from '../files/write-file.ts';
import { annotateClient } from '../model/annotate-client.ts';
import { EXIT, type Exit, type Io } from './io.ts';

/** `closewell new FILE`: a client file with every key explained, to be filled in. */
export async function newClient(
  io: Io,
  file: string,
  { force }: { readonly force?: boolean },
): Promise<Exit> {
  await writeWhole(file, annotateClient(), force ?? false);
  io.err(`Written: ${file}. Fill it in, then: closewell script ${file}\n`);
  return EXIT.done;
}

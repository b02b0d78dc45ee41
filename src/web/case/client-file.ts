import { clientMisfits } from '../../compose/compose-at.ts';
import { decodeText } from '../../files/decode.ts';
import type { Library } from '../../library/library.ts';
import type { Attempt, Client } from '../../model/client.ts';
import type { ClientFile } from '../../model/parse-client.ts';
import type { Result } from '../../problem.ts';

/** Client files that the page opens and saves. What reads and writes YAML is loaded when the first one is. */

const MOST_BYTES = 262_144;

/** The client of the bytes, with every problem in them; places are in the file as an editor shows it. */
export async function readClientFile(
  bytes: Uint8Array,
  library: Library,
): Promise<Result<{ readonly file: ClientFile; readonly text: string }>> {
  const { text, problems } = decodeText(bytes, FILE, MOST_BYTES);
  if (problems.length > 0) return { value: undefined, problems };
  const { parseClient } = await import('../../model/parse-client.ts');
  const read = parseClient(text, FILE);
  const misfits = read.value === undefined ? [] : clientMisfits({ library, file: read.value });
  return read.value === undefined || misfits.length > 0
    ? { value: undefined, problems: [...read.problems, ...misfits] }
    : { value: { file: read.value, text }, problems: [] };
}

/** What a problem calls the file: its own name may be a person's. */
const FILE = 'client file';

/** What is saved: the client, and the file that was opened, where only attempts came to it. */
export interface Saving {
  readonly client: Client;
  readonly unchanged?: { readonly text: string; readonly attempts: readonly Attempt[] };
}

/** The text to save: the opened file with the attempts in it and not another letter changed, else the client anew. */
export async function clientFileText({ client, unchanged }: Saving): Promise<string> {
  if (unchanged !== undefined) {
    const { recordAttempts } = await import('../../compose/record-attempt.ts');
    const { value } = recordAttempts(unchanged.text, FILE, unchanged.attempts);
    if (value !== undefined) return value;
  }
  const { formatYaml } = await import('../../model/parse-yaml.ts');
  return formatYaml(client);
}

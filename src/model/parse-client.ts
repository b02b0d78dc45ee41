import { problem, type Result, sortProblems } from '../problem.ts';
import { type Client, clientSchema } from './client.ts';
import { clientInconsistencies } from './client-rules.ts';
import { parseYaml } from './parse-yaml.ts';
import { type Locate, parseWith } from './schema.ts';

/** A client as read: the data and the place of each of its keys, for problems found later. */
export interface ClientFile {
  readonly client: Client;
  readonly file: string;
  readonly locate: Locate;
}

/** The client of a `client.yaml`; every unknown key, wrong value and contradiction is a problem without the value. */
export function parseClient(text: string, file: string): Result<ClientFile> {
  const { data, locate, problems } = parseYaml({ file, text, linesBefore: 0 });
  if (problems.length > 0) return { value: undefined, problems };
  if (data === null || data === undefined) {
    const place = { file, line: 1, column: 1 };
    return {
      value: undefined,
      problems: [problem('key-missing', place, 'the file is empty', 'Start from `closewell new FILE`.')],
    };
  }
  const parsed = parseWith(clientSchema, data, locate);
  if (parsed.value === undefined) return { value: undefined, problems: sortProblems(parsed.problems) };
  const contradictions = clientInconsistencies(parsed.value, locate);
  if (contradictions.length > 0) return { value: undefined, problems: sortProblems(contradictions) };
  return { value: { client: parsed.value, file, locate }, problems: [] };
}

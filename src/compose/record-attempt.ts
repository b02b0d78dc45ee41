import { canonicalData } from '../library/digest.ts';
import type { Attempt, Client } from '../model/client.ts';
import { parseClient } from '../model/parse-client.ts';
import { putAttempt, takeLastAttempt } from '../model/splice-attempt.ts';
import { problem, type Result } from '../problem.ts';

/** A client file's text with attempts put on record, or the last one taken back; all else stays, byte for byte. */

/** The text with the attempts, in order; none where it would not be exactly the old client and them. */
export function recordAttempts(text: string, file: string, attempts: readonly Attempt[]): Result<string> {
  return rewrite(text, file, {
    splice: (body) =>
      attempts.reduce<string | undefined>((made, attempt) => made && putAttempt(made, attempt), body),
    expected: (client) => ({ ...client, outreach: [...(client.outreach ?? []), ...attempts] }),
    hint: 'Add the attempt by hand, as a line under outreach; the note says all that belongs there.',
  });
}

/** The text without the last attempt on record; none where there is none, or where anything else would change. */
export function takeBackAttempt(text: string, file: string): Result<string> {
  return rewrite(text, file, {
    splice: takeLastAttempt,
    expected: (client) => ({ ...client, outreach: (client.outreach ?? []).slice(0, -1) }),
    hint: 'There has to be an attempt under outreach; take it out by hand.',
  });
}

interface Rewriting {
  readonly splice: (body: string) => string | undefined;
  readonly expected: (client: Client) => Client;
  readonly hint: string;
}

const BOM = '\ufeff';

function rewrite(text: string, file: string, { splice, expected, hint }: Rewriting): Result<string> {
  const body = text.startsWith(BOM) ? text.slice(1) : text;
  const before = parseClient(body, file);
  if (before.value === undefined) return { value: undefined, problems: before.problems };
  const made = splice(body);
  const after = made === undefined ? undefined : parseClient(made, file).value;
  if (after !== undefined && isSame(after.client, expected(before.value.client)))
    return { value: text.slice(0, text.length - body.length) + made, problems: [] };
  const place = before.value.locate(['outreach'], 'key');
  const message = 'this file cannot be changed here without changing something else, so nothing was written';
  return { value: undefined, problems: [problem('record-refused', place, message, hint)] };
}

/** Whether two clients are the same; no attempts and no list of them are. */
function isSame(a: Client, b: Client): boolean {
  const listed = (client: Client) => canonicalData({ ...client, outreach: client.outreach ?? [] });
  return listed(a) === listed(b);
}

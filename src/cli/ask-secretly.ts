import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** What a person types on one line, without showing it; empty where they stop instead. */
export async function askSecretly(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // As a terminal, so that it is this side that would show what is typed, and does not.
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  output.write(question);
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => resolve(''));
  });
  lines.close();
  output.write('\n');
  return answer;
}

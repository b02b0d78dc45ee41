import type { CallStep, LetterStep } from '../compose/choose-step.ts';
import type { Message } from '../compose/message.ts';
import type { Request } from '../compose/reach.ts';
import { type Recheck, recheck } from '../compose/recheck.ts';
import { type Candidate, findEditedMessage, listCandidates } from '../compose/recheck-candidates.ts';
import { listWithheld } from '../compose/recheck-withheld.ts';
import { readClientText } from '../files/read-client.ts';
import type { Problem } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { report } from './report.ts';

/** An edited text, the message it was made from, and the verdict on it. */
export interface Edited {
  readonly text: string;
  readonly file: string;
  readonly candidate: Candidate;
  readonly checked: Recheck;
}

export interface Steps {
  readonly letters: readonly LetterStep[];
  readonly calls: readonly CallStep[];
}

/** The edited text held against the message it was made from, or the exit where there is none; told why by then. */
export async function readEditedFile(
  io: Io,
  path: string,
  request: Request,
  { letters, calls }: Steps,
  place: (problems: readonly Problem[]) => Problem[],
): Promise<Edited | Exit> {
  const { text, file, problems } = await readClientText(path, io.readStdin);
  report(io, problems);
  if (problems.length > 0) return EXIT.input;
  const { candidates, refusals, problems: met } = listCandidates(request, letters, calls);
  if (candidates.length === 0) {
    report(io, place(met));
    for (const reason of new Set(refusals.map((refusal) => refusal.reason)))
      io.err(`No message: ${reason}\n`);
    return EXIT.refused;
  }
  const candidate = findEditedMessage(candidates, text, request);
  if (candidate === undefined) {
    io.err(`It is not clear which message this was: say it with ${howToSay(candidates)}.\n`);
    return EXIT.usage;
  }
  const withheld = listWithheld(request, candidate.message, candidate.index);
  const checked = recheck(candidate.message, text, { library: request.library, file, withheld });
  return { text, file, candidate, checked };
}

const howToSay = (candidates: readonly Candidate[]) =>
  new Set(candidates.map(({ index }) => index)).size > 1
    ? '--kind or --call, and --recipient'
    : '--kind or --call';

/** The message in a few words, for titles. */
export const titleOf = ({ title, on }: Message, recipient: string) => `${title}: ${recipient} · ${on}`;

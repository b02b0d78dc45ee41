import { listNextSteps } from '../course/case-steps.ts';
import type { ClientFile } from '../model/parse-client.ts';
import { hasErrors, type Problem, type Result } from '../problem.ts';
import type { LetterStep } from './choose-step.ts';
import { clientMisfits } from './compose-at.ts';
import { composeLetters } from './compose-letter.ts';
import { isMessage, type Message } from './message.ts';
import type { Request } from './reach.ts';

/** The letters of many cases: what is the same for all of them, and which kind is asked for; else those that are due. */
export interface Round extends Omit<Request, 'file'> {
  readonly asked?: LetterStep;
}

/** One letter of a case, or why there is none. */
export interface CaseLetter {
  /** The client's id and the recipient's number, which name the letter's file and its reason. */
  readonly id: string;
  readonly recipient: string;
  readonly message: Message | undefined;
  /** In words, where there is no message. */
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** What became of one client's file. */
export interface CaseLetters {
  /** What is wrong with the file itself; then there are no letters. */
  readonly problems: readonly Problem[];
  readonly letters: readonly CaseLetter[];
}

/**
 * The letters of each case, in the order of the cases. One case is taken at a time, and only when what became of the
 * one before it has been taken, so that any number of them needs no more room than one.
 */
export async function* composeAll(
  cases: AsyncIterable<Result<ClientFile>>,
  round: Round,
): AsyncGenerator<CaseLetters> {
  for await (const read of cases) yield composeCase(read, round);
}

function composeCase({ value: file, problems }: Result<ClientFile>, round: Round): CaseLetters {
  const { library } = round;
  const found = [...problems, ...(file ? clientMisfits({ library, file }) : [])];
  if (file === undefined || found.length > 0) return { problems: found, letters: [] };
  const request = { ...round, file };
  const due = listDue(request, round.asked);
  const together = jointStep(
    request,
    due.map(({ step }) => step),
  );
  const letters =
    together === undefined
      ? due.map(({ next, step }, index) => {
          const recipient = String(index + 1);
          return step === undefined
            ? notDue(file.client.id, recipient, next)
            : composeOne({ ...request, recipient }, step);
        })
      : [composeOne(request, together)];
  return { problems: [], letters };
}

interface Due {
  readonly step: LetterStep | undefined;
  /** What comes next, in words, where no letter does. */
  readonly next: string;
}

/** The letter for each recipient that is asked for, or due. */
function listDue({ library, file: { client }, on }: Request, asked: LetterStep | undefined): Due[] {
  if (asked !== undefined) return client.recipients.map(() => ({ step: asked, next: '' }));
  return listNextSteps(library.practice, client, on).map(({ step, isEarly, letter }) => ({
    step: isEarly ? undefined : letter,
    next: step.replaceAll('-', ' '),
  }));
}

const notDue = (id: string, recipient: string, next: string): CaseLetter => {
  return { id, recipient, message: undefined, reason: `no letter is due. Next: ${next}.`, problems: [] };
};

/** The step that makes one letter to both partners; undefined where each gets their own, or none. */
function jointStep(request: Request, steps: readonly (LetterStep | undefined)[]): LetterStep | undefined {
  const [step, ...others] = steps;
  if (request.file.client.jointLetter === undefined || step === undefined) return undefined;
  const isSame = request.recipient === undefined && others.every((other) => other === step);
  return isSame && composeLetters(request, step).letters.length < steps.length ? step : undefined;
}

/** Both partners, where a recipient has a number. */
const BOTH = 'both';

function composeOne(request: Request, step: LetterStep): CaseLetter {
  const { letters, problems } = composeLetters(request, step);
  const [outcome] = letters.map(({ message }) => message);
  const { id } = request.file.client;
  const who = { id, recipient: request.recipient ?? BOTH, problems };
  const isMade = outcome !== undefined && isMessage(outcome) && !hasErrors(problems);
  if (isMade) return { ...who, message: outcome, reason: '' };
  const why = outcome !== undefined && !isMessage(outcome) ? ` ${outcome.reason}` : '';
  return { ...who, message: undefined, reason: `no letter.${why}` };
}

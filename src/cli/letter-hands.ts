import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError } from '../files/problem-error.ts';
import type { Problem } from '../problem.ts';
import type { Hand } from './in-order.ts';
import type { Io } from './io.ts';
import { type CaseReport, makeLetters, type Run } from './letter-desk.ts';

/** Who makes letters: this thread, or for many letters one thread more for each core. */

/** Client files that are given to a hand at once. */
type Stack = readonly string[];

/** Starting a thread takes as long as about this many letters. */
const WORTH_A_THREAD = 60;

/** Those who make the letters, and how they are sent home. */
export interface Hands {
  readonly hands: readonly Hand<Stack, readonly CaseReport[]>[];
  readonly end: () => Promise<void>;
}

/** As many hands as there are cores and enough for them to do. What they make does not depend on how many they are. */
export function hireHands(io: Io, run: Run, paths: readonly string[]): Hands {
  const { threads } = io;
  const count = Math.min(threads?.cores ?? 1, Math.floor(paths.length / WORTH_A_THREAD));
  // Standard input is this thread's.
  if (threads === undefined || count < 1 || paths.includes('-'))
    return { hands: [(stack) => makeLetters(io, run, stack)], end: async () => undefined };
  const { flags, folder, library } = run;
  const task: Task = { run: { flags, folder, library }, now: io.now().getTime() };
  const hired = Array.from({ length: count }, () => threads.start(task));
  return {
    hands: hired.map((thread) => async (stack) => readAnswer((await thread.ask(stack)) as Answer)),
    end: async () => void (await Promise.all(hired.map(({ end }) => end()))),
  };
}

interface Task {
  readonly run: Run;
  /** Milliseconds since 1970: all threads have the same day, also at midnight. */
  readonly now: number;
}

/** An error has no problems any more when it has gone from one thread to another. */
type Answer = { readonly reports: readonly CaseReport[] } | { readonly problems: readonly Problem[] };

function readAnswer(answer: Answer): readonly CaseReport[] {
  if ('problems' in answer) throw new ProblemError(answer.problems);
  return answer.reports;
}

/** The other side: makes the letters of each stack that this thread is given, one stack at a time. */
export function serveLetters(io: Io): void {
  const { run, now } = workerData as Task;
  const own = { ...io, now: () => new Date(now) };
  let last = Promise.resolve();
  parentPort?.on('message', (stack: Stack) => {
    last = last.then(async () => {
      const answer = await answerOf(own, run, stack);
      const reports = 'reports' in answer ? answer.reports : [];
      const buffers = reports.flatMap(({ letters }) =>
        letters.map(({ bytes }) => bytes.buffer as ArrayBuffer),
      );
      parentPort?.postMessage(answer, buffers);
    });
  });
}

async function answerOf(io: Io, run: Run, stack: Stack): Promise<Answer> {
  try {
    return { reports: await makeLetters(io, run, stack) };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

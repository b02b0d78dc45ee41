import { formatProblem, type Problem, sortProblems } from '../problem.ts';
import type { Io } from './io.ts';

/** More than anyone reads; a file of another kind can have tens of thousands. */
const MOST_PRINTED = 100;

/** Prints every problem once, sorted, to standard error; beyond a hundred it says only how many more there are. */
export function report(io: Io, problems: readonly Problem[]): void {
  for (const one of sortProblems(problems).slice(0, MOST_PRINTED)) io.err(`${formatProblem(one)}\n`);
  if (problems.length > MOST_PRINTED) io.err(`And ${problems.length - MOST_PRINTED} more problems.\n`);
}

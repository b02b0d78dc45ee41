import { formatProblem, type Problem, sortProblems } from '../problem.ts';
import type { Io } from './io.ts';

/** Prints every problem once, sorted, to standard error. */
export function report(io: Io, problems: readonly Problem[]): void {
  for (const one of sortProblems(problems)) io.err(`${formatProblem(one)}\n`);
}

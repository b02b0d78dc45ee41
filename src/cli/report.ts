import { formatProblem, type Problem, sortProblems } from '../problem.ts';
import type { Io } from './io.ts';

/** More than anyone reads; a file of another kind can have tens of thousands. */
const MOST_PRINTED = 100;

/** Prints every problem once, sorted, to standard error; beyond a hundred it says only how many more there are. */
export function report(io: Io, problems: readonly Problem[]): void {
  for (const line of reportLines(problems)) io.err(line);
}

/** The same as lines of text. */
export function reportLines(problems: readonly Problem[]): string[] {
  const lines = sortProblems(problems)
    .slice(0, MOST_PRINTED)
    .map((one) => `${formatProblem(one)}\n`);
  const more = problems.length - MOST_PRINTED;
  return more > 0 ? [...lines, `And ${more} more problems.\n`] : lines;
}

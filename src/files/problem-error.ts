import type { Problem } from '../problem.ts';

/** Thrown only when nothing can be produced; carries the problems that say why. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

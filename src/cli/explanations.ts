import type { ProblemCode } from '../problem.ts';

export const EXPLANATIONS = {} as Record<ProblemCode, { means: string; example: string; mend: string }>;

import type { ProblemCode } from '../problem.ts';
import { APPROVAL_EXPLANATIONS } from './explanations-approval.ts';
import { CASE_EXPLANATIONS } from './explanations-case.ts';
import { EDIT_EXPLANATIONS } from './explanations-edit.ts';
import { LETTER_EXPLANATIONS } from './explanations-letter.ts';
import { PEOPLE_EXPLANATIONS } from './explanations-people.ts';
import { WORDING_EXPLANATIONS } from './explanations-wording.ts';

/** A problem in plain words: what it means, lines that have it, and the same lines mended. */
export interface Explanation {
  readonly means: string;
  readonly example: string;
  readonly mend: string;
}

/** What `closewell explain` says about each code. Everyone in the examples is invented. */
export const EXPLANATIONS: { readonly [code in ProblemCode]: Explanation } = {
  ...APPROVAL_EXPLANATIONS,
  ...CASE_EXPLANATIONS,
  ...LETTER_EXPLANATIONS,
  ...EDIT_EXPLANATIONS,
  ...PEOPLE_EXPLANATIONS,
  ...WORDING_EXPLANATIONS,
};

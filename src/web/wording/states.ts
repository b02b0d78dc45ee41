import type { ApprovalState, Standing } from '../../library/approval.ts';
import { problemsAt } from './wording-state.ts';

/** How it stands with a text, in words for a list and by a sign beside them. */

const WORDS: Readonly<Record<ApprovalState, readonly [sign: string, words: string]>> = {
  approved: ['✓', 'approved'],
  draft: ['○', 'never approved'],
  changed: ['~', 'changed since it was approved'],
  'review-due': ['!', 'due for review'],
  overdue: ['!', 'not reviewed in time'],
  withdrawn: ['–', 'withdrawn'],
};

/** The sign and the words for a text; a problem goes before what was decided. */
export function stateWords(
  path: string,
  standing: Standing | undefined,
  isDraft: boolean,
): readonly [sign: string, words: string] {
  if (problemsAt(path).some(({ severity }) => severity === 'error')) return ['■', 'has a problem'];
  if (isDraft) return ['✎', 'not saved yet'];
  if (standing === undefined) return ['○', 'not read yet'];
  if (standing.request?.kind === 'asked') return ['?', 'waits for approval'];
  if (standing.request?.kind === 'returned') return ['↩', 'sent back'];
  return WORDS[standing.state];
}

import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** The problems of approval: of the two files in which it is kept, and of wording that is not, or no longer, approved. */
export const APPROVAL_EXPLANATIONS = {
  'approval-form': {
    means:
      'A record in snippets/approvals.yaml either approves texts, with the day by which they are to be looked at again, withdraws them, with a reason, asks for their approval, or sends them back, with a reason. This one does none of these, or two. The program writes these records itself: most likely one was changed by hand. Take the change back, from a copy or from your version history.',
    example: `- on: 2026-11-23
  by: Ruth Adeyemi
  withdraws: [validation/cost]`,
    mend: `- on: 2026-11-23
  by: Ruth Adeyemi
  withdraws: [validation/cost]
  because: it reads as if we had asked about money`,
  },
  'approval-text-changed': {
    means:
      'The text kept in snippets/approved-texts.yaml is no longer the one that was approved: it does not fit its digest. Nobody is meant to edit this file. Bring back the file from a copy or from your version history, so that it stays true what was approved and when.',
    example: 'a kept text in which a word was put right later',
    mend: 'the text as it was approved; the correction goes into the snippet, and is approved anew',
  },
  'approval-text-missing': {
    means:
      'A record in snippets/approvals.yaml approves a text, and that text is not kept in snippets/approved-texts.yaml. Either the record was changed by hand, or one of the two files is older than the other. Bring both back from the same copy. Where that cannot be done, approve the text once more: that writes it down again.',
    example: '    - greeting/letter 0000000000000000000000000000000000000000000000000000000000000000',
    mend: 'closewell approve greeting/letter --by "Ruth Adeyemi"',
  },
  'approval-unknown': {
    means:
      'A text was approved, and there is no file of that name in the folder. It may have been renamed, taken out, or misspelt in a record that was written by hand. Records are never deleted, since they say what your practice sent in the past. If the text is gone on purpose, withdraw it, and the warning goes.',
    example: '    - validation/too-bussy 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    mend: 'closewell withdraw validation/too-bussy --by "Ruth Adeyemi" --because "renamed to too-busy"',
  },
  'review-due': {
    means:
      'The day by which someone wanted to look at these texts again is near, or has just passed. They are still approved for the days of grace that practice.yaml gives. Read them once more and approve them; what nobody looks at is marked DRAFT after that.',
    example: `closewell status
  review-due  validation/cost  review by 2026-12-01`,
    mend: 'closewell approve validation/cost --by "Ruth Adeyemi"',
  },
  'snippet-withdrawn': {
    means:
      'A snippet was withdrawn, and it was the only one that its section had for every case on this channel. Messages that need it are refused until there are other words; all others are composed as before. Write it anew and approve it, or give another snippet fewer keys under "when".',
    example: `closewell withdraw open-door/default --by "Ruth Adeyemi" --because "promises a free session"`,
    mend: `# snippets/open-door/default.md, without the promise, and then
closewell approve open-door/default --by "Ruth Adeyemi"`,
  },
  'wording-unapproved': {
    means:
      'Some texts of this practice were never approved, were changed since, or have been due for review for too long. Messages that hold one of them are marked DRAFT, in every form. A new practice begins like this: read its texts, make them your own, and approve them.',
    example: 'closewell status',
    mend: 'closewell approve --by "Ruth Adeyemi" --role "clinical director"',
  },
} as const satisfies Partial<Record<ProblemCode, Explanation>>;

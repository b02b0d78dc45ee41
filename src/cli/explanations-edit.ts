import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** The problems of a message that was edited by hand after it was composed. */
export const EDIT_EXPLANATIONS = {
  'date-misfit': {
    means:
      'The edited text names a weekday and a date that are not the same day, or a date that does not exist. Whoever reads it cannot know which of the two is meant. Look the day up, and correct one of them.',
    example: 'Your file will close on Tuesday, December 7.',
    mend: 'Your file will close on Monday, December 7.',
  },
  'date-unknown': {
    means:
      'The edited text names a day that is none of the days this message is about. It may well be right: then nothing needs to be done. To close on another day, or to wait longer for a reply, set the day in the client file, so that the message, the note and the next step keep to the same one.',
    example: 'Your file will close on Wednesday, December 9.',
    mend: `# in the client file
closingDate: 2026-12-09`,
  },
  'name-changed': {
    means:
      'A sentence that named someone names someone else now, or nobody. A letter with another name in it may be meant for another person. Check the name; where it is right, write it into the client file as well.',
    example: 'Dear Ben,',
    mend: 'Dear Sam,',
  },
  'number-changed': {
    means:
      'A number in the edited text differs by a digit or two from one that was composed. That is nearly always a slip, and whoever dials it reaches a stranger. Put the composed number back, or change it where it is kept.',
    example: 'You can reach me at 312-555-0114.',
    mend: 'You can reach me at 312-555-0141.',
  },
  'number-unknown': {
    means:
      'The edited text holds a number that the message did not have. It may well be right: call it once, or look it up, before it goes out.',
    example: 'You could also try 773-555-0188.',
    mend: `# in the client file, where it is a referral
referral: the evening clinic, 773-555-0188`,
  },
  'page-altered': {
    means:
      'Something was changed in the lines above the greeting: the letterhead, the address, the day, the subject. The letter is made with those of the client file and of practice.yaml, so the change would be lost. Change it where it is kept, and compose the letter anew.',
    example: '21 Elm Street',
    mend: `# in the client file
address: [21 Elm Street, "Chicago, IL 60640"]`,
  },
  'wording-locked': {
    means:
      'The practice keeps the words of this section as they were approved: by default the closing notice, the lines for urgent help, and the records. A change here is a change for everyone, and goes through whoever keeps the wording. The policy in practice.yaml says which sections are locked.',
    example: 'Your file may close at some point.',
    mend: 'Your file for counseling will close on December 7, 2026.',
  },
} as const satisfies { readonly [code in ProblemCode]?: Explanation };

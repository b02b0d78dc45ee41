import type { Attempt } from '../../model/client.ts';

/** What can come of a call, in the clinician's words, the most usual first. */
export const OUTCOME_WORDS: readonly (readonly [outcome: Attempt['outcome'], words: string])[] = [
  ['voicemail-left', 'Left a voicemail'],
  ['no-answer', 'No answer, no message'],
  ['reached-continue', 'They come back'],
  ['reached-pause', 'They want a pause'],
  ['reached-close', 'They want to close'],
  ['reached-wants-referral', 'They want someone else'],
  ['not-private', 'Not a good moment'],
  ['hung-up', 'They hung up'],
  ['cut-off', 'The line was cut'],
  ['mailbox-full', 'Mailbox full'],
  ['third-person-answered', 'Someone else answered'],
  ['greeting-not-theirs', 'The greeting was not theirs'],
  ['wrong-or-dead-number', 'Wrong or dead number'],
  ['do-not-contact', 'No further contact, please'],
  ['in-crisis', 'They are in crisis'],
];

import { NEXT_STEPS, OUTCOMES, RETURN_PATHS, ROLES, SITUATIONS, STEPS } from '../model/choices.ts';

/** Where words are said or written. The first five are the parts of a call sheet. */
export const CHANNELS = [
  'prepare',
  'opening',
  'live',
  'someone-else',
  'voicemail',
  'letter',
  'portal',
  'note',
] as const;
/** The choices a snippet may be chosen by. */
export const CHOICES = {
  step: STEPS,
  role: ROLES,
  situation: SITUATIONS,
  returnPath: RETURN_PATHS,
  outcome: OUTCOMES,
  nextStep: NEXT_STEPS,
} as const;

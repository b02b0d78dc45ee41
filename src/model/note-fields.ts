import { NEXT_STEPS, OUTCOMES, PLACE_KINDS, SAID } from './choices.ts';

/** The fields that stand only in what the clinician keeps; all of them private. */
export const NOTE_FIELDS = {
  clientId: { kind: 'text', level: 'private', always: true, label: "Client's id", maximumLength: 40 },
  today: { kind: 'text', level: 'private', always: true, label: 'Date of this message' },
  place: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'Number or address label',
    maximumLength: 40,
  },
  placeLevel: { kind: 'text', level: 'private', always: true, label: 'Its detail level' },
  safeHours: {
    kind: 'text',
    level: 'private',
    label: 'Safe hours',
    question: 'At which hours is it safe to call or write there?',
    example: 'weekdays after five',
    maximumLength: 80,
  },
  firstSession: { kind: 'text', level: 'private', label: 'First session' },
  lastSession: { kind: 'text', level: 'private', label: 'Last session' },
  sessionCount: { kind: 'text', level: 'private', label: 'Number of sessions' },
  attempts: { kind: 'list', level: 'private', label: 'Attempts so far', maximumLength: 160 },
  outcome: { kind: 'choice', level: 'private', label: 'Outcome', values: OUTCOMES },
  noticeGiven: {
    kind: 'text',
    level: 'private',
    label: 'Notice of closing, how and when',
    maximumLength: 160,
  },
  // the attempt or the closing that a note is about
  placeKind: {
    kind: 'choice',
    level: 'private',
    always: true,
    label: 'Kind of number or address',
    values: PLACE_KINDS,
  },
  time: { kind: 'text', level: 'private', label: 'Time of the attempt' },
  minutes: { kind: 'text', level: 'private', label: 'Minutes it took' },
  said: { kind: 'choice', level: 'private', label: 'Whether it was said as written', values: SAID },
  wordsSaid: { kind: 'list', level: 'private', label: 'Words that were said or sent' },
  changes: { kind: 'list', level: 'private', label: 'Changes to the approved words' },
  wordingIds: { kind: 'list', level: 'private', label: 'Wording used, and who approved it when' },
  overruled: { kind: 'list', level: 'private', label: 'Warnings overruled, with their reasons' },
  nextStep: { kind: 'choice', level: 'private', label: 'Next step', values: NEXT_STEPS },
  nextDue: { kind: 'text', level: 'private', label: 'Day on which the next step is due' },
  closingReason: { kind: 'text', level: 'private', label: 'Reason for closing without notice' },
} as const;

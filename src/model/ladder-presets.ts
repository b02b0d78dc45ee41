/** The steps a practice can take on its way to closing a file, as data. */

/** What a rung can be: two kinds that ask for an answer, and two that tell of the closing. */
export const RUNG_STEPS = ['first-call', 'outreach-letter', 'final-call', 'closing-letter'] as const;

/** One step of a practice's ladder. */
export interface Rung {
  readonly step: (typeof RUNG_STEPS)[number];
  /** Days to leave for an answer before the next step. */
  readonly days: number;
  /** Days from this step until the file closes, where it says that it does; else the policy's. */
  readonly closingDays?: number | undefined;
}

/**
 * Ladders to choose from. Two calls a week apart is the practice that this program puts into software; three attempts
 * ask by letter first, so that "one last time" stays true of the calls; the third ends in a letter with a date. The
 * days stay within what published policies leave: a week for a call, ten to fourteen days for a letter.
 */
export const LADDER_PRESETS = {
  'two-calls': [
    { step: 'first-call', days: 7 },
    { step: 'final-call', days: 7, closingDays: 14 },
  ],
  'three-attempts': [
    { step: 'outreach-letter', days: 14 },
    { step: 'first-call', days: 7 },
    { step: 'final-call', days: 7, closingDays: 14 },
  ],
  'calls-then-letter': [
    { step: 'first-call', days: 7 },
    { step: 'final-call', days: 7, closingDays: 14 },
    { step: 'closing-letter', days: 14, closingDays: 14 },
  ],
} as const satisfies Readonly<Record<string, readonly Rung[]>>;

export type LadderPreset = keyof typeof LADDER_PRESETS;

export const PRESET_NAMES = Object.keys(LADDER_PRESETS) as [LadderPreset, ...LadderPreset[]];

/** What a practice that does not say has. */
export const LADDER_DEFAULTS = { ladder: 'two-calls', closingLetter: 'clinician-decides', tries: 2 } as const;

/** Months after which a file that rests comes up again: every file is looked at once a quarter. */
export const REVIEW_MONTHS = 3;

/** What a reason under `overrule` in a client file can decide otherwise on the ladder. */
export const LADDER_OVERRULES = {
  /** A step before its day. */
  early: 'early',
  /** No closing letter, though nothing else tells them. */
  closingLetter: 'closing-letter',
  /** Mandated work closes: whoever has to know was told. */
  mandate: 'mandate',
} as const;

/** Detail levels from least to most; each may say all that those before it may. See design, Disclosure. */
export const LEVELS = ['vague', 'minimal', 'detailed', 'private'] as const;

export type Level = (typeof LEVELS)[number];

/** Whether something of `level` may be said where at most `ceiling` is allowed. */
export function isWithin(level: Level, ceiling: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(ceiling);
}

/** The lower of two levels. */
export function lowerLevel(a: Level, b: Level): Level {
  return isWithin(a, b) ? a : b;
}

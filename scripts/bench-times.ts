/** How long something takes, in milliseconds. */

/** The times of so many runs, the shortest first; one run before them is not counted. */
export function timesOf(run: () => unknown, times: number): readonly number[] {
  run();
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

/** The time within which so large a share of the runs stays. */
export const within = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** The median of so many runs. */
export const median = (run: () => unknown, times: number): number => within(timesOf(run, times), 0.5);

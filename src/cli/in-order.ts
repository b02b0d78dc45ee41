/** Does one job at a time, or keeps those that it is given meanwhile for later. */
export type Hand<Job, Done> = (job: Job) => Promise<Done>;

/** How many jobs a hand may have: the one it is at, and one so that it need not wait. */
const JOBS_EACH = 2;

/**
 * What several hands make of the jobs, in the order of the jobs, whoever is first. No more jobs are given out than
 * the hands are at, until what is done has been taken.
 */
export async function* inOrder<Job, Done>(
  jobs: Iterable<Job>,
  hands: readonly Hand<Job, Done>[],
): AsyncGenerator<Done> {
  const open: Promise<Done>[] = [];
  let given = 0;
  for (const job of jobs) {
    const hand = hands[given++ % hands.length] as Hand<Job, Done>;
    const done = hand(job);
    // One that fails is thrown when its turn comes.
    done.catch(() => undefined);
    open.push(done);
    if (open.length >= hands.length * JOBS_EACH) yield await (open.shift() as Promise<Done>);
  }
  for (const done of open) yield await done;
}

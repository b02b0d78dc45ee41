import type { Io } from './io.ts';

const SECONDS_BETWEEN = 5;

/**
 * Says on standard error every few seconds how many of a number of client files are done, how fast, and how long the
 * rest takes; nothing at all where all are done by then. To be called with how many are done further.
 */
export function watchProgress(io: Io, total: number): (more: number) => void {
  const start = io.now().getTime();
  let done = 0;
  let said = 0;
  return (more) => {
    done += more;
    const seconds = (io.now().getTime() - start) / 1000;
    if (done === total || seconds < said + SECONDS_BETWEEN) return;
    said = seconds;
    const rate = done / seconds;
    const left = Math.ceil((total - done) / rate);
    io.err(`${done} of ${total} client files, ${Math.round(rate)} a second, ${left} s left\n`);
  };
}

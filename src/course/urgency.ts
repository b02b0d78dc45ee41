import type { Client } from '../model/client.ts';
import { daysBetween } from './dates.ts';
import type { NextStep } from './next-step.ts';

/** What comes first when many cases are looked at together. */

/** One person's next step, with what tells how long it has waited. */
export interface Due {
  readonly next: NextStep;
  /** Days since the last session; undefined where there was none. */
  readonly unseenDays: number | undefined;
}

/** The days since the client's last session, on a day. */
export function unseenDays({ sessions }: Client, on: string): number | undefined {
  return sessions?.last === undefined ? undefined : Math.max(0, daysBetween(sessions.last, on));
}

/**
 * Less than zero where the first comes first: whoever may be at risk, then whoever has answered, then what is due by its
 * day, then what waits by its day, last what is over. Of equal ones, whoever has not been seen for longer.
 */
export function compareUrgency(a: Due, b: Due): number {
  return (
    rankOf(a.next) - rankOf(b.next) ||
    compare(a.next.due ?? '', b.next.due ?? '') ||
    (b.unseenDays ?? 0) - (a.unseenDays ?? 0)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function rankOf({ step, ahead, isOver, isEarly }: NextStep): number {
  if (isOver) return 4;
  if (step === 'consult-first') return 0;
  if (step !== 'wait') return 2;
  return ahead === undefined && !isEarly ? 1 : 3;
}

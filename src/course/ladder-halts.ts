import { REVIEW_MONTHS } from '../model/ladder-presets.ts';
import type { Practice } from '../model/practice.ts';
import { addDays, addMonths, workingDayFrom } from './dates.ts';
import type { Planned, Standing } from './next-step.ts';
import type { Stop } from './refuse.ts';

/** What comes next where something stops the ladder, or where what was recorded decides in its place. */

/** What to do about a stop. */
export function stoppedStep(stop: Stop, standing: Standing): Planned {
  const { practice, client, on, course } = standing;
  if (course.halt?.effect === 'closed' && WISHES.includes(stop.refused))
    return {
      step: 'close-on-record-only',
      why: 'The file is closed, and they asked you not to reach out.',
      isOver: true,
    };
  switch (stop.refused) {
    case 'open-appointment':
      return {
        step: 'wait',
        due: workingDayFrom(addDays(client.sessions?.future ?? on, 1), practice.policy),
        why: stop.reason,
        isFixed: true,
      };
    case 'client-will-contact-us':
      return {
        step: 'close-on-record-only',
        ...reviewAfter(client.sessions?.last, practice),
        why: stop.reason,
        isFixed: true,
      };
    case 'do-not-contact':
      return { step: 'close-on-record-only', due: course.stop?.on ?? on, why: stop.reason };
    default:
      return { step: 'consult-first', due: on, why: stop.reason };
  }
}

/** A closed file of someone who wants to hear nothing is over; every other stop still has to be looked at. */
const WISHES: readonly Stop['refused'][] = ['do-not-contact', 'client-will-contact-us'];

/** What the last recorded outcome calls for; undefined where the ladder goes on. */
export function haltedStep({ course, practice, on }: Standing): Planned | undefined {
  if (course.halt === undefined) return undefined;
  const { effect, attempt } = course.halt;
  switch (effect) {
    case 'answered':
      return {
        step: 'wait',
        due: workingDayFrom(addDays(attempt.on, 1), practice.policy),
        why: 'They answered: get back to them, and record what they want.',
      };
    case 'rests': {
      const { due } = reviewAfter(attempt.on, practice);
      return due !== undefined && due <= on
        ? undefined
        : { step: 'wait', ...(due && { due }), why: RESTS[attempt.outcome] ?? RESTS.other, isOver: true };
    }
    case 'closes':
      return { step: 'close', due: attempt.on, why: CLOSES[attempt.outcome] ?? CLOSES.other };
    case 'closed':
      return {
        step: attempt.outcome === 'closed-on-record-only' ? 'close-on-record-only' : 'close',
        why: 'The file is closed.',
        isOver: true,
      };
    default:
      return undefined;
  }
}

const RESTS: { readonly [outcome: string]: string; readonly other: string } = {
  'reached-continue': 'They are coming back, so no outreach is due.',
  other: 'They wanted to pause, so outreach rests until the quarterly review.',
};

const CLOSES: { readonly [outcome: string]: string; readonly other: string } = {
  'reached-wants-referral': 'They know, and would like to see someone else: give the names, then close.',
  other: 'They know, and want the file closed.',
};

/** The day on which a file that rests comes up again. */
function reviewAfter(day: string | undefined, { policy }: Practice): { readonly due?: string } {
  return day === undefined ? {} : { due: workingDayFrom(addMonths(day, REVIEW_MONTHS), policy) };
}

import { LADDER_OVERRULES } from '../model/ladder-presets.ts';
import type { Practice } from '../model/practice.ts';
import { standingNotice, type Who } from './attempts.ts';
import { workingDayFrom } from './dates.ts';
import { toldClosing } from './due.ts';
import type { Course } from './read-course.ts';
import type { Stop } from './refuse.ts';

/** A step of the ladder on one day: what is to be done now, and what comes on which day where it is not. */

/** What the ladder is asked about: one recipient on one day. */
export interface Standing extends Who {
  readonly practice: Practice;
  readonly on: string;
  readonly course: Course;
}

/** Where a client stands. */
export type LadderStep =
  | 'first-call'
  | 'wait'
  | 'final-call'
  | 'letter'
  | 'close'
  | 'close-on-record-only'
  | 'consult-first';

export type LadderLetter = 'outreach-letter' | 'closing-letter';

/** What comes next, whenever that is. */
export interface Planned {
  readonly step: LadderStep;
  /** Which letter it is. */
  readonly letter?: LadderLetter;
  /** The day on which it is due; without one nothing has to be waited for. */
  readonly due?: string;
  /** The label of the number or address. */
  readonly place?: string;
  /** One plain sentence for the clinician, without a name and without anything typed about the client. */
  readonly why: string;
  /** The day was told to the client, so no reason makes it earlier. */
  readonly isFixed?: true;
  /** Outreach is over: the file is closed, or rests. */
  readonly isOver?: true;
}

/** The next step for one person on one day. */
export interface NextStep extends Omit<Planned, 'isFixed'> {
  /** On `wait`: the step that is due then. */
  readonly ahead?: LadderStep;
  /** The step is not due yet: it waits, or a reason in the file says that it need not. */
  readonly isEarly: boolean;
  readonly isOverdue: boolean;
  /** A kind note that asks nothing may go, whatever the step. */
  readonly allowsCheckIn: boolean;
  readonly notice?: Notice;
}

/** How and when they were told that the file closes, and for which day. */
export interface Notice {
  readonly how: 'letter' | 'voicemail';
  readonly place: string;
  readonly on: string;
  readonly closesOn: string;
}

/** The planned step as it stands today: before its day it waits, unless the file gives a reason not to. */
export function placed(planned: Planned, standing: Standing, stop: Stop | undefined): NextStep {
  const { client, on } = standing;
  const { isFixed, ...rest } = planned;
  const due = planned.due ?? (planned.isOver ? undefined : workingDayFrom(on, standing.practice.policy));
  const isEarly = planned.due !== undefined && planned.due > on;
  const waits = isEarly && (isFixed === true || client.overrule?.[LADDER_OVERRULES.early] === undefined);
  const notice = noticeGiven(standing);
  return {
    ...rest,
    ...(due === undefined ? {} : { due }),
    ...(waits && planned.step !== 'wait' ? { step: 'wait', ahead: planned.step } : {}),
    isEarly,
    isOverdue: planned.due !== undefined && planned.due < on && !planned.isOver,
    allowsCheckIn: (stop === undefined || stop.allowsCheckIn === true) && !isAgainstCheckIn(standing),
    ...(notice === undefined ? {} : { notice }),
  };
}

/** Nobody needs a note about a file that they wanted closed. */
const isAgainstCheckIn = ({ course }: Standing) =>
  course.halt !== undefined && ['closes', 'closed', 'stops', 'consult'].includes(course.halt.effect);

function noticeGiven(standing: Standing): Notice | undefined {
  const notice = standingNotice(standing);
  const closesOn = toldClosing(standing.practice, standing.client, standing.recipient);
  if (notice === undefined || closesOn === undefined) return undefined;
  const how = notice.outcome === 'letter-sent' ? 'letter' : 'voicemail';
  return { how, place: notice.to, on: notice.on, closesOn };
}

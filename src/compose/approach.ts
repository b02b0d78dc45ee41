import { findRefusal } from '../course/refuse.ts';
import type { Step } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Level } from '../model/level.ts';
import type { Refusal } from './message.ts';
import { listReaches, type Reach, type Request } from './reach.ts';

/** How one person is reached for a call or a letter: the number or address, or the reason for none. */

/** A way to reach someone: which contact points it uses, which of them serve, and what else there is to do. */
export interface Way {
  readonly isOfKind: (point: ContactPoint) => boolean;
  /** Whether a contact point serves; the first listed that does is taken. */
  readonly serves: (reach: Reach) => boolean;
  /** Where there is no contact point of the kind. */
  readonly nowhere: string;
  /** Where there is one and nothing may be left or sent; given the reason for that. */
  readonly nothing: (reason: string) => string;
  /** What may be said even where nothing may be left; without it, nothing. */
  readonly least?: Level;
}

/** The place that is used, as it is shown beside the message. */
export interface UsedPlace {
  readonly label: string;
  readonly level: Level | 'none';
  readonly reason: string;
  readonly safeHours?: string;
}

export type Approach =
  | { readonly refusal: Refusal; readonly reach?: Reach; readonly place: UsedPlace | undefined }
  | {
      readonly refusal: undefined;
      readonly reach: Reach;
      readonly ceiling: Level;
      readonly place: UsedPlace;
    };

/** The step to one recipient: where, with how much in it at most, and what stands in its way. */
export interface Target {
  readonly recipient: Recipient;
  readonly step: Step;
  /** The label that the ladder has for the step. */
  readonly to?: string;
}

/** How the recipient is reached on the way. */
export function findApproach(request: Request, { recipient, step, to }: Target, way: Way): Approach {
  const { file, library, on } = request;
  const all = listReaches(recipient, way.isOfKind, request);
  const reach =
    all.find((one) => one.point.label === to && way.serves(one)) ?? all.find(way.serves) ?? all[0];
  const place = reach && placeOf(reach);
  const stop = findRefusal({ practice: library.practice, client: file.client, recipient, on, step });
  if (stop !== undefined)
    return { refusal: { refused: stop.refused, reason: stop.reason }, ...(reach && { reach }), place };
  if (reach === undefined || place === undefined)
    return { refusal: { refused: 'nothing-allowed', reason: way.nowhere }, place };
  const { ceiling = way.least, reason } = reach.permission;
  if (ceiling === undefined)
    return { refusal: { refused: 'nothing-allowed', reason: way.nothing(reason) }, reach, place };
  return { refusal: undefined, reach, ceiling, place };
}

const placeOf = ({ point, permission: { ceiling, reason } }: Reach): UsedPlace => ({
  label: point.label,
  level: ceiling ?? 'none',
  reason,
  ...(point.safeHours === undefined ? {} : { safeHours: point.safeHours }),
});

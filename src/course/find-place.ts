import type { ContactPoint } from '../model/client.ts';
import { LADDER_DEFAULTS } from '../model/ladder-presets.ts';
import { isWithin, type Level } from '../model/level.ts';
import { permissionAt } from './attempts.ts';
import type { Standing } from './next-step.ts';

/** Where a step can go: the first number or address, in the file's order, at which as much may be said as it takes. */

/** Where the closing can still be told: where nothing was left for it yet, or where it was tried less than the policy has. */
export type Untold = 'untold' | 'tried-little';

/** The first number at which at least so much may be left. */
export const findNumber = (standing: Standing, least: Level, where?: Untold) =>
  findPlace(standing, ({ phone }) => (phone === undefined ? undefined : least), where);

/** The first address or portal to which at least so much may go; below detailed only paper can, a plain letter. */
export const findAddress = (standing: Standing, least: Level, where?: Untold) =>
  findPlace(
    standing,
    ({ phone, address }) =>
      phone !== undefined ? undefined : address === undefined ? ('detailed' as const) : least,
    where,
  );

function findPlace(
  standing: Standing,
  leastAt: (point: ContactPoint) => Level | undefined,
  where: Untold | undefined,
): ContactPoint | undefined {
  const { practice, recipient, on } = standing;
  return recipient.contactPoints.find((point) => {
    const least = leastAt(point);
    const { ceiling } = permissionAt(standing, point, practice, on);
    const allows = least !== undefined && ceiling !== undefined && isWithin(least, ceiling);
    return allows && (where === undefined || canTell(standing, point, where));
  });
}

function canTell(
  { course, practice: { policy } }: Standing,
  { label }: ContactPoint,
  where: Untold,
): boolean {
  const there = course.closings.filter(({ to }) => to === label);
  const isTriedLittle = there.length < (policy.tries ?? LADDER_DEFAULTS.tries);
  return isTriedLittle && (where === 'tried-little' || !there.some(({ isMessage }) => isMessage));
}

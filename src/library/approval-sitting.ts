import type { Standing } from './approval.ts';
import type { Sitting } from './approvals.ts';
import { canonicalTexts } from './canonical-texts.ts';
import { digestOf } from './digest.ts';
import type { SourceFile } from './front-matter.ts';

/** What is written down when a person approves texts in the form they have. */

/** Who decides, as they name themselves, and what they say with it. */
export interface Decider {
  readonly by: string;
  readonly role?: string;
  readonly note?: string;
}

/** The sitting in which the person approves the texts on a day, to be read again by another. */
export function approvalSitting(
  texts: readonly Pick<Standing, 'id' | 'digest'>[],
  { by, role, note }: Decider,
  { on, reviewBy }: { readonly on: string; readonly reviewBy: string },
): Sitting {
  return {
    on,
    by,
    ...(role === undefined ? {} : { role }),
    reviewBy,
    ...(note === undefined ? {} : { note }),
    approves: texts.map(({ id, digest }) => `${id} ${digest}`),
  };
}

/** The canonical text of each id as it is kept; undefined where one has no longer the form that was looked at. */
export function textsToKeep(
  looked: readonly Pick<Standing, 'id' | 'digest'>[],
  files: readonly SourceFile[],
): ReadonlyMap<string, string> | undefined {
  const all = canonicalTexts(files);
  const texts = looked.map(({ id }): [string, string] => [id, all.get(id) ?? '']);
  return looked.every(({ id, digest }) => digestOf(all.get(id) ?? '') === digest)
    ? new Map(texts)
    : undefined;
}

/** The same texts by their digests, as they are written down. */
export const byDigest = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...texts.values()].map((text) => [digestOf(text), text]));

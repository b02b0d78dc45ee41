import type { Sitting } from './approvals.ts';

/** What the sittings decided about each text. Apart from reading them, since every message asks and none reads. */

/** The file of the sittings. */
export const APPROVALS_FILE = 'snippets/approvals.yaml';
/** The file of every text that was ever approved. */
export const APPROVED_TEXTS_FILE = 'snippets/approved-texts.yaml';
/** The id that approvals know the rules by. */
export const RULES_ID = 'rules';

/** What was last decided about one text. */
export type Decision =
  | {
      readonly kind: 'approved';
      readonly digest: string;
      readonly reviewBy: string;
      readonly sitting: Sitting;
    }
  | { readonly kind: 'withdrawn'; readonly sitting: Sitting };

/** The id and digest of an entry under `approves`. */
function approvedEntry(entry: string): { readonly id: string; readonly digest: string } {
  const space = entry.lastIndexOf(' ');
  return { id: entry.slice(0, space), digest: entry.slice(space + 1) };
}

/** Every decision of the sittings about every text, oldest first. */
export function listDecisions(sittings: readonly Sitting[]): (readonly [string, Decision])[] {
  return sittings.flatMap((sitting) => [
    ...(sitting.approves ?? []).map((entry): readonly [string, Decision] => {
      const { id, digest } = approvedEntry(entry);
      return [id, { kind: 'approved', digest, reviewBy: sitting.reviewBy ?? sitting.on, sitting }];
    }),
    ...(sitting.withdraws ?? []).map((id): readonly [string, Decision] => [
      id,
      { kind: 'withdrawn', sitting },
    ]),
  ]);
}

/** What was last decided about each text: the last record in the file, whatever its date. */
export const lastDecisions = (sittings: readonly Sitting[]): ReadonlyMap<string, Decision> =>
  new Map(listDecisions(sittings));

import { listApprovable } from '../../src/library/approval.ts';
import type { Sitting } from '../../src/library/approvals.ts';
import type { Library } from '../../src/library/library.ts';

/** The library with every text in it approved on a day, by an invented director. */
export function approvedOn(on: string, library: Library, reviewBy = '2099-12-31'): Library {
  const approves = listApprovable(library).map(({ id, digest }) => `${id} ${digest}`);
  return {
    ...library,
    sittings: [...library.sittings, { on, by: 'Iris Vance', reviewBy, approves } satisfies Sitting],
  };
}

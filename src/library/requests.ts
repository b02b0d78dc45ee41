import type { Sitting } from './approvals.ts';

/** Who asked for the approval of a text, or sent it back, since it was last decided about. */
export interface ApprovalRequest {
  readonly kind: 'asked' | 'returned';
  /** Of the form that was asked about: another form has to be asked about anew. */
  readonly digest: string;
  readonly sitting: Sitting;
}

/** What stands open of each text, by id: approving or withdrawing it settles what was asked before. */
export function openRequests(sittings: readonly Sitting[]): ReadonlyMap<string, ApprovalRequest> {
  const open = new Map<string, ApprovalRequest>();
  for (const sitting of sittings) {
    for (const [id] of entriesOf(sitting.approves)) open.delete(id);
    for (const id of sitting.withdraws ?? []) open.delete(id);
    for (const [id, digest] of entriesOf(sitting.asks)) open.set(id, { kind: 'asked', digest, sitting });
    for (const [id, digest] of entriesOf(sitting.returns))
      open.set(id, { kind: 'returned', digest, sitting });
  }
  return open;
}

const entriesOf = (entries: readonly string[] = []) =>
  entries.map((entry) => entry.split(' ') as [id: string, digest: string]);

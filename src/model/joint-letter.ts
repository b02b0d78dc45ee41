import type { Client, ContactPoint } from './client.ts';
import type { Broken } from './client-rules.ts';

/** One letter to both partners of a couple: only where both agreed to it, and where both live. */

/** An address that both partners confirmed as private, as each of them has it. */
export type SharedAddress = readonly [ContactPoint, ContactPoint];

/** The addresses that both partners have with the same lines, in the order of the first. */
export function sharedAddresses({ recipients }: Client): SharedAddress[] {
  const [first, second] = recipients.map(({ contactPoints }) => contactPoints.filter(isConfirmed));
  return (first ?? []).flatMap((point) => {
    const other = second?.find(({ address }) => linesOf({ address }) === linesOf(point));
    return other === undefined ? [] : [[point, other] as const];
  });
}

const isConfirmed = ({ address, level, confirmedOn }: ContactPoint) =>
  address !== undefined && level === 'private' && confirmedOn !== undefined;

/** Without case, spaces and the marks between words. */
const linesOf = ({ address = [] }: Pick<ContactPoint, 'address'> | { address: undefined }) =>
  (address ?? []).map((line) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')).join('\n');

/** What keeps a couple from having a joint letter, whatever the day. */
export function jointLetterFits(client: Client): Broken[] {
  if (client.jointLetter === undefined) return [];
  const found = MISFITS.find(({ holds }) => holds(client));
  return found === undefined ? [] : [{ path: ['jointLetter'], message: found.message, hint: found.hint }];
}

const MISFITS: readonly (Omit<Broken, 'path'> & { readonly holds: (client: Client) => boolean })[] = [
  {
    holds: ({ kind }) => kind !== 'couple',
    message: 'a joint letter is only for a couple',
    hint: 'Take "jointLetter" out.',
  },
  {
    holds: ({ recipients }) => recipients.some(({ safety }) => safety?.flag),
    message: 'a safety flag stands in this couple, so there is no joint letter',
    hint: 'Take "jointLetter" out, and decide with whoever you consult how to reach each of them.',
  },
  {
    holds: ({ situation }) => situation === 'one-partner-continues',
    message: 'one partner continues, so there is no joint letter',
    hint: 'Take "jointLetter" out; each of them gets their own.',
  },
  {
    holds: (client) => sharedAddresses(client).length === 0,
    message: 'there is no address that both partners confirmed as private',
    hint: 'Under both, write the same address with level private and confirmedOn, or take "jointLetter" out.',
  },
];

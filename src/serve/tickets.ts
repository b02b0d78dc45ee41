import { createHash, randomBytes } from 'node:crypto';

/** Tickets stand in a link and are good for one exchange; bearers live in the memory of one page. */

export interface Tickets {
  /** A new ticket, for one link. */
  readonly issue: () => string;
  /** The bearer for a ticket, once; after that the ticket is used. */
  readonly exchange: (ticket: string) => { readonly bearer: string } | 'unknown' | 'used';
  /** Whether the bearer was given for a ticket here. */
  readonly isBearer: (bearer: string) => boolean;
}

/** No ticket and no bearer yet. Both are kept by their digest, so that looking one up tells nothing by its time. */
export function openTickets(): Tickets {
  const open = new Set<string>();
  const used = new Set<string>();
  const bearers = new Set<string>();
  return {
    issue: () => newSecret(open),
    exchange: (ticket) => {
      const digest = digestOf(ticket);
      if (used.has(digest)) return 'used';
      if (!open.delete(digest)) return 'unknown';
      used.add(digest);
      return { bearer: newSecret(bearers) };
    },
    isBearer: (bearer) => bearers.has(digestOf(bearer)),
  };
}

function newSecret(kept: Set<string>): string {
  const secret = randomBytes(32).toString('base64url');
  kept.add(digestOf(secret));
  return secret;
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

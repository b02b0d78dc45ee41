import type { Library } from './library.ts';

/** Whether the wording was published for days that are over: nothing may be composed from it any more. */
export const isExpired = ({ expiresOn }: PageData, today: string): boolean =>
  expiresOn !== undefined && today > expiresOn;

/** What the page works with: a practice's wording and what may be done with it. Nothing in it is about a client. */
export interface PageData {
  readonly library: Library;
  /** The pictures of letters, by their path in practice.yaml, as base64. */
  readonly pictures: Readonly<Record<string, string>>;
  /** The program's version. */
  readonly version: string;
  /** The day of the last decision about this wording, else of today, `YYYY-MM-DD`. */
  readonly wordingOn: string;
  /** The last day on which published wording may be used; absent where it comes fresh from the practice folder. */
  readonly expiresOn?: string;
  /** Whether only wording that was approved when it was handed out may be composed from. */
  readonly approvedOnly: boolean;
  /** Whether wording can be edited here: only where the loopback server stands behind the page. */
  readonly canEdit: boolean;
}

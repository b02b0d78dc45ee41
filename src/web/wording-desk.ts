import type { Sitting } from '../library/approvals.ts';
import type { PageData } from '../library/page-data.ts';
import type { Problem } from '../problem.ts';

/** What the wording editor asks of the loopback server. Every request is about wording, and none about a client. */

/** One wording file of the practice folder. */
export interface WordingFile {
  readonly path: string;
  readonly text: string;
  /** Of the text as it stands on the disk; a draft is saved on the basis of one. */
  readonly digest: string;
  /** Whether the editor changes it: templates, snippets, rules. */
  readonly canEdit: boolean;
}

export interface WordingFiles {
  readonly files: readonly WordingFile[];
  /** The form in which each text was approved last, by id; canonical, as `canonicalTexts` gives the present one. */
  readonly approved: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** A draft for a file; `basedOn` is the digest of the text it was made from, null for a new file. */
export interface Draft {
  readonly path: string;
  readonly text: string;
  readonly basedOn: string | null;
}

/** One decision or request about a text; `text` is what was approved in it. */
export type PastDecision = Omit<Sitting, 'approves' | 'withdraws' | 'asks' | 'returns'> & {
  readonly kind: 'approved' | 'withdrawn' | 'asked' | 'returned';
  readonly text?: string;
};

/** Who decides; `texts` are `id digest`, as in `listApprovable`, of the form that is on the screen. */
export interface Decision {
  readonly texts: readonly string[];
  readonly by: string;
  readonly role?: string;
}

/** What came of a request. Whatever is refused has changed nothing. */
export type Answered<T> =
  | { readonly value: T }
  /** Someone else was quicker: the files as they are now, for a draft; the ids, for a decision. */
  | { readonly refused: 'changed-meanwhile'; readonly changed: readonly (WordingFile | string)[] }
  /** With what was sent the wording would not load, or cannot be approved. */
  | { readonly refused: 'problems'; readonly problems: readonly Problem[] }
  /** Something a person can put right, in a sentence. */
  | { readonly refused: 'request-fault'; readonly says: string }
  /** The server has ended, or this page's bearer is not of it. */
  | { readonly refused: 'gone' }
  | { readonly refused: 'read-only' | 'file-unknown' | 'too-large' | 'unforeseen' };

/** The requests, for the bearer of this page. */
export interface WordingDesk {
  /** The wording as it is on the disk now; after any change, to show the page anew. */
  readonly data: () => Promise<Answered<PageData>>;
  readonly files: () => Promise<Answered<WordingFiles>>;
  readonly history: (id: string) => Promise<Answered<{ readonly history: readonly PastDecision[] }>>;
  /** All of the drafts or none. `evenSo` saves also what stops every message until it is mended. */
  readonly save: (
    drafts: readonly Draft[],
    evenSo?: boolean,
  ) => Promise<
    Answered<{
      readonly saved: readonly Pick<WordingFile, 'path' | 'digest'>[];
      readonly problems: readonly Problem[];
    }>
  >;
  readonly approve: (
    decision: Decision & { readonly note?: string; readonly reviewBy?: string },
  ) => Promise<Answered<Decided>>;
  readonly ask: (decision: Decision & { readonly note?: string }) => Promise<Answered<Decided>>;
  readonly sendBack: (decision: Decision & { readonly because: string }) => Promise<Answered<Decided>>;
  readonly withdraw: (decision: {
    readonly ids: readonly string[];
    readonly by: string;
    readonly role?: string;
    readonly because: string;
  }) => Promise<Answered<Decided>>;
}
interface Decided {
  readonly sitting: Sitting;
}

/** The desk of a page that was served. */
export function openDesk(bearer: string): WordingDesk {
  const read = <T>(path: string) => request<T>(path, bearer);
  const write = <T>(path: string, body: object) => request<T>(path, bearer, body);
  return {
    data: () => read('/api/wording'),
    files: () => read('/api/files'),
    history: (id) => read(`/api/history?id=${encodeURIComponent(id)}`),
    save: (files, evenSo) => write('/api/save', evenSo ? { files, evenSo } : { files }),
    approve: (decision) => write('/api/approve', decision),
    ask: (decision) => write('/api/ask', decision),
    sendBack: (decision) => write('/api/return', decision),
    withdraw: (decision) => write('/api/withdraw', decision),
  };
}

async function request<T>(path: string, bearer: string, body?: object): Promise<Answered<T>> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(path, { ...sent, headers, cache: 'no-store', credentials: 'omit' }).catch(
    () => undefined,
  );
  if (answer === undefined || answer.status === 401) return { refused: 'gone' };
  const said = (await answer.json()) as T;
  return answer.ok ? { value: said } : (said as Answered<T>);
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPicture } from '../../src/cli/pdf.ts';
import { createApp } from '../../src/serve/app.ts';
import { handedOut } from '../../src/serve/handed-out.ts';
import { openTickets } from '../../src/serve/tickets.ts';
import { openFolder } from '../cli/world.ts';
import { BASE, type Folder } from '../support/practice-folder.ts';

/** The server without a port, over a small practice on the disk. */

export const ORIGIN = 'http://127.0.0.1:4173';

export interface Sent {
  readonly method?: string;
  /** Headers over those that a page of this server sends; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

export async function openServer(changes: Folder = {}, more: { readonly canEdit?: boolean } = {}) {
  const folder = await openFolder();
  await Promise.all(Object.entries({ ...BASE, ...changes }).map(([path, text]) => put(folder, path, text)));
  const tickets = openTickets();
  const exchanged = tickets.exchange(tickets.issue());
  const bearer = typeof exchanged === 'string' ? '' : exchanged.bearer;
  const page = new Map([
    ['page.js', new TextEncoder().encode('void 0')],
    ['single.js', new TextEncoder().encode('void 1')],
  ]);
  const fonts = new Map([['Inter_400Regular.ttf', new Uint8Array([0, 1])]]);
  const desk = {
    folder,
    sampleFolder: join(folder, 'no-sample'),
    version: '0.0.0',
    now: () => new Date('2026-11-23T18:00:00Z'),
    canEdit: true,
    readPicture,
    ...more,
  };
  const app = createApp({ origin: ORIGIN, files: handedOut(page, fonts), tickets, desk });
  const ask = async (path: string, sent: Sent = {}) =>
    answerOf(await app.request(requestOf(path, bearer, sent)));
  return {
    folder,
    tickets,
    bearer,
    ask,
    /** What the page sends. */
    post: (path: string, body: unknown) => ask(path, { body }),
    read: (path: string) => readFile(join(folder, path), 'utf8'),
    put: (path: string, text: string) => put(folder, path, text),
  };
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function requestOf(path: string, bearer: string, { method, headers, body }: Sent): Request {
  const all = {
    host: new URL(ORIGIN).host,
    authorization: `Bearer ${bearer}`,
    ...(body === undefined
      ? {}
      : { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }),
    ...headers,
  };
  const kept = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(`${ORIGIN}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: kept,
    ...(body === undefined ? {} : { body: content }),
  });
}

async function answerOf(response: Response) {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  const body: any = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

import { todayIn } from '../course/today.ts';
import { isExpired, type PageData } from '../library/page-data.ts';
import type { Problem } from '../problem.ts';

/** The one way by which the page gets its wording: inside the file, beside it, or from the loopback server. */

/** How the page came: from the loopback server, in a published folder, or as one file. */
export type Shipment = 'served' | 'folder' | 'file';

/** Where the wording may be asked for; `bearer` is what the ticket was exchanged for, and lives in this page alone. */
export interface WordingSource {
  readonly data: PageData;
  readonly bearer?: string;
}

/**
 * Why there is no wording: the link was used before, nothing answered, the practice's wording has errors, or it was
 * published for days that are over. For those who can mend errors, the bearer is there all the same.
 */
export interface NoWording {
  readonly missing: 'ticket' | 'wording' | 'expired';
  /** The last day on which it could be used, where it is expired. */
  readonly expiresOn?: string;
  readonly problems?: readonly Problem[];
  readonly bearer?: string;
}

/** How this page came, as the build wrote it on the document. */
export const shipmentOf = (page: Document): Shipment => {
  const { shipment } = page.documentElement.dataset;
  return shipment === 'served' || shipment === 'folder' ? shipment : 'file';
};

/** The wording, by the way that this page came. Asks at most twice, and only where the page itself came from. */
export async function readWording(page: Document): Promise<WordingSource | NoWording> {
  const shipment = shipmentOf(page);
  if (shipment === 'file') return embedded(page);
  if (shipment === 'folder') return answered(await ask('wording.json'));
  const bearer = await exchangeTicket(page);
  if (bearer === undefined) return { missing: 'ticket' };
  return answered(await ask('/api/wording', { headers: { authorization: `Bearer ${bearer}` } }), bearer);
}

function embedded(page: Document): WordingSource | NoWording {
  const text = page.getElementById('wording')?.textContent;
  return text ? usable({ data: JSON.parse(text) as PageData }) : { missing: 'wording' };
}

/** The bearer for the ticket in the fragment, which goes from the address before anything else happens. */
async function exchangeTicket({ defaultView }: Document): Promise<string | undefined> {
  const ticket = /^#ticket=([\w-]+)$/.exec(defaultView?.location.hash ?? '')?.[1];
  if (ticket === undefined) return undefined;
  defaultView?.history.replaceState(undefined, '', '/');
  const answer = await ask('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  return answer?.ok ? ((await answer.json()) as { bearer: string }).bearer : undefined;
}

async function answered(answer: Response | undefined, bearer?: string): Promise<WordingSource | NoWording> {
  const own = bearer === undefined ? {} : { bearer };
  if (answer?.status === 422) {
    const { problems } = (await answer.json()) as { problems: readonly Problem[] };
    return { missing: 'wording', problems, ...own };
  }
  return answer?.ok
    ? usable({ data: (await answer.json()) as PageData, ...own })
    : { missing: 'wording', ...own };
}

/** Withdrawn wording must not live on in a copy: after its last day a published page has none. */
function usable(source: WordingSource): WordingSource | NoWording {
  const { expiresOn, library } = source.data;
  return expiresOn !== undefined && isExpired(source.data, todayIn(library.practice.timeZone, new Date()))
    ? { missing: 'expired', expiresOn }
    : source;
}

const ask = (path: string, request: RequestInit = {}): Promise<Response | undefined> =>
  fetch(path, { ...request, cache: 'no-store', credentials: 'omit' }).catch(() => undefined);

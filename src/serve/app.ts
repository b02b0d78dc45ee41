import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PageData } from '../library/page-data.ts';
import type { Result } from '../problem.ts';
import { type Turned, turnBearer, turnContent, turnHost, turnOrigin } from './door.ts';
import type { HandedOut } from './handed-out.ts';
import { HEADERS } from './policy.ts';
import type { Tickets } from './tickets.ts';

/**
 * The loopback server as a function from requests to answers. Nothing is logged, and no request has a place for a word
 * about a client.
 */
export interface Hosting {
  /** Scheme, address and port, as a browser writes them. */
  readonly origin: string;
  readonly files: ReadonlyMap<string, HandedOut>;
  readonly tickets: Tickets;
  readonly readData: () => Promise<Result<PageData>>;
}

/** Twice the largest wording file: text grows in JSON. */
const MOST_BODY_BYTES = 524_288;

/** The app, which answers for its own origin alone. */
export function createApp(hosting: Hosting): Hono {
  const { origin, files, tickets, readData } = hosting;
  const app = new Hono();
  app.use(withHeaders);
  app.use(door((request) => turnHost(request, origin)));
  for (const [path, { body, type }] of files)
    app.get(path, (context) => context.body(body as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type }));

  const read = door((request) => turnBearer(request, tickets.isBearer));
  const written = [door((request) => turnOrigin(request, origin)), door(turnContent), small] as const;
  app.post('/api/session', ...written, (context) => exchange(context, tickets));
  app.get('/api/wording', read, async (context) => {
    const { value, problems } = await readData();
    return value === undefined ? context.json({ problems }, 422) : context.json(value);
  });

  const paths = new Set(app.routes.map(({ path }) => path));
  app.notFound((context) =>
    turn(
      context,
      paths.has(context.req.path)
        ? { status: 405, refused: 'method-unknown' }
        : { status: 404, refused: 'path-unknown' },
    ),
  );
  app.onError((_error, context) => turn(context, { status: 500, refused: 'unforeseen' }));
  return app;
}

const turn = (context: Context, { status, refused }: Turned) => context.json({ refused }, status);

const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};

const door =
  (find: (request: Request) => Turned | undefined): MiddlewareHandler =>
  async (context, next) => {
    const turned = find(context.req.raw);
    return turned === undefined ? await next() : turn(context, turned);
  };

const small = bodyLimit({
  maxSize: MOST_BODY_BYTES,
  onError: (context) => turn(context, { status: 413, refused: 'too-large' }),
});

async function exchange(context: Context, tickets: Tickets) {
  const body: unknown = await context.req.json().catch(() => undefined);
  const ticket = body !== null && typeof body === 'object' && 'ticket' in body ? body.ticket : undefined;
  if (typeof ticket !== 'string') return turn(context, { status: 400, refused: 'request-form' });
  const exchanged = tickets.exchange(ticket);
  if (exchanged === 'used') return turn(context, { status: 403, refused: 'ticket-used' });
  if (exchanged === 'unknown') return turn(context, { status: 401, refused: 'ticket-unknown' });
  return context.json(exchanged);
}

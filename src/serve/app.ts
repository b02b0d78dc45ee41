import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../files/problem-error.ts';
import { type Answer, answer, turn } from './answer.ts';
import { answerApprove, answerAsk, answerReturn, answerWithdraw } from './decide.ts';
import { answerData, answerFiles, answerHistory, type Desk } from './desk.ts';
import { turnBearer, turnContent, turnHost, turnOrigin } from './door.ts';
import type { HandedOut } from './handed-out.ts';
import { HEADERS } from './policy.ts';
import { shaped } from './request-shape.ts';
import { answerSave } from './save.ts';
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
  readonly desk: Desk;
}

/** Two of the largest wording files: text grows in JSON. */
const MOST_BODY_BYTES = 524_288;

/** What the page may ask of the practice folder, by path. */
const READS: Readonly<Record<string, (desk: Desk, id: string | undefined) => Promise<Answer>>> = {
  '/api/wording': answerData,
  '/api/files': answerFiles,
  '/api/history': answerHistory,
};
const WRITES: Readonly<Record<string, (desk: Desk, request: unknown) => Promise<Answer>>> = {
  '/api/save': answerSave,
  '/api/approve': answerApprove,
  '/api/ask': answerAsk,
  '/api/return': answerReturn,
  '/api/withdraw': answerWithdraw,
};

/** The app, which answers for its own origin alone. */
export function createApp({ origin, files, tickets, desk }: Hosting): Hono {
  const app = new Hono();
  app.use(withHeaders);
  app.use(door((request) => turnHost(request, origin)));
  for (const [path, { body, type }] of files)
    app.get(path, (context) => context.body(body as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type }));

  const bearer = door((request) => turnBearer(request, tickets.isBearer));
  const written = [door((request) => turnOrigin(request, origin)), door(turnContent), small] as const;
  app.post('/api/session', ...written, async (context) =>
    say(context, exchange(tickets, await sent(context))),
  );
  for (const [path, read] of Object.entries(READS))
    app.get(path, bearer, async (context) => say(context, await read(desk, context.req.query('id'))));
  for (const [path, write] of Object.entries(WRITES))
    app.post(path, ...written, bearer, async (context) =>
      say(context, desk.canEdit ? await write(desk, await sent(context)) : turn('read-only')),
    );

  const paths = new Set(app.routes.map(({ path }) => path));
  app.notFound((context) =>
    say(context, turn(paths.has(context.req.path) ? 'method-unknown' : 'path-unknown')),
  );
  app.onError((error, context) => say(context, answerError(error)));
  return app;
}

const say = (context: Context, { status, body }: Answer) => context.json(body, status);

const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};

const door =
  (find: (request: Request) => Answer | undefined): MiddlewareHandler =>
  async (context, next) => {
    const turned = find(context.req.raw);
    return turned === undefined ? await next() : say(context, turned);
  };

const small = bodyLimit({
  maxSize: MOST_BODY_BYTES,
  onError: (context) => say(context, turn('too-large')),
});

/** What was sent; what is no JSON is undefined, which no request may be. */
const sent = (context: Context): Promise<unknown> => context.req.json().catch(() => undefined);

function exchange(tickets: Tickets, request: unknown): Answer {
  const asked = shaped(request, { ticket: 'text' }, {});
  if (asked === undefined) return turn('request-form');
  const exchanged = tickets.exchange(asked.ticket);
  if (exchanged === 'used') return turn('ticket-used');
  return exchanged === 'unknown' ? turn('ticket-unknown') : answer(exchanged);
}

/** Of what was not foreseen, nothing is told: it could hold words of the request. */
const answerError = (error: Error): Answer =>
  error instanceof ProblemError ? turn('problems', { problems: error.problems }) : turn('unforeseen');

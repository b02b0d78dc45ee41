import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** What answers requests. */
type Answer = (request: Request) => Response | Promise<Response>;

/** A server that listens. */
export interface Listening {
  readonly origin: string;
  /** Ends it at once, whoever is connected. */
  readonly close: () => Promise<void>;
}

/** Only this machine can reach it. */
const ADDRESS = '127.0.0.1';

/**
 * Listens on a port of this machine, 0 for any that is free, and answers by what `makeAnswer` gives for the origin. Rejects
 * with the system's error where the port is taken.
 */
export async function listen(port: number, makeAnswer: (origin: string) => Answer): Promise<Listening> {
  let answer: Answer = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), hostname: ADDRESS, port });
  await new Promise<void>((done, fail) => {
    server.once('listening', done);
    server.once('error', fail);
  });
  const origin = `http://${ADDRESS}:${(server.address() as AddressInfo).port}`;
  answer = makeAnswer(origin);
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { origin, close };
}

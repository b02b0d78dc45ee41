import { type Answer, turn } from './answer.ts';

/**
 * Who may come in. A page of another site can reach this machine's ports under a name of its own, or send forms and scripts
 * across; each of these ways is closed by itself, with a status of its own, so that none stands on another.
 */

/** Turns away whoever asks under any other name: a name of theirs can be made to lead here (DNS rebinding). */
export const turnHost = (request: Request, origin: string): Answer | undefined =>
  request.headers.get('host') === new URL(origin).host ? undefined : turn('host-unknown');

/** Turns away what this page itself did not send: both what the browser says of it must fit, to the letter. */
export function turnOrigin({ headers }: Request, origin: string): Answer | undefined {
  const isOwn = headers.get('origin') === origin && headers.get('sec-fetch-site') === 'same-origin';
  return isOwn ? undefined : turn('origin-unknown');
}

/** Turns away any other kind of content: a form of another site cannot send JSON. */
export function turnContent({ headers }: Request): Answer | undefined {
  const kind = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return kind === 'application/json' ? undefined : turn('not-json');
}

/** Turns away whoever has no bearer, which is had for a ticket alone. */
export function turnBearer({ headers }: Request, isBearer: (bearer: string) => boolean): Answer | undefined {
  const bearer = /^Bearer ([\w-]{1,100})$/.exec(headers.get('authorization') ?? '')?.[1];
  return bearer !== undefined && isBearer(bearer) ? undefined : turn('bearer-unknown');
}

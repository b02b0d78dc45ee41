/**
 * Who may come in. A page of another site can reach this machine's ports under a name of its own, or send forms and scripts
 * across; each of these ways is closed by itself, with a status of its own, so that none stands on another.
 */

/** Why a request is turned away. */
export interface Turned {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 500;
  readonly refused:
    | 'host-unknown'
    | 'path-unknown'
    | 'method-unknown'
    | 'origin-unknown'
    | 'not-json'
    | 'too-large'
    | 'bearer-unknown'
    | 'ticket-unknown'
    | 'ticket-used'
    | 'request-form'
    | 'unforeseen';
}

/** Turns away whoever asks under any other name: a name of theirs can be made to lead here (DNS rebinding). */
export const turnHost = (request: Request, origin: string): Turned | undefined =>
  request.headers.get('host') === new URL(origin).host ? undefined : { status: 421, refused: 'host-unknown' };

/** Turns away what this page itself did not send: both what the browser says of it must fit, to the letter. */
export function turnOrigin(request: Request, origin: string): Turned | undefined {
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  return from === origin && site === 'same-origin' ? undefined : { status: 403, refused: 'origin-unknown' };
}

/** Turns away any other kind of content: a form of another site cannot send JSON. */
export function turnContent(request: Request): Turned | undefined {
  const kind = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return kind === 'application/json' ? undefined : { status: 415, refused: 'not-json' };
}

/** Turns away whoever has no bearer, which is had for a ticket alone. */
export function turnBearer(request: Request, isBearer: (bearer: string) => boolean): Turned | undefined {
  const bearer = /^Bearer ([\w-]{1,100})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer !== undefined && isBearer(bearer) ? undefined : { status: 401, refused: 'bearer-unknown' };
}

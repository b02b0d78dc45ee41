/** What the server answers: a status, and plain data that becomes JSON. */

/** Why a request is turned away; each has a status of its own, or shares it with what is no better. */
const STATUS = {
  'request-form': 400,
  'request-fault': 400,
  'bearer-unknown': 401,
  'ticket-unknown': 401,
  'origin-unknown': 403,
  'ticket-used': 403,
  'read-only': 403,
  'path-unknown': 404,
  'file-unknown': 404,
  'method-unknown': 405,
  'changed-meanwhile': 409,
  'too-large': 413,
  'not-json': 415,
  'host-unknown': 421,
  problems: 422,
  unforeseen: 500,
} as const;
export type Refused = keyof typeof STATUS;

export interface Answer {
  readonly status: 200 | (typeof STATUS)[Refused];
  readonly body: object;
}

/** The answer to what was done. */
export const answer = (body: object): Answer => ({ status: 200, body });

/** The answer to what is turned away, and what the page needs to know of it. */
export const turn = (refused: Refused, more: object = {}): Answer => ({
  status: STATUS[refused],
  body: { refused, ...more },
});

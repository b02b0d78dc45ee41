import type { NoteEvent } from '../course/note-event.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Level } from '../model/level.ts';
import type { Clinician } from '../model/practice.ts';
import { type Problem, problem } from '../problem.ts';
import { withdrawnRefusal } from './approved.ts';
import { type Composed, compose } from './compose.ts';
import { findTemplate, placeOfField, type Request } from './reach.ts';

/** One message of a request: to whom, where, on which channel, with how much in it at most. */
export interface Destination {
  readonly step: Step;
  readonly channel: Channel;
  readonly recipient: Recipient;
  /** The recipient's position in the client file. */
  readonly index: number;
  readonly point: ContactPoint;
  readonly ceiling: Level;
  /** For notes: what came of the attempt. */
  readonly outcome?: string;
  /** For notes: the attempt or the closing, and the day that its message named. */
  readonly event?: NoteEvent;
  readonly replyBy?: string;
}

/** The message at the destination, by the practice's template for it. */
export function composeAt(
  request: Request,
  { channel, step, recipient, index, point, ceiling, outcome, event, replyBy }: Destination,
): Composed {
  const { library, file, on, use, without, today, strict = false } = request;
  const clinician = clinicianOf(request);
  const template = findTemplate(library, channel, step, ceiling);
  if (clinician === undefined) return missingClinician(request);
  if (template === undefined) return noTemplate(request, channel, step);
  const occasion = {
    client: file.client,
    clinician,
    recipient,
    point,
    step,
    on,
    ...(outcome === undefined ? {} : { outcome }),
    ...(event === undefined ? {} : { event }),
    ...(replyBy === undefined ? {} : { replyBy }),
  };
  const placeOf = placeOfField(file, index);
  return compose({ library, template, channel, occasion, use, without, placeOf, today, strict });
}

/** The client's clinician; undefined where the practice has none of that key. */
function clinicianOf({ file, library }: Pick<Request, 'file' | 'library'>): Clinician | undefined {
  const { clinicians } = library.practice;
  return Object.hasOwn(clinicians, file.client.clinician) ? clinicians[file.client.clinician] : undefined;
}

/** What keeps this client's file from being used with this practice. */
export function clientMisfits(request: Pick<Request, 'file' | 'library'>): Problem[] {
  if (clinicianOf(request) !== undefined) return [];
  const { file, library } = request;
  const message = '"clinician" is not a key under clinicians in practice.yaml';
  const hint = `Use one of: ${Object.keys(library.practice.clinicians).join(', ')}.`;
  return [problem('client-inconsistent', file.locate(['clinician'], 'value'), message, hint)];
}

function missingClinician(request: Request): Composed {
  const problems = clientMisfits(request);
  return {
    outcome: { refused: 'check-failed', reason: problems.map(({ message }) => message).join('. ') },
    problems,
  };
}

function noTemplate({ library }: Request, channel: Channel, step: Step): Composed {
  const isThere = findTemplate(library, channel, step, 'private') !== undefined;
  const gone = library.withdrawn.templates.filter(
    ({ header }) => header.channels.includes(channel) && header.steps.includes(step),
  );
  if (gone.length > 0) return { outcome: withdrawnRefusal(gone), problems: [] };
  if (isThere) {
    const reason =
      'This message says more than may be said there. Confirm the number or address with them first, or choose a message that says less.';
    return { outcome: { refused: 'nothing-allowed', reason }, problems: [] };
  }
  const message = `there is no template for ${step} by ${channel}`;
  const hint = `Add one to templates/ with steps: [${step}] and channels: [${channel}].`;
  const found = problem('template-missing', { file: 'templates', line: 1, column: 1 }, message, hint);
  return { outcome: { refused: 'nothing-allowed', reason: `${message}. ${hint}` }, problems: [found] };
}

/** One of each problem, where several messages met the same. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

import { listNextSteps } from '../course/case-steps.ts';
import { replyDay } from '../course/due.ts';
import type { NextStep } from '../course/next-step.ts';
import { type NoteEvent, noteStepOf } from '../course/note-event.ts';
import { hasWords } from '../course/outcome-places.ts';
import type { Attempt, Client, ContactPoint } from '../model/client.ts';
import { LADDER_OVERRULES } from '../model/ladder-presets.ts';
import { type Problem, problem } from '../problem.ts';
import type { CallStep, LetterStep } from './choose-step.ts';
import { composeAt } from './compose-at.ts';
import { NO_REASON, reasonOf } from './compose-closing.ts';
import type { Message, Refusal } from './message.ts';
import { findActed } from './note-attempt.ts';
import { tellChanges, tellWording, wordsIn, wordsOf } from './note-words.ts';
import type { Request } from './reach.ts';
import type { SectionChange } from './recheck.ts';

/** The note of one attempt: what came of it, the words that went out, and what comes next now. */

/** What the clinician says of the attempt. */
export interface AttemptTold {
  /** The recipient's position in the client file. */
  readonly index: number;
  readonly outcome: Attempt['outcome'];
  /** What it was for; else the step that the ladder has. */
  readonly step?: CallStep | LetterStep;
  readonly at?: string;
  readonly minutes?: number;
  readonly said?: NonNullable<Attempt['said']>;
  /** The other partner, and their label for the address, where one letter went to both. */
  readonly joint?: { readonly index: number; readonly to: string };
  /** Why the file closes on record only. */
  readonly because?: string;
  /** The message that was said, where it was edited: held against the approved words by `recheck`. */
  readonly edited?: {
    readonly message: Message;
    readonly text: string;
    readonly changes: readonly SectionChange[];
  };
}

/** The note, and the attempt as it is recorded; no note where no number or address fits the outcome. */
export interface Note {
  readonly note: Message | Refusal;
  readonly attempt: Attempt;
  readonly next: NextStep;
  readonly problems: readonly Problem[];
}

/** The contact note; undefined where the person has no number or address of which the outcome can come. */
export function composeNote(request: Request, asked: AttemptTold): Note | undefined {
  const isClosing = asked.outcome === 'closed-on-record-only';
  const because = isClosing ? (asked.because ?? reasonOf(request, asked.index)) : undefined;
  const told: AttemptTold = because === undefined ? asked : { ...asked, because };
  const acted = findActed(request, told);
  if (acted === undefined) return undefined;
  const message = told.edited?.message ?? acted.message;
  const attempt = attemptOf(request, told, { ...acted, message });
  const next = nextAfter(request, attempt, told);
  const words = message === undefined ? {} : wordsEvent(request, told, message);
  const event: NoteEvent = {
    ...(attempt.at === undefined ? {} : { time: attempt.at }),
    ...(attempt.minutes === undefined ? {} : { minutes: attempt.minutes }),
    ...(attempt.said === undefined ? {} : { said: attempt.said }),
    ...words,
    ...(attempt.because === undefined ? {} : { closingReason: attempt.because }),
    overruled: [...tellOverruled(message), ...tellEarly(request, acted.isEarly)],
    ...noteStepOf(next),
  };
  if (isClosing && because === undefined) return { note: NO_REASON, attempt, next, problems: [] };
  const { outcome, problems } = noteAt(request, told, acted.point, event, attempt);
  return {
    note: outcome,
    attempt,
    next,
    problems: [...acted.problems, ...wordless(request, told, message), ...problems],
  };
}

function noteAt(
  request: Request,
  { index, outcome }: AttemptTold,
  point: ContactPoint,
  event: NoteEvent,
  { replyBy }: Attempt,
) {
  const recipient = request.file.client.recipients[index];
  if (recipient === undefined) throw new RangeError('no such recipient');
  // The flags are about the message that the note tells of, not about the note.
  return composeAt(
    { ...request, use: {}, without: [] },
    {
      step: 'contact-note',
      channel: 'note',
      recipient,
      index,
      point,
      ceiling: 'private',
      outcome,
      event,
      ...(replyBy === undefined ? {} : { replyBy }),
    },
  );
}

function wordsEvent({ library, today }: Request, { edited }: AttemptTold, message: Message): NoteEvent {
  return {
    wordsSaid: edited === undefined ? wordsOf(message) : wordsIn(edited.text),
    changes: tellChanges(edited?.changes ?? []),
    wordingIds: tellWording(message, library, today),
  };
}

function attemptOf(
  { file, library, on }: Request,
  { index, outcome, at, minutes, said, because, edited }: AttemptTold,
  {
    point,
    step,
    message,
  }: { readonly point: ContactPoint; readonly step?: Attempt['step']; readonly message: Message | undefined },
): Attempt {
  const { client } = file;
  const recipient = client.recipients[index];
  const isChanged = edited !== undefined && edited.changes.length > 0;
  const how = said ?? (isChanged ? 'changed' : undefined);
  const moment = {
    practice: library.practice,
    client,
    on,
    ...(recipient && { recipient }),
    ...(step && { step }),
  };
  return {
    on,
    ...(client.recipients.length === 1 ? {} : { recipient: index + 1 }),
    to: point.label,
    outcome,
    ...(message === undefined ? {} : { level: message.level }),
    ...(step === undefined ? {} : { step }),
    ...(at === undefined ? {} : { at }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(how === undefined ? {} : { said: how }),
    ...(because === undefined ? {} : { because }),
    ...(message === undefined ? {} : { replyBy: replyDay({ ...moment, level: message.level }) }),
  };
}

/** The client with the attempts on record. */
const withRecorded = (client: Client, attempts: readonly Attempt[]): Client => ({
  ...client,
  outreach: [...(client.outreach ?? []), ...attempts],
});

function nextAfter(
  { library, file, on }: Request,
  attempt: Attempt,
  { index, joint }: AttemptTold,
): NextStep {
  const same = joint === undefined ? [] : [{ ...attempt, recipient: joint.index + 1, to: joint.to }];
  const next = listNextSteps(library.practice, withRecorded(file.client, [attempt, ...same]), on)[index];
  if (next === undefined) throw new RangeError('no such recipient');
  return next;
}

const tellOverruled = (message: Message | undefined) =>
  (message?.overruled ?? []).map(({ rule, reason }) => `${rule}: ${reason}`);

function tellEarly({ file }: Request, isEarly: boolean): string[] {
  const reason = file.client.overrule?.[LADDER_OVERRULES.early];
  return isEarly && reason !== undefined ? [`${LADDER_OVERRULES.early}: ${reason}`] : [];
}

/** A message went out that cannot be composed here, so that the note is without its words. */
function wordless({ file }: Request, { outcome }: AttemptTold, message: Message | undefined): Problem[] {
  if (!hasWords(outcome) || message !== undefined) return [];
  const text = 'the words of this message cannot be composed, so the note goes without them';
  const hint =
    'See why with `closewell script` or `closewell letter`, and keep a copy of what was said or sent.';
  return [problem('words-missing', file.locate(['outreach'], 'key'), text, hint)];
}

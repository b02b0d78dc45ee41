import { distinct } from '../compose/compose-at.ts';
import { composeClosing } from '../compose/compose-closing.ts';
import { type AttemptTold, composeNote } from '../compose/compose-note.ts';
import { type JointPart, listJointParts, togetherOf } from '../compose/joint-note.ts';
import { isMessage, type Message, type Refusal } from '../compose/message.ts';
import { listRecipients, type Request } from '../compose/reach.ts';
import { recordAttempts, takeBackAttempt } from '../compose/record-attempt.ts';
import type { NextStep } from '../course/next-step.ts';
import { changeClient } from '../files/change-client.ts';
import type { Attempt } from '../model/client.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { messageJson } from '../render/message-text.ts';
import { renderNote } from '../render/note-text.ts';
import { readEditedFile } from './edited.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { LETTER_STEPS } from './letter.ts';
import { type NoteAsked, type NoteFlags, readNoteAsked } from './note-asked.ts';
import { report } from './report.ts';
import { type ReadRequest, readRequest } from './request.ts';
import { exitOf } from './script.ts';

/** What was made: a note for each person it is about, and the entries for the record. */
interface Made {
  readonly request: Request;
  readonly notes: readonly (Message | Refusal)[];
  readonly attempts: readonly Attempt[];
  readonly next?: NextStep;
  readonly problems: readonly Problem[];
}

/** `closewell note CLIENT`: the note of an attempt or of the closing; with `--record` it goes into the client's file. */
export async function note(io: Io, path: string, flags: NoteFlags): Promise<Exit> {
  const asked = readNoteAsked(flags, path);
  if (typeof asked === 'string') {
    io.err(`${asked}\n`);
    return EXIT.usage;
  }
  if (asked.kind === 'undo') {
    await changeClient(path, (text) => takeBackAttempt(text, path));
    io.err('Taken back: the last attempt on record\n');
    return EXIT.done;
  }
  const read = await readRequest(io, path, flags.number ?? flags.to, flags);
  if (read.request === undefined) return read.exit;
  if (read.request.on > read.request.today) {
    io.err('--on wants a day that has come: a note is about what happened\n');
    return EXIT.usage;
  }
  const made = await make(io, { ...read, request: read.request }, asked, flags);
  return typeof made === 'number' ? made : deliver(io, path, made, flags);
}

type Read = ReadRequest & { readonly request: Request };

async function make(
  io: Io,
  read: Read,
  asked: Exclude<NoteAsked, { kind: 'undo' }>,
  flags: NoteFlags,
): Promise<Made | Exit> {
  const { request, place } = read;
  const { recipients, problems } = listRecipients(request);
  if (problems.length > 0) {
    report(io, place(problems));
    return EXIT.problems;
  }
  if (asked.kind === 'closing') {
    const closings = recipients.map(({ index }) => composeClosing(request, index, flags.because));
    return {
      request,
      notes: closings.map(({ outcome }) => outcome),
      attempts: closings.flatMap(({ attempt, isOnRecord }) => (isOnRecord ? [] : [attempt])),
      problems: place(closings.flatMap((one) => one.problems)),
    };
  }
  const parts = listJointParts(request, asked);
  if (parts.length > 0) return makeBoth(io, read, parts, flags);
  const about = recipients.filter(
    ({ recipient }) =>
      request.to === undefined || recipient.contactPoints.some(({ label }) => label === request.to),
  );
  const [one, ...others] = about;
  if (one === undefined || others.length > 0) {
    io.err('The note is about one of them: choose with --recipient 1 or --recipient 2\n');
    return EXIT.usage;
  }
  return makeOne(io, read, { ...asked, index: one.index }, flags);
}

async function makeOne(
  io: Io,
  { request, place }: Read,
  told: AttemptTold,
  flags: NoteFlags,
): Promise<Made | Exit> {
  const edited =
    flags.edited === undefined ? undefined : await readEdited(io, request, told, flags.edited, place);
  if (typeof edited === 'number') return edited;
  const made = composeNote(request, { ...told, ...(edited && { edited: edited.edited }) });
  if (made === undefined) {
    io.err(
      `They have no such number or address of which "${told.outcome}" can come: name another outcome, or another label\n`,
    );
    return EXIT.usage;
  }
  return {
    request,
    notes: [made.note],
    attempts: [made.attempt],
    next: made.next,
    problems: [...(edited?.problems ?? []), ...place(made.problems)],
  };
}

async function makeBoth(
  io: Io,
  read: Read,
  parts: readonly JointPart[],
  flags: NoteFlags,
): Promise<Made | Exit> {
  const made: Made[] = [];
  for (const { request, told } of parts) {
    const one = await makeOne(io, { ...read, request }, told, flags);
    if (typeof one === 'number') return one;
    made.push(one);
  }
  return {
    request: read.request,
    notes: made.flatMap(({ notes }) => notes),
    attempts: made.flatMap(({ attempts }) => attempts),
    problems: distinct(made.flatMap(({ problems }) => problems)),
  };
}

async function readEdited(
  io: Io,
  request: Request,
  { index, outcome, step, joint }: AttemptTold,
  path: string,
  place: ReadRequest['place'],
) {
  const isLetter = outcome === 'letter-sent';
  if (!isLetter && outcome !== 'voicemail-left') {
    io.err('--edited is for a voicemail that was left or a letter that was sent\n');
    return EXIT.usage;
  }
  const steps = {
    letters: isLetter ? Object.values(LETTER_STEPS).filter((one) => step === undefined || one === step) : [],
    calls: isLetter
      ? []
      : (['first-call', 'final-call'] as const).filter((one) => step === undefined || one === step),
  };
  const one = joint ? togetherOf(request) : { ...request, recipient: String(index + 1) };
  const found = await readEditedFile(io, path, one, steps, place);
  if (typeof found === 'number') return found;
  const { text, candidate, checked } = found;
  return {
    edited: { message: candidate.message, text, changes: checked.changes },
    problems: checked.problems,
  };
}

/** Records first: what cannot be recorded is not printed as if it were. */
async function deliver(
  io: Io,
  path: string,
  { request, notes, attempts, next, problems }: Made,
  flags: NoteFlags,
): Promise<Exit> {
  report(io, problems);
  const ready = notes.filter(isMessage);
  const isWhole = ready.length === notes.length;
  if (flags.record && isWhole && attempts.length > 0)
    await changeClient(path, (text) => recordAttempts(text, request.file.file, attempts));
  if (flags.json) {
    const json = notes.map((one) => messageJson(one, request.library.practice.policy));
    const about = { on: request.on, notes: json, attempts, next: next ?? null };
    io.out(
      `${JSON.stringify({ ...about, isRecorded: flags.record === true && isWhole, problems }, undefined, 2)}\n`,
    );
  } else if (isWhole) io.out(ready.map(renderNote).join('\n\f\n'));
  for (const reason of new Set(notes.flatMap((one) => (isMessage(one) ? [] : [one.reason]))))
    io.err(`No note: ${reason}\n`);
  if (flags.record && isWhole)
    io.err(attempts.length > 0 ? `Recorded: ${path}\n` : `On record already: ${path}\n`);
  if (isWhole) return EXIT.done;
  return exitOf(
    notes.filter((one) => !isMessage(one)),
    hasErrors(problems),
  );
}

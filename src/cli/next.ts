import { clientMisfits } from '../compose/compose-at.ts';
import { listMissing } from '../compose/list-missing.ts';
import { listNextSteps } from '../course/case-steps.ts';
import { isDay } from '../course/dates.ts';
import type { NextStep } from '../course/next-step.ts';
import { todayIn } from '../course/today.ts';
import { compareUrgency, unseenDays } from '../course/urgency.ts';
import { listClients } from '../files/list-clients.ts';
import type { Library } from '../library/library.ts';
import type { ClientFile } from '../model/parse-client.ts';
import type { Problem } from '../problem.ts';
import { type Reviewed, renderNextLine } from '../render/next-line.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';
import { readClient } from './request.ts';

export interface NextFlags {
  readonly practice?: string;
  readonly on?: string;
  readonly json?: boolean;
}

/**
 * `closewell next FILE…`: what comes next for each person of each case, most urgent first. A file that cannot be read is
 * reported, and the others are listed all the same.
 */
export async function next(io: Io, paths: readonly string[], flags: NextFlags): Promise<Exit> {
  if (flags.on !== undefined && !isDay(flags.on)) {
    io.err('--on wants a day such as 2026-12-01\n');
    return EXIT.usage;
  }
  const folder = await findPractice(io, flags.practice);
  const { value: library, problems: found } = await readLibrary(io, folder);
  const problems: Problem[] = placeFrom(io, folder, found);
  const reviewed: Reviewed[] = [];
  let unread = 0;
  for (const path of await listClients(paths)) {
    const { value: file, problems: met } = await readClient(io, path);
    const misfits = library && file ? clientMisfits({ library, file }) : [];
    problems.push(...placeFrom(io, folder, [...met, ...misfits]));
    if (file === undefined || misfits.length > 0) unread++;
    else if (library !== undefined)
      reviewed.push(...review(library, file, todayIn(library.practice.timeZone, io.now()), flags.on));
  }
  reviewed.sort(compareUrgency);
  report(io, problems);
  if (flags.json) io.out(`${JSON.stringify({ clients: reviewed.map(lineJson), problems }, undefined, 2)}\n`);
  else io.out(reviewed.map((one) => `${renderNextLine(one)}\n`).join(''));
  if (library === undefined) return EXIT.problems;
  return unread > 0 ? EXIT.input : EXIT.done;
}

function review(library: Library, file: ClientFile, today: string, on = today): Reviewed[] {
  const { client } = file;
  const request = { library, file, on, today, use: {}, without: [] };
  return listNextSteps(library.practice, client, on).map((step, index) => {
    const message = messageOf(step);
    return {
      id: client.id,
      recipient: client.recipients.length > 1 ? index + 1 : undefined,
      next: step,
      unseenDays: unseenDays(client, on),
      missing: message === undefined ? [] : listMissing(request, index, message),
    };
  });
}

/** The message that the step wants, now or once its day has come. */
function messageOf({ step, ahead = step, letter }: NextStep) {
  if (letter !== undefined) return letter;
  return ahead === 'first-call' || ahead === 'final-call' ? ahead : undefined;
}

/** Without the labels of numbers and addresses, which may hold anything. */
function lineJson({
  id,
  recipient,
  next: { place: _, notice, ...step },
  unseenDays: days,
  missing,
}: Reviewed) {
  return {
    id,
    ...(recipient === undefined ? {} : { recipient }),
    unseenDays: days ?? null,
    ...step,
    ...(notice && { notice: { how: notice.how, on: notice.on, closesOn: notice.closesOn } }),
    missing,
  };
}

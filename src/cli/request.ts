import { clientMisfits } from '../compose/compose-at.ts';
import type { Request } from '../compose/reach.ts';
import { isDay } from '../course/dates.ts';
import { todayIn } from '../course/today.ts';
import { readClientText } from '../files/read-client.ts';
import { LEVELS, type Level } from '../model/level.ts';
import { type ClientFile, parseClient } from '../model/parse-client.ts';
import type { Problem, Result } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

/** The flags that a call sheet and a letter share. */
export interface ComposeFlags {
  readonly practice?: string;
  readonly recipient?: string;
  readonly level?: string;
  readonly use: readonly string[];
  readonly without: readonly string[];
  readonly on?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** A request ready to compose, or the exit where there is none; what stands in its way is reported by then. */
export interface ReadRequest {
  readonly request?: Request;
  readonly exit: Exit;
  /** The practice's. */
  readonly folder: string;
  /** Names the practice's files in problems as they can be opened from here. */
  readonly place: (problems: readonly Problem[]) => Problem[];
}

/** The request that the flags make of a client file and a practice. */
export async function readRequest(
  io: Io,
  path: string,
  to: string | undefined,
  flags: ComposeFlags,
): Promise<ReadRequest> {
  const folder = await findPractice(io, flags.practice);
  const place = (problems: readonly Problem[]) => placeFrom(io, folder, problems);
  const usage = usageFault(flags);
  if (usage !== undefined) {
    io.err(`${usage}\n`);
    return { exit: EXIT.usage, place, folder };
  }
  const library = await readLibrary(io, folder);
  const client = await readClient(io, path);
  const misfits =
    library.value && client.value ? clientMisfits({ library: library.value, file: client.value }) : [];
  const problems = place([...library.problems, ...client.problems, ...misfits]);
  report(io, problems);
  if (library.value !== undefined && client.value !== undefined && misfits.length === 0) {
    return {
      request: makeRequest(io, { library: library.value, file: client.value }, to, flags),
      exit: EXIT.done,
      place,
      folder,
    };
  }
  if (flags.json) io.out(`${JSON.stringify({ problems }, undefined, 2)}\n`);
  return {
    exit: client.value === undefined || misfits.length > 0 ? EXIT.input : EXIT.problems,
    place,
    folder,
  };
}

/** The client of a file or of standard input, with every problem in it. */
export async function readClient(io: Io, path: string): Promise<Result<ClientFile>> {
  const { text, file, problems } = await readClientText(path, io.readStdin);
  return problems.length > 0 ? { value: undefined, problems } : parseClient(text, file);
}

/** The request that the flags make of a client and a practice that were read. */
export function makeRequest<Read extends Pick<Request, 'library'>>(
  io: Io,
  read: Read,
  to: string | undefined,
  { recipient, level, use, without, on, strict }: ComposeFlags,
): Read & Omit<Request, 'library' | 'file'> {
  const today = todayIn(read.library.practice.timeZone, io.now());
  return {
    ...read,
    on: on ?? today,
    today,
    strict: strict ?? false,
    use: Object.fromEntries(use.map((pick) => pick.split('=', 2) as [string, string])),
    without,
    ...(to === undefined ? {} : { to }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(level === undefined ? {} : { level: level as Level }),
  };
}

/** What is wrong with the flags themselves, in words. */
export function usageFault({ on, use, level }: ComposeFlags): string | undefined {
  if (on !== undefined && !isDay(on)) return '--on wants a day such as 2026-12-01';
  if (level !== undefined && !LEVELS.some((one) => one === level))
    return `--level wants one of: ${LEVELS.join(', ')}`;
  return use.every((pick) => /^[a-z-]+=[a-z0-9-]+$/.test(pick))
    ? undefined
    : '--use wants section=variant, such as open-door=waiting-list';
}

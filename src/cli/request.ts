import { clientMisfits } from '../compose/compose-at.ts';
import type { Request } from '../compose/reach.ts';
import { readClientText } from '../files/read-client.ts';
import { LEVELS, type Level } from '../model/level.ts';
import { parseClient } from '../model/parse-client.ts';
import { hasErrors } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, readLibrary, todayIn } from './practice.ts';
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
}

/** The request that the flags make of a client file and a practice; problems are already reported where it is absent. */
export async function readRequest(
  io: Io,
  path: string,
  to: string | undefined,
  flags: ComposeFlags,
): Promise<{ request?: Request; exit: Exit }> {
  const usage = usageFault(flags);
  if (usage !== undefined) {
    io.err(`${usage}\n`);
    return { exit: EXIT.usage };
  }
  const library = await readLibrary(io, await findPractice(io, flags.practice));
  report(io, library.problems);
  const { text, file, problems } = await readClientText(path, io.readStdin);
  const parsed = problems.length > 0 ? { value: undefined, problems } : parseClient(text, file);
  report(io, parsed.problems);
  if (parsed.value === undefined || hasErrors(parsed.problems)) return { exit: EXIT.input };
  if (library.value === undefined) return { exit: EXIT.problems };
  const misfits = clientMisfits({ library: library.value, file: parsed.value });
  report(io, misfits);
  if (misfits.length > 0) return { exit: EXIT.input };
  const { recipient, level, use, without } = flags;
  const request: Request = {
    library: library.value,
    file: parsed.value,
    on: flags.on ?? todayIn(library.value.practice.timeZone, io.now()),
    use: Object.fromEntries(use.map((pick) => pick.split('=', 2) as [string, string])),
    without,
    ...(to === undefined ? {} : { to }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(level === undefined ? {} : { level: level as Level }),
  };
  return { request, exit: EXIT.done };
}

function usageFault({ on, use, level }: ComposeFlags): string | undefined {
  if (on !== undefined && !isDay(on)) return '--on wants a day such as 2026-12-01';
  if (level !== undefined && !LEVELS.some((one) => one === level))
    return `--level wants one of: ${LEVELS.join(', ')}`;
  return use.every((pick) => /^[a-z-]+=[a-z0-9-]+$/.test(pick))
    ? undefined
    : '--use wants section=variant, such as open-door=waiting-list';
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

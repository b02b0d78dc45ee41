import { ProblemError } from '../files/problem-error.ts';
import { writeWhole } from '../files/write-file.ts';
import { problem } from '../problem.ts';
import type { Letter } from '../render/letter.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPage, type Run } from './letter-desk.ts';
import { report } from './report.ts';
import { makeRequest } from './request.ts';

/** A letter that was written: enough to sort it, and to make it once more. */
export interface Printed {
  /** The client's file. */
  readonly path: string;
  readonly name: string;
  /** Absent for a letter that goes through a portal, which nobody prints. */
  readonly postcode?: string;
}

/**
 * Writes the posted letters into one PDF for the printer, in the order of their postcodes, those without one last. Each
 * is made once more, so that no more than one has to be kept.
 */
export async function writePrintFile(
  io: Io,
  run: Run,
  { file, written }: { readonly file: string; readonly written: readonly Printed[] },
): Promise<Exit> {
  const posted = written.filter(({ postcode }) => postcode !== undefined).sort(byPostcode);
  if (posted.length === 0) {
    io.err('There is no letter to print.\n');
    return EXIT.done;
  }
  const { printPdf } = await import('./pdf.ts');
  const { on: isoDate } = makeRequest(io, run, undefined, run.flags);
  const facts = {
    language: run.library.practice.language,
    title: `Letters, ${isoDate}`,
    isoDate,
  };
  try {
    await writeWhole(file, printPdf(io, facts, pagesOf(io, run, posted)), run.flags.force ?? false);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    report(io, error.problems);
    return EXIT.problems;
  }
  io.err(`Written: ${file}, with ${posted.length} letter${posted.length === 1 ? '' : 's'} to print\n`);
  return EXIT.done;
}

function byPostcode(one: Printed, other: Printed): number {
  const key = ({ postcode, name }: Printed) => `${postcode === '' ? 1 : 0}${postcode} ${name}`;
  return key(one) < key(other) ? -1 : 1;
}

async function* pagesOf(io: Io, run: Run, posted: readonly Printed[]): AsyncGenerator<Letter> {
  for (const { path, name } of posted) {
    const page = await findPage(io, run, path, name);
    if (page === undefined) throw new ProblemError([changed(path)]);
    yield page;
  }
}

const changed = (path: string) =>
  problem(
    'file-unreadable',
    { file: path, line: 1, column: 1 },
    'the letter of this client file is no longer made: it was changed meanwhile',
    'Run the command again, with --force.',
  );

import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listClients } from '../files/list-clients.ts';
import { ProblemError } from '../files/problem-error.ts';
import { sweepFolder } from '../files/temporary.ts';
import { writeUnswept } from '../files/write-file.ts';
import { type Problem, problem } from '../problem.ts';
import { wantsPdf } from './deliver.ts';
import { inOrder } from './in-order.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { isToldByName, LETTER_STEPS, type LetterFlags } from './letter.ts';
import type { CaseReport, MadeLetter, Run } from './letter-desk.ts';
import { hireHands } from './letter-hands.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { type Printed, writePrintFile } from './print-file.ts';
import { watchProgress } from './progress.ts';
import { report, reportLines } from './report.ts';
import { usageFault } from './request.ts';

export interface LettersFlags extends LetterFlags {
  /** A PDF of all letters, in the order of their postcodes. */
  readonly printFile?: string;
}

/** Whether several letters are asked for: several clients, a folder of them, or a folder to write to. */
export async function isMany(
  paths: readonly string[],
  { output, printFile }: LettersFlags,
): Promise<boolean> {
  return (
    paths.length > 1 || printFile !== undefined || (await isFolder(paths[0])) || (await isFolder(output))
  );
}

const isFolder = async (path: string | undefined) =>
  path !== undefined && path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory() === true;

/**
 * `closewell letter FILE… -o DIR`: every letter that is due, or of the kind asked for, as a PDF of its own, named by the
 * record's id, the recipient's number and the day. What is refused is listed at the end and stops nothing else.
 */
export async function letters(io: Io, paths: readonly string[], flags: LettersFlags): Promise<Exit> {
  const usage = usageOf(paths, flags);
  if (usage !== undefined) {
    io.err(`${usage}\n`);
    return EXIT.usage;
  }
  const folder = await findPractice(io, flags.practice);
  const { value: library, problems } = await readLibrary(io, folder);
  report(io, placeFrom(io, folder, problems));
  if (library === undefined) return EXIT.problems;
  if (isToldByName(io, library.practice, { flag: '--print-file', path: flags.printFile })) return EXIT.usage;
  const output = flags.output ?? '';
  await mkdir(output, { recursive: true, mode: 0o700 });
  await sweepFolder(output);
  const run = { library, folder, flags };
  const { printFile } = flags;
  const written = await writeLetters(io, run, {
    paths: await listClients(paths),
    output,
    isPrinted: printFile !== undefined,
  });
  for (const line of written.said) io.err(line);
  io.err(`Written: ${count(written.count, 'letter')} in ${output}\n`);
  if (printFile !== undefined)
    written.exits.add(await writePrintFile(io, run, { file: printFile, written: written.printed }));
  return [EXIT.problems, EXIT.input].find((one) => written.exits.has(one)) ?? EXIT.done;
}

/** A number with the word for what it counts. */
const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

function usageOf(paths: readonly string[], flags: LettersFlags): string | undefined {
  if (flags.kind !== undefined && !Object.hasOwn(LETTER_STEPS, flags.kind))
    return `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}`;
  if (flags.from !== undefined || flags.json || wantsPdf(flags) || flags.output === undefined)
    return 'Letters to several clients want -o with a folder, and none of --from, --json, --check, --protect, --preview';
  if (flags.printFile !== undefined && !flags.printFile.toLowerCase().endsWith('.pdf'))
    return '--print-file wants a name that ends in .pdf';
  // For the print file each client's file is read a second time.
  if (flags.printFile !== undefined && paths.includes('-'))
    return '--print-file wants client files, not standard input';
  return usageFault(flags);
}

/** What became of a run. */
interface Written {
  readonly exits: Set<Exit>;
  readonly said: string[];
  count: number;
  /** What is to be printed. */
  readonly printed: Printed[];
  /** The names of the letters so far. */
  readonly names: Set<string>;
}

/** Client files that are handed out together: few enough to share the work evenly, enough to be worth the handing. */
const STACK = 16;

/** What is to be done, and where. */
interface Job {
  readonly paths: readonly string[];
  readonly output: string;
  readonly isPrinted: boolean;
}

async function writeLetters(io: Io, run: Run, { paths, ...job }: Job): Promise<Written> {
  const written: Written = { exits: new Set(), said: [], count: 0, printed: [], names: new Set() };
  const stacks = Array.from({ length: Math.ceil(paths.length / STACK) }, (_, index) =>
    paths.slice(index * STACK, (index + 1) * STACK),
  );
  const progress = watchProgress(io, paths.length);
  const { hands, end } = hireHands(io, run, paths);
  try {
    for await (const reports of inOrder(stacks, hands)) {
      const file = await Promise.all(reports.map((one) => writeCase(one, { ...job, written, run })));
      for (const lines of file) written.said.push(...lines);
      progress(reports.length);
    }
  } finally {
    await end();
  }
  return written;
}

interface Place extends Omit<Job, 'paths'> {
  readonly written: Written;
  readonly run: Run;
}

/** Writes the letters of one case; gives back what there is to say. */
async function writeCase(made: CaseReport, { written, output, isPrinted, run }: Place): Promise<string[]> {
  written.exits.add(made.exit);
  // Which of two letters with one name is the first must not depend on which is written first.
  const isFirst = made.letters.map(({ name }) => !written.names.has(name) && written.names.add(name));
  const problems = await Promise.all(
    made.letters.map(async (letter, index): Promise<readonly Problem[]> => {
      if (!isFirst[index]) return [sameName(made.path)];
      const found = await writeOne(join(output, letter.name), letter, run.flags.force ?? false);
      if (found.length > 0) return found;
      written.count += 1;
      if (isPrinted) written.printed.push(printedOf(made.path, letter));
      return found;
    }),
  );
  if (problems.some((found) => found.length > 0)) written.exits.add(EXIT.problems);
  return [...made.said, ...reportLines(problems.flat())];
}

const printedOf = (path: string, { name, postcode }: MadeLetter): Printed => ({
  path,
  name,
  ...(postcode === undefined ? {} : { postcode }),
});

const sameName = (path: string) =>
  problem(
    'output-exists',
    { file: path, line: 1, column: 1 },
    'the letters of another client file in this run have the same id',
    'Give each client an id of its own.',
  );

/** A file that stands there already is told, and the others are written all the same. */
async function writeOne(path: string, { bytes }: MadeLetter, force: boolean): Promise<readonly Problem[]> {
  try {
    await writeUnswept(path, bytes, force);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems;
  }
}

import { type CaseLetter, type CaseLetters, composeAll, type Round } from '../compose/compose-all.ts';
import type { Library } from '../library/library.ts';
import { hasErrors, type Problem } from '../problem.ts';
import type { Letter } from '../render/letter.ts';
import { postcodeOf } from '../render/postcode.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { LETTER_STEPS, type LetterFlags } from './letter.ts';
import { loadPdf, makePage } from './page.ts';
import { placeFrom } from './practice.ts';
import { reportLines } from './report.ts';
import { makeRequest, readClient } from './request.ts';

/** The letters of many cases on one thread: client files go in, PDFs and what there is to say come out. */

/** What all letters of a run have in common. */
export interface Run {
  readonly library: Library;
  /** The practice's folder. */
  readonly folder: string;
  readonly flags: LetterFlags;
}

/** A letter that is to be written. */
export interface MadeLetter {
  /** The name of its file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it goes by post; absent for one that does not. */
  readonly postcode?: string;
}

/** What became of one client's file; nothing in it tells which thread it was on. */
export interface CaseReport {
  readonly path: string;
  readonly exit: Exit;
  /** Lines for standard error: problems, and why there is no letter. */
  readonly said: readonly string[];
  readonly letters: readonly MadeLetter[];
}

/** The reports on client files, in their order. */
export async function makeLetters(io: Io, run: Run, paths: readonly string[]): Promise<CaseReport[]> {
  const reports: CaseReport[] = [];
  for await (const made of composeAll(readCases(io, paths), roundOf(io, run)))
    reports.push(await reportOn(io, run, paths[reports.length] ?? '', made));
  return reports;
}

async function* readCases(io: Io, paths: readonly string[]) {
  for (const path of paths) yield await readClient(io, path);
}

function roundOf(io: Io, { library, flags }: Run): Round {
  const request = makeRequest(io, { library }, flags.to, flags);
  const asked = flags.kind === undefined ? undefined : LETTER_STEPS[flags.kind];
  return asked === undefined ? request : { ...request, asked };
}

/** The name of a letter's file: the record's id, the recipient's number and the day. */
const nameOf = ({ id, recipient }: CaseLetter, on: string) => `${id}-${recipient}-${on}.pdf`;

async function reportOn(io: Io, run: Run, path: string, made: CaseLetters): Promise<CaseReport> {
  const drawn = await Promise.all(made.letters.map((letter) => draw(io, run, letter)));
  const isUnusable = made.problems.length > 0;
  const isAmiss = drawn.some(({ problems }) => hasErrors(problems));
  return {
    path,
    exit: isUnusable ? EXIT.input : isAmiss ? EXIT.problems : EXIT.done,
    said: [
      ...reportLines(placeFrom(io, run.folder, made.problems)),
      ...drawn.flatMap(({ problems, reason }) => [
        ...reportLines(placeFrom(io, run.folder, problems)),
        ...reason,
      ]),
    ],
    letters: drawn.flatMap(({ letter }) => letter),
  };
}

interface Drawn {
  readonly letter: readonly MadeLetter[];
  readonly problems: readonly Problem[];
  readonly reason: readonly string[];
}

async function draw(io: Io, run: Run, composed: CaseLetter): Promise<Drawn> {
  const { id, recipient, message, reason, problems } = composed;
  if (message === undefined) return { letter: [], problems, reason: [`${id}/${recipient}: ${reason}\n`] };
  const page = await makePage(io, message, run, true);
  const { pdfOf } = await loadPdf(io);
  const pdf = page.value && (await pdfOf(io, page.value));
  const found = [...problems, ...page.problems, ...(pdf?.problems ?? [])];
  const bytes = pdf?.value;
  if (bytes === undefined)
    return { letter: [], problems: found, reason: [`${id}/${recipient}: no letter.\n`] };
  const { addressee } = message.parts;
  const letter = {
    name: nameOf(composed, message.on),
    bytes,
    ...(addressee.length === 0 ? {} : { postcode: postcodeOf(addressee) }),
  };
  return { letter: [letter], problems: found, reason: [] };
}

/** The page of one letter of a client's file, by the name of its file; undefined where it is no longer made. */
export async function findPage(io: Io, run: Run, path: string, name: string): Promise<Letter | undefined> {
  for await (const { letters } of composeAll(readCases(io, [path]), roundOf(io, run))) {
    const found = letters.find((one) => one.message !== undefined && nameOf(one, one.message.on) === name);
    if (found?.message !== undefined) return (await makePage(io, found.message, run, true)).value;
  }
  return undefined;
}

import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterStep } from '../compose/choose-step.ts';
import { clientMisfits } from '../compose/compose-at.ts';
import { composeLetters } from '../compose/compose-letter.ts';
import { isMessage, type Message } from '../compose/message.ts';
import type { Request } from '../compose/reach.ts';
import { listNextSteps } from '../course/case-steps.ts';
import { listClients } from '../files/list-clients.ts';
import { ProblemError } from '../files/problem-error.ts';
import { writeWhole } from '../files/write-file.ts';
import type { Library } from '../library/library.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { wantsPdf } from './deliver.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { LETTER_STEPS, type LetterFlags } from './letter.ts';
import { pageOf } from './page.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { renderAs } from './render-as.ts';
import { report } from './report.ts';
import { makeRequest, readClient, usageFault } from './request.ts';

/** Whether several letters are asked for: several clients, a folder of them, or a folder to write to. */
export async function isMany(paths: readonly string[], output: string | undefined): Promise<boolean> {
  return paths.length > 1 || (await isFolder(paths[0])) || (await isFolder(output));
}

const isFolder = async (path: string | undefined) =>
  path !== undefined && path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory() === true;

/**
 * `closewell letter FILE… -o DIR`: every letter that is due, or of the kind asked for, as a PDF of its own, named by the
 * record's id, the recipient's number and the day. What is refused is listed with its reason and stops nothing else.
 */
export async function letters(io: Io, paths: readonly string[], flags: LetterFlags): Promise<Exit> {
  const usage = usageOf(flags);
  if (usage !== undefined) {
    io.err(`${usage}\n`);
    return EXIT.usage;
  }
  const folder = await findPractice(io, flags.practice);
  const place = (problems: readonly Problem[]) => placeFrom(io, folder, problems);
  const { value: library, problems } = await readLibrary(io, folder);
  report(io, place(problems));
  if (library === undefined) return EXIT.problems;
  const output = flags.output ?? '';
  await mkdir(output, { recursive: true, mode: 0o700 });
  const exits = new Set<Exit>();
  for (const path of await listClients(paths)) {
    const { exit, found } = await writeOfCase(io, path, library, { ...flags, output });
    report(io, place(found));
    exits.add(exit);
  }
  return [EXIT.problems, EXIT.input].find((exit) => exits.has(exit)) ?? EXIT.done;
}

function usageOf(flags: LetterFlags): string | undefined {
  if (flags.kind !== undefined && !Object.hasOwn(LETTER_STEPS, flags.kind))
    return `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}`;
  if (flags.from !== undefined || flags.json || wantsPdf(flags) || flags.output === undefined)
    return 'Letters to several clients want -o with a folder, and none of --from, --json, --check, --protect';
  return usageFault(flags);
}

type Many = LetterFlags & { readonly output: string };

/** The letters of one client's file, each written or told why not. */
async function writeOfCase(
  io: Io,
  path: string,
  library: Library,
  flags: Many,
): Promise<{ exit: Exit; found: readonly Problem[] }> {
  const { value: file, problems } = await readClient(io, path);
  const found = [...problems, ...(file ? clientMisfits({ library, file }) : [])];
  if (file === undefined || found.length > 0) return { exit: EXIT.input, found };
  const request = makeRequest(io, { library, file }, flags.to, flags);
  const exits: Exit[] = [];
  const asked = flags.kind === undefined ? undefined : LETTER_STEPS[flags.kind];
  const steps = listNextSteps(library.practice, file.client, request.on).map((next) => ({
    next,
    step: asked ?? (next.isEarly ? undefined : next.letter),
  }));
  const together = jointStep(
    request,
    steps.map(({ step }) => step),
  );
  if (together !== undefined) return { exit: await writeOne(io, request, together, flags), found };
  for (const [index, { next, step }] of steps.entries()) {
    const who = `${file.client.id}/${index + 1}`;
    if (step === undefined) io.err(`${who}: no letter is due. Next: ${next.step.replaceAll('-', ' ')}.\n`);
    else exits.push(await writeOne(io, { ...request, recipient: String(index + 1) }, step, flags));
  }
  return { exit: exits.includes(EXIT.problems) ? EXIT.problems : EXIT.done, found };
}

/** The step that makes one letter to both partners; undefined where each gets their own, or none. */
function jointStep(request: Request, steps: readonly (LetterStep | undefined)[]): LetterStep | undefined {
  const [step, ...others] = steps;
  if (request.file.client.jointLetter === undefined || step === undefined) return undefined;
  const isSame = request.recipient === undefined && others.every((other) => other === step);
  return isSame && composeLetters(request, step).letters.length < steps.length ? step : undefined;
}

async function writeOne(io: Io, request: Request, step: LetterStep, flags: Many): Promise<Exit> {
  const { letters: made, problems } = composeLetters(request, step);
  report(io, problems);
  const [outcome] = made.map(({ message }) => message);
  const who = `${request.file.client.id}/${request.recipient ?? BOTH}`;
  if (outcome === undefined || !isMessage(outcome) || hasErrors(problems)) {
    io.err(`${who}: no letter. ${outcome !== undefined && !isMessage(outcome) ? outcome.reason : ''}\n`);
    return hasErrors(problems) ? EXIT.problems : EXIT.done;
  }
  const name = `${request.file.client.id}-${request.recipient ?? BOTH}-${request.on}.pdf`;
  return writeAs(io, outcome, join(flags.output, name), flags);
}

/** Both partners, in the name of a file. */
const BOTH = 'both';

/** A file that stands there already is told, and the others are written all the same. */
async function writeAs(io: Io, message: Message, path: string, flags: Many): Promise<Exit> {
  const { value: page, problems } = await pageOf(io, message, flags, true);
  report(io, problems);
  const content = page && (await renderAs(io, page, '.pdf'));
  if (content === undefined) return EXIT.problems;
  try {
    await writeWhole(path, content, flags.force ?? false);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    report(io, error.problems);
    return EXIT.problems;
  }
  io.err(`Written: ${path}\n`);
  return EXIT.done;
}

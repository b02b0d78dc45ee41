import { basename, extname } from 'node:path';
import type { LetterStep } from '../compose/choose-step.ts';
import { composeLetters, type Letters } from '../compose/compose-letter.ts';
import { isMessage, type Message, type Refusal } from '../compose/message.ts';
import { namesProgram } from '../library/part2.ts';
import type { Policy, Practice } from '../model/practice.ts';
import { hasErrors } from '../problem.ts';
import { renderLetterText } from '../render/letter-text.ts';
import { messageJson } from '../render/message-text.ts';
import { type Delivery, type DeliveryFlags, deliver, deliveryFault, wantsPdf } from './deliver.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { makePage, type PageFlags, type PageRun } from './page.ts';
import { FORMATS } from './render-as.ts';
import { report } from './report.ts';
import { type ComposeFlags, readRequest } from './request.ts';
import { exitOf } from './script.ts';

export interface LetterFlags extends ComposeFlags, PageFlags, DeliveryFlags {
  readonly kind?: string;
  readonly to?: string;
  readonly from?: string;
}

type LetterRun = PageRun & { readonly flags: LetterFlags };

/** The kinds of letter by the word that flags use. */
export const LETTER_STEPS: Readonly<Record<string, LetterStep>> = {
  outreach: 'outreach-letter',
  closing: 'closing-letter',
  caring: 'caring-contact',
  welcome: 'welcome-back',
};

/** `closewell letter CLIENT`: the letter as text on standard output, or in the form that the output's ending says. */
export async function letter(io: Io, path: string, flags: LetterFlags): Promise<Exit> {
  const { kind } = flags;
  const format = formatOf(flags);
  const usage = letterFault(flags, format);
  if (usage !== undefined) {
    io.err(`${usage}\n`);
    return EXIT.usage;
  }
  if (flags.from !== undefined)
    return (await import('./letter-from.ts')).letterFrom(io, path, flags.from, flags, format);
  const { request, exit, place, folder } = await readRequest(io, path, flags.to, flags);
  if (request === undefined) return exit;
  if (isToldByName(io, request.library.practice, { flag: '-o', path: flags.output })) return EXIT.usage;
  const made = composeLetters(request, kind === undefined ? undefined : LETTER_STEPS[kind]);
  const composed = { ...made, problems: place(made.problems) };
  const messages = composed.letters.map(({ message }) => message);
  report(io, composed.problems);
  if (flags.json)
    io.out(`${JSON.stringify(lettersJson(composed, request.library.practice.policy), undefined, 2)}\n`);
  else for (const reason of messages.flatMap(refusalReason)) io.err(`No letter: ${reason}\n`);
  const ended = exitOf(messages, hasErrors(composed.problems));
  // Nothing is written where an error stands.
  if (flags.output !== undefined && ended !== EXIT.done) return ended;
  const run = { library: request.library, folder, flags };
  const delivery = { run, format, isClientOnStdin: path === '-' };
  return (await deliverAll(io, messages.filter(isMessage), delivery)) ?? ended;
}

/** The ending that says the form; without a file it is text, or a PDF where only a PDF will do. */
function formatOf(flags: LetterFlags): string {
  if (flags.output !== undefined) return extname(flags.output).toLowerCase();
  return wantsPdf(flags) ? '.pdf' : '.txt';
}

function letterFault(flags: LetterFlags, format: string): string | undefined {
  if (flags.kind !== undefined && !Object.hasOwn(LETTER_STEPS, flags.kind))
    return `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}`;
  if (!FORMATS.includes(format)) return `-o wants a name that ends in ${FORMATS.join(', ')}`;
  return deliveryFault(flags, format);
}

/** Whether the file would have the name of a Part 2 program, where a list of files or of mails shows it; said if so. */
export function isToldByName(io: Io, practice: Practice, { flag, path }: NamedFile): boolean {
  const isTold = path !== undefined && namesProgram(practice, basename(path));
  if (isTold) io.err(`${flag} wants a name without the program's name: a file's name is seen by others\n`);
  return isTold;
}

/** A file to write, and the flag that names it. */
interface NamedFile {
  readonly flag: string;
  readonly path: string | undefined;
}

/** Why there is no letter, where no problem has said so already. */
function refusalReason(outcome: Message | Refusal): string[] {
  return isMessage(outcome) || ['fact-missing', 'check-failed'].includes(outcome.refused)
    ? []
    : [outcome.reason];
}

async function deliverAll(
  io: Io,
  letters: readonly Message[],
  { run, ...delivery }: Omit<Delivery, 'page' | 'flags'> & { readonly run: LetterRun },
): Promise<Exit | undefined> {
  const { format } = delivery;
  const { flags } = run;
  if (flags.output === undefined && format === '.txt') return printAll(io, letters, run);
  const [one, ...others] = letters;
  if (one === undefined) return undefined;
  if (others.length > 0) {
    io.err('There is a letter for each of them: choose one with --recipient 1 or --recipient 2.\n');
    return EXIT.usage;
  }
  const { value: page, problems } = await makePage(io, one, run, format !== '.txt' && format !== '.md');
  report(io, problems);
  const exit = page === undefined ? EXIT.problems : await deliver(io, { ...delivery, page, flags });
  return exit === EXIT.done ? undefined : exit;
}

/** The letters as text, each on a page of its own. */
async function printAll(io: Io, letters: readonly Message[], run: LetterRun): Promise<Exit | undefined> {
  if (run.flags.json) return undefined;
  const pages = await Promise.all(letters.map((one) => makePage(io, one, run, false)));
  report(
    io,
    pages.flatMap((page) => page.problems),
  );
  io.out(pages.flatMap(({ value }) => (value === undefined ? [] : renderLetterText(value))).join('\n\f\n'));
  return pages.some(({ value }) => value === undefined) ? EXIT.problems : undefined;
}

function lettersJson({ on, letters, problems }: Letters, policy: Policy) {
  return {
    on,
    letters: letters.map(({ recipient, step, address, message }) => ({
      recipient,
      step,
      address: address === undefined ? null : { label: address.label, level: address.level },
      message: messageJson(message, policy),
    })),
    problems,
  };
}

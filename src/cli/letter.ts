import { basename, extname } from 'node:path';
import type { LetterStep } from '../compose/choose-step.ts';
import { composeLetters, type Letters } from '../compose/compose-letter.ts';
import { isMessage, type Message, type Refusal } from '../compose/message.ts';
import type { Request } from '../compose/reach.ts';
import { writeWhole } from '../files/write-file.ts';
import { namesProgram } from '../library/part2.ts';
import type { Policy } from '../model/practice.ts';
import { hasErrors } from '../problem.ts';
import type { Letter } from '../render/letter.ts';
import { renderLetterHtml } from '../render/letter-html.ts';
import { renderLetterMarkdown } from '../render/letter-markdown.ts';
import { renderLetterText } from '../render/letter-text.ts';
import { messageJson } from '../render/message-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { type PageFlags, pageOf } from './page.ts';
import { report } from './report.ts';
import { type ComposeFlags, readRequest } from './request.ts';
import { exitOf } from './script.ts';

export interface LetterFlags extends ComposeFlags, PageFlags {
  readonly output?: string;
  readonly kind?: string;
  readonly to?: string;
  readonly force?: boolean;
  readonly from?: string;
}

/** The kinds of letter by the word that flags use. */
export const LETTER_STEPS: Readonly<Record<string, LetterStep>> = {
  outreach: 'outreach-letter',
  closing: 'closing-letter',
  caring: 'caring-contact',
  welcome: 'welcome-back',
};
const FORMATS = ['.pdf', '.html', '.md', '.txt'];

/** `closewell letter CLIENT`: the letter as text on standard output, or in the form that the output's ending says. */
export async function letter(io: Io, path: string, flags: LetterFlags): Promise<Exit> {
  const { kind } = flags;
  const isKind = kind === undefined || Object.hasOwn(LETTER_STEPS, kind);
  const format = flags.output === undefined ? '.txt' : extname(flags.output).toLowerCase();
  if (!isKind || !FORMATS.includes(format)) {
    io.err(
      !isKind
        ? `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}\n`
        : `-o wants a name that ends in ${FORMATS.join(', ')}\n`,
    );
    return EXIT.usage;
  }
  if (flags.from !== undefined)
    return (await import('./letter-from.ts')).letterFrom(io, path, flags.from, flags, format);
  const { request, exit, place } = await readRequest(io, path, flags.to, flags);
  if (request === undefined) return exit;
  if (isToldByName(io, request, flags)) return EXIT.usage;
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
  return (await deliver(io, messages.filter(isMessage), flags, format)) ?? ended;
}

/** Whether the file would have the name of a Part 2 program, where a list of files or of mails shows it; said if so. */
export function isToldByName(io: Io, { library }: Request, { output }: LetterFlags): boolean {
  const isTold = output !== undefined && namesProgram(library.practice, basename(output));
  if (isTold) io.err("-o wants a name without the program's name: a file's name is seen by others\n");
  return isTold;
}

/** Why there is no letter, where no problem has said so already. */
function refusalReason(outcome: Message | Refusal): string[] {
  return isMessage(outcome) || ['fact-missing', 'check-failed'].includes(outcome.refused)
    ? []
    : [outcome.reason];
}

async function deliver(
  io: Io,
  letters: readonly Message[],
  flags: LetterFlags,
  format: string,
): Promise<Exit | undefined> {
  const { output, json, force } = flags;
  if (output === undefined) {
    if (json) return undefined;
    const pages = await Promise.all(letters.map((one) => pageOf(io, one, flags, false)));
    report(
      io,
      pages.flatMap((page) => page.problems),
    );
    io.out(pages.flatMap(({ value }) => (value === undefined ? [] : renderLetterText(value))).join('\n\f\n'));
    return pages.some(({ value }) => value === undefined) ? EXIT.problems : undefined;
  }
  const [one, ...others] = letters;
  if (one === undefined) return undefined;
  if (others.length > 0) {
    io.err('There is a letter for each of them: choose one with --recipient 1 or --recipient 2.\n');
    return EXIT.usage;
  }
  const { value: page, problems } = await pageOf(io, one, flags, format === '.pdf');
  report(io, problems);
  const content = page && (await renderAs(io, page, format));
  if (content === undefined) return EXIT.problems;
  await writeWhole(output, content, force ?? false);
  io.err(`Written: ${output}\n`);
  return undefined;
}

/** The page in the form of an ending; undefined, and told why, where a character has no glyph or the fonts are gone. */
export async function renderAs(
  io: Io,
  page: Letter,
  format: string,
): Promise<string | Uint8Array | undefined> {
  if (format === '.html') return renderLetterHtml(page);
  if (format === '.md') return renderLetterMarkdown(page);
  if (format === '.txt') return renderLetterText(page);
  const { pdfOf } = await import('./pdf.ts');
  const { value, problems } = await pdfOf(io, page);
  report(io, problems);
  return value;
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

import { extname } from 'node:path';
import { composeLetters, type LetterStep, type Letters } from '../compose/compose-letter.ts';
import { isMessage, type Message, type Refusal } from '../compose/message.ts';
import { writeWhole } from '../files/write-file.ts';
import type { Policy } from '../model/practice.ts';
import { hasErrors } from '../problem.ts';
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
  readonly kind: string;
  readonly to?: string;
  readonly force?: boolean;
}

const STEPS: Readonly<Record<string, LetterStep>> = {
  outreach: 'outreach-letter',
  closing: 'closing-letter',
  caring: 'caring-contact',
};
const FORMATS = ['.pdf', '.html', '.md', '.txt'];

/** `closewell letter CLIENT`: the letter as text on standard output, or in the form that the output's ending says. */
export async function letter(io: Io, path: string, flags: LetterFlags): Promise<Exit> {
  const step = Object.hasOwn(STEPS, flags.kind) ? STEPS[flags.kind] : undefined;
  const format = flags.output === undefined ? '.txt' : extname(flags.output).toLowerCase();
  if (step === undefined || !FORMATS.includes(format)) {
    io.err(
      step === undefined
        ? `--kind wants one of: ${Object.keys(STEPS).join(', ')}\n`
        : `-o wants a name that ends in ${FORMATS.join(', ')}\n`,
    );
    return EXIT.usage;
  }
  const { request, exit, place } = await readRequest(io, path, flags.to, flags);
  if (request === undefined) return exit;
  const made = composeLetters(request, step);
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
    const pages = await Promise.all(letters.map((one) => pageOf(io, one, flags)));
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
  const content = await renderAs(io, one, flags, format);
  if (content === undefined) return EXIT.problems;
  await writeWhole(output, content, force ?? false);
  io.err(`Written: ${output}\n`);
  return undefined;
}

async function renderAs(
  io: Io,
  message: Message,
  flags: LetterFlags,
  format: string,
): Promise<string | Uint8Array | undefined> {
  const { value: page, problems: faults } = await pageOf(io, message, flags);
  report(io, faults);
  if (page === undefined) return undefined;
  if (format === '.html') return renderLetterHtml(page);
  if (format === '.md') return renderLetterMarkdown(page);
  if (format === '.txt') return renderLetterText(page);
  const { pdfOf } = await import('./pdf.ts');
  const { value, problems } = await pdfOf(io, page, message, flags);
  report(io, problems);
  return value;
}

function lettersJson({ on, step, letters, problems }: Letters, policy: Policy) {
  return {
    on,
    step,
    letters: letters.map(({ recipient, address, message }) => ({
      recipient,
      address: address === undefined ? null : { label: address.label, level: address.level },
      message: messageJson(message, policy),
    })),
    problems,
  };
}

import { hasErrors } from '../problem.ts';
import { recheckJson, renderRecheck } from '../render/edits-text.ts';
import { readEditedFile, type Steps, titleOf } from './edited.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { LETTER_STEPS } from './letter.ts';
import { report } from './report.ts';
import { type ComposeFlags, readRequest } from './request.ts';
import { styleFor } from './style.ts';

export interface RecheckFlags extends ComposeFlags {
  readonly kind?: string;
  readonly call?: string;
  readonly to?: string;
  readonly number?: string;
}

/** `closewell recheck CLIENT EDITED`: what became of the message in the clinician's hands, on standard output. */
export async function recheckFile(io: Io, path: string, edited: string, flags: RecheckFlags): Promise<Exit> {
  const steps = stepsOf(flags);
  if (steps === undefined || (path === '-' && edited === '-')) {
    io.err(
      steps === undefined
        ? `--kind wants one of: ${Object.keys(LETTER_STEPS).join(', ')}; --call wants first or final\n`
        : 'only one of the two can be standard input\n',
    );
    return EXIT.usage;
  }
  const { request, exit, place } = await readRequest(io, path, flags.to ?? flags.number, flags);
  if (request === undefined) return exit;
  const found = await readEditedFile(io, edited, request, steps, place);
  if (typeof found === 'number') return found;
  const { candidate, checked } = found;
  const { message, recipient } = candidate;
  const problems = [...place(candidate.problems), ...checked.problems];
  if (flags.json) {
    const { template, step, channel, level, on } = message;
    const about = { on, step, channel, template, level, recipient };
    io.out(`${JSON.stringify({ ...about, ...recheckJson(checked), problems }, undefined, 2)}\n`);
  } else io.out(renderRecheck(titleOf(message, recipient), checked, styleFor(io)));
  report(io, problems);
  return hasErrors(problems) ? EXIT.problems : EXIT.done;
}

/** What the text may have been: what the flags say, else anything that is written or left on a machine. */
function stepsOf({ kind, call, to, number }: RecheckFlags): Steps | undefined {
  const isKind = kind === undefined || Object.hasOwn(LETTER_STEPS, kind);
  if (!isKind || (call !== undefined && call !== 'first' && call !== 'final')) return undefined;
  const step = kind === undefined ? undefined : LETTER_STEPS[kind];
  const isCall = call !== undefined || number !== undefined;
  const isLetter = step !== undefined || to !== undefined;
  return {
    letters: step !== undefined ? [step] : isCall ? [] : Object.values(LETTER_STEPS),
    calls: call !== undefined ? [`${call}-call` as const] : isLetter ? [] : ['first-call', 'final-call'],
  };
}

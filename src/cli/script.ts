import { type CallSheet, composeCallSheet } from '../compose/call-sheet.ts';
import { CALL_STEPS } from '../compose/choose-step.ts';
import { isMessage, type Message, type Refusal } from '../compose/message.ts';
import type { Policy } from '../model/practice.ts';
import { hasErrors } from '../problem.ts';
import { renderCallSheet } from '../render/call-sheet-text.ts';
import { messageJson } from '../render/message-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { report } from './report.ts';
import { type ComposeFlags, readRequest } from './request.ts';
import { styleFor } from './style.ts';

export interface ScriptFlags extends ComposeFlags {
  readonly call?: string;
  readonly number?: string;
}

/** `closewell script CLIENT`: the call sheet, on standard output. */
export async function script(io: Io, path: string, flags: ScriptFlags): Promise<Exit> {
  const asked = CALL_STEPS.find((step) => step === `${flags.call}-call`);
  if (flags.call !== undefined && asked === undefined) {
    io.err(`--call wants one of: ${CALL_STEPS.map((step) => step.replace('-call', '')).join(', ')}\n`);
    return EXIT.usage;
  }
  const { request, exit, place } = await readRequest(io, path, flags.number, flags);
  if (request === undefined) return exit;
  const composed = composeCallSheet(request, asked);
  const sheet = { ...composed, problems: place(composed.problems) };
  if (flags.json)
    io.out(`${JSON.stringify(sheetJson(sheet, request.library.practice.policy), undefined, 2)}\n`);
  else if (sheet.sheets.length > 0)
    io.out(renderCallSheet(sheet, request.library.practice.policy, styleFor(io)));
  report(io, sheet.problems);
  return exitOf(
    sheet.sheets.flatMap(({ messages }) => Object.values(messages)),
    hasErrors(sheet.problems),
  );
}

/** Problems where an error stands; refused where nothing may go out, or anything at all that is not approved. */
export function exitOf(made: readonly (Message | Refusal)[], anyErrors: boolean): Exit {
  if (anyErrors) return EXIT.problems;
  const isUnapproved = made.some((one) => !isMessage(one) && one.refused === 'unapproved');
  return isUnapproved || (made.length > 0 && !made.some(isMessage)) ? EXIT.refused : EXIT.done;
}

function sheetJson({ on, sheets, problems }: CallSheet, policy: Policy) {
  return {
    on,
    sheets: sheets.map(({ recipient, step, number, messages }) => ({
      recipient,
      step,
      number: number === undefined ? null : { label: number.label, level: number.level },
      messages: Object.fromEntries(
        Object.entries(messages).map(([part, outcome]) => [part, messageJson(outcome, policy)]),
      ),
    })),
    problems,
  };
}

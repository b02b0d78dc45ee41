import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import type { LetterStep } from '../../src/compose/choose-step.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message, type Refusal } from '../../src/compose/message.ts';
import type { Request } from '../../src/compose/reach.ts';
import type { Problem } from '../../src/problem.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { messageJson } from '../../src/render/message-text.ts';
import { fileOf } from './client-file.ts';
import { shippedLibrary } from './shipped.ts';

/** What is asked for, and everything that comes of it. */

export const ON = '2026-11-23';

export const requestOf = (client: object, changes: Partial<Request> = {}): Request => ({
  library: shippedLibrary,
  file: fileOf(client),
  on: ON,
  use: {},
  without: [],
  today: ON,
  ...changes,
});

export const CALLS = ['first-call', 'final-call'] as const;
export const LETTERS: readonly LetterStep[] = ['outreach-letter', 'closing-letter', 'caring-contact'];

/** One outcome and the person it is for, by their place in the file. */
export interface Made {
  readonly index: number;
  readonly outcome: Message | Refusal;
  readonly problems: readonly Problem[];
}

/** Every message and refusal that the client's file can lead to, for each person. */
export function makeAll(client: object, changes: Partial<Request> = {}): Made[] {
  const request = requestOf(client, changes);
  return request.file.client.recipients.flatMap((_, index) => {
    const asked = { ...request, recipient: String(index + 1) };
    const calls = CALLS.map((step) => composeCallSheet(asked, step)).flatMap(({ sheets, problems }) =>
      sheets.flatMap(({ messages }) =>
        Object.values(messages).map((outcome) => ({ index, outcome, problems })),
      ),
    );
    const letters = LETTERS.map((step) => composeLetters(asked, step)).flatMap((made) =>
      made.letters.map(({ message }) => ({ index, outcome: message, problems: made.problems })),
    );
    return [...calls, ...letters];
  });
}

/** Everything that can be seen of a message: as JSON, as a letter, with its page. */
export const visible = (message: Message): string =>
  [
    JSON.stringify(messageJson(message, shippedLibrary.practice.policy)),
    renderLetterText(letterOf(message)),
    message.title,
    JSON.stringify(message.parts),
  ].join('\n');

export const messagesOf = (made: readonly Made[]) =>
  made.flatMap(({ index, outcome }) => (isMessage(outcome) ? [{ index, message: outcome }] : []));

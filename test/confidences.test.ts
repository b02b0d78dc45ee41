import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeCallSheet } from '../src/compose/call-sheet.ts';
import { composeLetters, type Letters } from '../src/compose/compose-letter.ts';
import { isMessage, type Message } from '../src/compose/message.ts';
import { listNextSteps } from '../src/course/case-steps.ts';
import type { Library } from '../src/library/library.ts';
import { namesProgram } from '../src/library/part2.ts';
import { isWithin } from '../src/model/level.ts';
import { renderLetterHtml } from '../src/render/letter-html.ts';
import { renderLetterMarkdown } from '../src/render/letter-markdown.ts';
import { letterOf } from '../src/render/letter-of.ts';
import { renderLetterPdf } from '../src/render/letter-pdf.ts';
import { extractText, hasCommands, inter } from './render/pdf-tools.ts';
import { anyAlone, anyCouple, anyReachable, anyTogether, TOGETHER } from './support/any-client.ts';
import { fileOf } from './support/client-file.ts';
import { LETTERS, makeAll, messagesOf, ON, requestOf, visible } from './support/requests.ts';
import { shippedLibrary } from './support/shipped.ts';

/** Who is told what, in every form in which a message leaves: nothing of one in what goes to another. */

const program: Library = { ...shippedLibrary, practice: { ...shippedLibrary.practice, part2: true } };

/** Every form of a letter that is text, with its title and metadata. */
const forms = (message: Message): string => {
  const letter = letterOf(message);
  return [visible(message), letter.title, renderLetterHtml(letter), renderLetterMarkdown(letter)].join('\n');
};

const jointly = (client: object, changes: object = {}): Letters[] =>
  LETTERS.map((step) => composeLetters(requestOf(client, changes), step));

test('the front desk is told no more than a name to ask for, and whoever is back gets an answer or a reason', () => {
  const typed = /Zq[ABSC](?!Ask|Caller)/;
  fc.assert(
    fc.property(fc.oneof(anyReachable, anyTogether), (client) => {
      const request = requestOf(client);
      const sheets = (['front-desk-call', 'return-call'] as const).map(
        (step) => composeCallSheet(request, step).sheets,
      );
      const [desk = [], back = []] = sheets.map((all) =>
        all.flatMap(({ messages }) => Object.values(messages)),
      );
      const welcome = composeLetters(request, 'welcome-back').letters.map(({ message }) => message);
      const failed = [...desk, ...back, ...welcome].filter(
        (one) => !isMessage(one) && one.refused === 'check-failed',
      );
      expect(failed).toEqual([]);
      expect(desk.filter(isMessage).filter((one) => typed.test(visible(one)))).toEqual([]);
      expect(
        back.filter(isMessage).filter(({ channel }) => ['voicemail', 'someone-else'].includes(channel)),
      ).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

/** What the generator writes into facts, numbers and names that are one partner's own. */
const OWN = /Zq[AB](?:Reason|Progress|Appreciation|Support|Tool|Referral|Name|Hours|Caller|Agreed)|[AB]Place/;

test('a joint letter goes to both by name, and has nothing in it that only one of them may know', () => {
  let joint = 0;
  fc.assert(
    fc.property(anyTogether, (client) => {
      const letters = jointly(client).flatMap((made) => (made.letters.length === 1 ? made.letters : []));
      const messages = letters.map(({ message }) => message).filter(isMessage);
      joint += messages.length;
      expect(messages.map(forms).filter((text) => OWN.test(text))).toEqual([]);
      expect(messages.filter(({ parts }) => !/ZqAAsk\w+ and ZqBAsk/.test(parts.addressee[0] ?? ''))).toEqual(
        [],
      );
      const greeted = messages
        .map((one) => visible(one))
        .filter((text) => !/ZqACalled\w+ and ZqBCalled/.test(text));
      expect(greeted).toEqual([]);
    }),
    { numRuns: 40, examples: [[TOGETHER]] },
  );
  expect(joint).toBeGreaterThanOrEqual(LETTERS.length);
});

test('what was tried with one partner changes no word to the other, nor what is said about their step', () => {
  const heard = /do-not-contact|in-crisis|escalated/;
  fc.assert(
    fc.property(anyCouple, anyCouple, (client, another) => {
      const toFirst = (from: typeof client) =>
        (from.outreach ?? []).filter(({ to, outcome }) => to.startsWith('A') && !heard.test(outcome));
      const told = toFirst(another).map((attempt) => ({ ...attempt, recipient: 1 }));
      const mine = (client.outreach ?? []).filter(({ to }) => to.startsWith('B'));
      const said = (outreach: readonly object[]) =>
        makeAll({ ...client, outreach }).flatMap(({ index, outcome }) =>
          index === 1 ? [isMessage(outcome) ? visible(outcome) : outcome.reason] : [],
        );
      expect(said([...told, ...mine])).toEqual(said(mine));
    }),
    { numRuns: 40 },
  );
});

test("no reason for a partner's next step has a value in it, or says which of them it is about", () => {
  fc.assert(
    fc.property(anyCouple, (client) => {
      const steps = listNextSteps(shippedLibrary.practice, fileOf(client).client, ON);
      const lines = steps.map(({ why }) => why);
      expect(lines.filter((why) => /Zq|Place|partner [12AB]|the other partner/.test(why))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the safety flag of either partner stops whatever goes to both', () => {
  fc.assert(
    fc.property(anyTogether, fc.constantFrom(0, 1), (client, flagged) => {
      const { jointLetter: _, ...rest } = client;
      const recipients = client.recipients.map((one, index) =>
        index === flagged ? { ...one, safety: { checkedOn: '2026-05-12', flag: true } } : one,
      );
      const made = makeAll({ ...rest, recipients }).map(({ outcome }) =>
        isMessage(outcome) ? 'message' : outcome.refused,
      );
      expect([...new Set(made)]).toEqual(['safety-flag']);
    }),
    { numRuns: 25 },
  );
});

test('to a minor who consented alone nothing is written but where they confirmed it as private', () => {
  fc.assert(
    fc.property(anyAlone, (client) => {
      const confirmed = client.recipients[0]?.contactPoints.some(
        (point) => !('phone' in point) && point.level === 'private' && point.confirmedOn !== undefined,
      );
      const written = messagesOf(makeAll(client)).filter(({ message }) =>
        ['letter', 'portal'].includes(message.channel),
      );
      expect(written.filter(({ message }) => message.level !== 'private')).toEqual([]);
      expect(confirmed || written.length === 0).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a Part 2 program is named in no form but in the words of what is private', () => {
  const channels = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(anyReachable, anyTogether), (client) => {
      for (const { message } of messagesOf(makeAll(client, { library: program }))) {
        channels.add(`${message.channel} ${message.level}`);
        const letter = { ...letterOf(message), body: [], close: [] };
        const around = [JSON.stringify(message.parts), letter.title, renderLetterHtml(letter)].join('\n');
        const all = isWithin('private', message.level) ? around : forms(message);
        expect(namesProgram(program.practice, all)).toBe(false);
        expect(message.channel === 'voicemail' && message.level === 'detailed').toBe(false);
      }
    }),
    { numRuns: 50 },
  );
  expect([...channels]).toEqual(
    expect.arrayContaining(['voicemail minimal', 'letter private', 'live private']),
  );
});

test('that a program is named is seen by the check, wherever the name has got in', () => {
  const { practice } = program;
  const address = [`${practice.name}, 2nd floor`, ...practice.address];
  const clinicians = Object.fromEntries(
    Object.entries(practice.clinicians).map(([key, one]) => [key, { ...one, name: practice.name }]),
  );
  const library = { ...program, practice: { ...practice, address, clinicians } };
  fc.assert(
    fc.property(fc.oneof(anyReachable, anyTogether), (client) => {
      const letters = jointly(client, { library }).flatMap((made) => made.letters);
      expect(letters.filter(({ message }) => isMessage(message) && message.channel === 'letter')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.runIf(hasCommands('pdftotext'))(
  'as a PDF a letter says no more than as text, and its metadata and outside name nobody',
  () => {
    fc.assert(
      fc.property(anyTogether, fc.boolean(), (client, part2) => {
        const library = part2 ? program : shippedLibrary;
        const made = jointly(client, { library }).flatMap(({ letters }) => letters);
        const [message] = made.map((one) => one.message).filter(isMessage);
        fc.pre(message !== undefined);
        const letter = letterOf(message as Message);
        const pdf = renderLetterPdf(letter, inter).value ?? new Uint8Array();
        const metadata = Buffer.from(pdf).toString('latin1').replaceAll('\0', '');
        const text = extractText(pdf).replaceAll('\n', '');
        expect(text).not.toMatch(made.length === 1 ? OWN : /Zq[AB]Name/);
        expect(metadata).not.toMatch(/Zq[ABS][A-Z]/);
        expect(part2 && namesProgram(library.practice, text + metadata)).toBe(false);
      }),
      { numRuns: 20 },
    );
  },
);

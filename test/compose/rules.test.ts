import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message, type MessageSection } from '../../src/compose/message.ts';
import type { Checked } from '../../src/compose/rule.ts';
import { checkMessage } from '../../src/compose/rules.ts';
import type { Block } from '../../src/language/document.ts';
import type { Library } from '../../src/library/library.ts';
import { prepareRules } from '../../src/library/rules.ts';
import type { Problem } from '../../src/problem.ts';
import { adult } from '../support/client-file.ts';
import { ON, requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Each rule against a message that is right but for one thing. */

const request = requestOf(adult);
const place = { file: 'client.yaml', line: 9, column: 9 };

function messageOf(channel: 'letter' | 'voicemail'): Message {
  const outcome =
    channel === 'letter'
      ? composeLetters(request, 'closing-letter').letters[0]?.message
      : composeCallSheet(request, 'final-call').sheets[0]?.messages.voicemail;
  if (outcome === undefined || !isMessage(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}
const letter = messageOf('letter');
const voicemail = messageOf('voicemail');

function check(message: Message, library: Library = shippedLibrary, client: object = adult): Problem[] {
  const template = library.templates.find(({ name }) => name === message.template);
  const { client: data } = requestOf(client).file;
  const [recipient] = data.recipients;
  const [point] = recipient?.contactPoints ?? [];
  const clinician = library.practice.clinicians[data.clinician];
  if (!template || !recipient || !point || !clinician) throw new Error('nothing to check');
  const occasion: Checked['occasion'] = {
    practice: library.practice,
    client: data,
    clinician,
    recipient,
    point,
    step: message.step,
    form: 'printed',
    level: message.level,
    on: message.on,
  };
  return checkMessage({ message, template, library, occasion, placeOf: () => place });
}
const codesOf = (...args: Parameters<typeof check>) =>
  check(...args)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
const change = (message: Message, section: string, changes: Partial<MessageSection>): Message => ({
  ...message,
  sections: message.sections.map((one) => (one.section === section ? { ...one, ...changes } : one)),
});
const say = (message: Message, section: string, text: string) =>
  change(message, section, { blocks: [paragraph(text)] });
const without = (message: Message, ...names: readonly string[]) => ({
  ...message,
  sections: message.sections.filter(({ section }) => !names.includes(section)),
});

test('a letter and a voicemail as composed break no rule', () => {
  expect(codesOf(letter)).toEqual([]);
  expect(codesOf(voicemail)).toEqual([]);
});

test.each([letter, voicemail])(
  'of $template any required sections that are taken out are reported, and no others',
  (message) => {
    const required =
      shippedLibrary.templates.find(({ name }) => name === message.template)?.header.requires ?? [];
    fc.assert(
      fc.property(fc.subarray([...required]), (removed) => {
        const missing = check(without(message, ...removed)).filter(({ code }) => code === 'section-missing');
        expect(
          missing.map((one) => required.find((section) => one.message.includes(`"${section}"`))),
        ).toEqual(removed);
        expect(missing.map((one) => one.place.file)).toEqual(
          removed.map(() => `templates/${message.template}.md`),
        );
      }),
      { numRuns: 200 },
    );
  },
);

test('a section that stands twice is reported', () => {
  const twice = { ...letter, sections: [...letter.sections, ...letter.sections.slice(-1)] };
  expect(codesOf(twice)).toContain('section-repeated');
});

test('sections in another order are reported', () => {
  expect(codesOf({ ...letter, sections: [...letter.sections].reverse() })).toEqual(['section-misplaced']);
});

test.each(['', ' ', '…', '\u200b', '\u3164', '—'])('a section that says %j is blank', (text) => {
  expect(codesOf(say(letter, 'acknowledgment', text))).toContain('section-blank');
});

test.each([
  ['a brace', 'for {name}'],
  ['a square bracket', 'for [name]'],
  ['a line to fill in', 'for ____'],
  ['dots to fill in', 'for .....'],
  ['a mark for later', 'TODO'],
  ['crosses', 'call XXX'],
  ['a stand-in', 'for \ue123'],
  ['a double space', 'for  you'],
  ['a space at the start', ' for you'],
  ['a space at the end', 'for you '],
  ['a space before a stop', 'for you .'],
  ['two commas', 'you, , and'],
  ['a comma before a stop', 'you,.'],
  ['empty brackets', 'you ()'],
  ['a word of a computer', 'for undefined'],
  ['an object', 'for [object Object]'],
])('%s in the wording is unfilled', (_, text) => {
  expect([...new Set(codesOf(say(letter, 'acknowledgment', text)))]).toEqual(['wording-unfilled']);
});

test('an empty list item is unfilled', () => {
  const list: Block = { kind: 'list', ordered: false, items: [[paragraph('a')], [paragraph('')]] };
  expect(codesOf(change(letter, 'acknowledgment', { blocks: [list] }))).toEqual(['wording-unfilled']);
});

test.each(['{{x}}', 'a  b', 'undefined', '[a]', '____', '.', ' '])(
  '%j as a value is no fault of the wording',
  (text) => {
    const blocks: Block[] = [
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'I remember ' },
          { kind: 'text', text, field: 'appreciation' },
          { kind: 'text', text: '.' },
        ],
      },
    ];
    expect(codesOf(change(letter, 'acknowledgment', { blocks }))).toEqual([]);
  },
);

test.each(['statedReason', 'copingTools', 'called', 'nonsense'])(
  '%s printed in a voicemail is above its level',
  (field) => {
    const blocks: Block[] = [
      { kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', text: 'a', field }] }] },
    ];
    expect(codesOf(change(voicemail, 'acknowledgment', { blocks }))).toEqual(['field-above-level']);
  },
);

test('a field above the level that decides is above the level, though nothing of it is printed', () => {
  expect(codesOf(change(voicemail, 'acknowledgment', { decidedBy: ['statedReason'] }))).toEqual([
    'field-above-level',
  ]);
  expect(codesOf(change(voicemail, 'acknowledgment', { decidedBy: ['situation'] }))).toEqual([]);
});

const rules = (levels: readonly ('vague' | 'minimal' | 'detailed')[], ...phrases: string[]): Library => ({
  ...shippedLibrary,
  rules: prepareRules(
    { rules: [{ id: 'care', levels: [...levels], say: 'Too much.', phrases }] },
    { name: 'Ferry Lane', language: 'en' },
  ),
});

test('a phrase above the level is found in wording, across emphasis, and placed at its snippet', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'Your thera' },
        { kind: 'em', children: [{ kind: 'text', text: 'py' }] },
      ],
    },
  ];
  const found = check(change(voicemail, 'acknowledgment', { blocks }), rules(['detailed'], 'therap*'));
  expect(found.filter(({ code }) => code === 'phrase-above-level').map((one) => one.place.file)).toEqual([
    expect.stringMatching(/^snippets\/acknowledgment\//),
  ]);
});

test('a phrase above the level in a typed value is placed where it was typed, and the value is not told', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'I remember ' },
        { kind: 'text', text: 'the Quixotry therapy', field: 'appreciation' },
      ],
    },
  ];
  const found = check(change(voicemail, 'acknowledgment', { blocks }), rules(['detailed'], 'therap*')).filter(
    ({ code }) => code === 'phrase-above-level',
  );
  expect(found.map((one) => one.place)).toEqual([place]);
  expect(JSON.stringify(found)).not.toContain('Quixotry');
});

test('a phrase that wording and value make together is found', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'Your mental ' },
        { kind: 'text', text: 'health', field: 'appreciation' },
      ],
    },
  ];
  expect(
    codesOf(change(voicemail, 'acknowledgment', { blocks }), rules(['detailed'], 'mental health')),
  ).toEqual(['phrase-above-level']);
});

test('a phrase is free at another level, and in what only the clinician reads', () => {
  const spoken = say(voicemail, 'acknowledgment', 'Your therapy');
  expect(codesOf(spoken, rules(['minimal', 'vague'], 'therap*'))).toEqual([]);
  expect(codesOf({ ...spoken, channel: 'prepare' }, rules(['detailed'], 'therap*'))).toEqual([]);
});

test('a phrase above the level is found in the subject line and in the letterhead', () => {
  const page = (parts: Partial<Message['parts']>) =>
    codesOf({ ...voicemail, parts: { ...voicemail.parts, ...parts } }, rules(['detailed'], 'therap*'));
  expect(page({ subject: 'About your therapy' })).toEqual(['phrase-above-level']);
  expect(page({ letterhead: ['Anita Rao', 'Therapy Center, 4 Ferry Lane'] })).toEqual(['phrase-above-level']);
  expect(page({ subject: 'A note' })).toEqual([]);
});

test('a closing notice without its date is reported', () => {
  expect(codesOf(say(letter, 'closing-notice', 'Your file closes soon.'))).toEqual(['closing-without-date']);
});

test('a closing date before the day of the message is reported, one of that day is not', () => {
  const closing = (closingDate: string) => codesOf(letter, shippedLibrary, { ...adult, closingDate });
  expect(closing('2026-11-22')).toEqual(['closing-past']);
  expect(closing(ON)).toEqual([]);
});

test('a closing without the open door is reported, required or not', () => {
  const loose = {
    ...shippedLibrary,
    templates: shippedLibrary.templates.map((one) => ({ ...one, header: { ...one.header, requires: [] } })),
  };
  expect(codesOf(without(letter, 'open-door'), loose)).toEqual(['closing-without-open-door']);
  expect(codesOf(without(letter, 'open-door', 'closing-notice'), loose)).toEqual([]);
});

test('crisis lines that nobody checked in half a year are a warning', () => {
  const warned = (on: string) =>
    check({ ...letter, on }, shippedLibrary, { ...adult, closingDate: '2027-12-01' }).map(({ code }) => code);
  expect(warned('2027-05-01')).toEqual([]);
  expect(warned('2027-05-02')).toEqual(['crisis-lines-old']);
  expect(
    check(without({ ...letter, on: '2027-05-02' }, 'crisis-resources'), shippedLibrary, {
      ...adult,
      closingDate: '2027-12-01',
    }).map(({ code }) => code),
  ).not.toContain('crisis-lines-old');
});

const number = (text: string): Block[] => [
  {
    kind: 'paragraph',
    children: [
      { kind: 'text', text: 'Call ' },
      { kind: 'text', text, field: 'phone' },
    ],
  },
];

test.each([
  ['once instead of twice', say(voicemail, 'contact', 'Call me.')],
  ['three times', change(voicemail, 'greeting', { blocks: number('312, 555, 0141') })],
  [
    'late for the first time',
    change(say(voicemail, 'identification', 'This is Anita Rao.'), 'gratitude', {
      blocks: number('312, 555, 0141'),
    }),
  ],
  [
    'only early',
    change(say(voicemail, 'contact', 'Call me.'), 'greeting', { blocks: number('312, 555, 0141') }),
  ],
  ['in one breath', change(voicemail, 'contact', { blocks: number('3125550141') })],
  ['with its signs', change(voicemail, 'contact', { blocks: number('(312) 555-0141') })],
])('a number said %s is reported', (_, message) => {
  expect(codesOf(message)).toEqual(['number-not-said']);
});

test('a voicemail over its most is an error, over its target a warning, at either neither', () => {
  const seconds = (high: number) =>
    check({ ...voicemail, seconds: { low: 1, high } }).map(({ code }) => code);
  expect(seconds(75)).toEqual([]);
  expect(seconds(75.1)).toEqual(['seconds-near']);
  expect(seconds(115)).toEqual(['seconds-near']);
  expect(seconds(115.1)).toEqual(['seconds-over']);
});

test.each(['vague', 'minimal'] as const)(
  'a number typed or written is heard at %s only as agreed',
  (level) => {
    const typed: Block[] = [
      { kind: 'paragraph', children: [{ kind: 'text', text: '312, 555, 0142', field: 'agreedReason' }] },
    ];
    const agreed: Block[] = [
      { kind: 'paragraph', children: [{ kind: 'text', text: '312, 555, 0142', field: 'agreedNumber' }] },
    ];
    const codes = (blocks: Block[]) =>
      codesOf(change({ ...voicemail, level }, 'contact', { blocks })).filter(
        (code) => code === 'phrase-above-level',
      );
    const agreedOnly = level === 'vague' ? 1 : 0;
    expect(codes(typed).length - codes(agreed).length).toBe(agreedOnly);
  },
);

import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message, type Refusal, sectionLines } from '../../src/compose/message.ts';
import type { Request } from '../../src/compose/reach.ts';
import { adult, couple, home, minor, mobile, partner, sam } from '../support/client-file.ts';
import { type Folder, libraryOf, snippet, template } from '../support/practice-folder.ts';
import { CALLS, LETTERS, makeAll, requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

const ours = { ...adult, clinician: 'reyes' };

/** The small practice with one voicemail template of the sections. */
const trial = (sections: readonly string[], snippets: Folder, parts: Parameters<typeof template>[1] = {}) =>
  libraryOf({
    'templates/voicemail.md': template(sections, { channel: 'voicemail', level: 'detailed', ...parts }),
    'snippets/greeting/default.md': snippet('channels: [letter]', 'Dear {{called}},'),
    'snippets/greeting/voicemail.md': snippet('channels: [voicemail]', 'Hello, {{name}}.'),
    ...snippets,
  });

function voicemail(library: Request['library'], changes: Partial<Request> = {}, client: object = ours) {
  const { sheets, problems } = composeCallSheet(requestOf(client, { library, ...changes }), 'final-call');
  return {
    outcome: sheets[0]?.messages.voicemail as Message | Refusal,
    codes: problems.map(({ code }) => code),
    problems,
  };
}
const snippetsOf = (outcome: Message | Refusal) =>
  isMessage(outcome) ? outcome.sections.map((one) => one.snippet) : [outcome.refused];
const textOf = (outcome: Message | Refusal) =>
  isMessage(outcome) ? outcome.sections.flatMap(sectionLines) : [outcome.refused];

const PURPOSES: Folder = {
  'snippets/purpose/default.md': snippet('', 'By default.'),
  'snippets/purpose/busy.md': snippet('when: { situation: [too-busy] }', 'Busy.'),
  'snippets/purpose/busy-client.md': snippet(
    'when: { situation: [too-busy], role: [client] }',
    'Busy client.',
  ),
  'snippets/purpose/cost.md': snippet('when: { situation: [cost] }', 'Cost.'),
};

test('the snippet with the most keys that hold is chosen', () => {
  const library = trial(['greeting', 'purpose'], PURPOSES);
  const chosen = (situation: string) => snippetsOf(voicemail(library, {}, { ...ours, situation }).outcome)[1];
  expect(['too-busy', 'cost', 'other'].map(chosen)).toEqual([
    'purpose/busy-client',
    'purpose/cost',
    'purpose/default',
  ]);
});

test('another snippet that matches may be picked, one that does not match may not', () => {
  const library = trial(['greeting', 'purpose'], PURPOSES);
  const picked = (variant: string) => voicemail(library, { use: { purpose: variant } });
  expect(snippetsOf(picked('default').outcome)).toEqual(['greeting/voicemail', 'purpose/default']);
  expect(picked('default').codes).not.toContain('snippet-unknown');
  expect(snippetsOf(picked('cost').outcome)).toEqual(['greeting/voicemail', 'purpose/busy-client']);
  expect(picked('cost').codes).toContain('snippet-unknown');
  expect(picked('nonsense').codes).toContain('snippet-unknown');
});

test('a snippet of another level cannot be picked', () => {
  const library = trial(['greeting', 'purpose'], {
    ...PURPOSES,
    'snippets/purpose/tells.md': snippet('levels: [private]', '{{statedReason}}').replace(
      '---\n{{',
      'needs: [statedReason]\n---\n{{',
    ),
  });
  expect(snippetsOf(voicemail(library, { use: { purpose: 'tells' } }).outcome)).not.toContain(
    'purpose/tells',
  );
});

const NEEDS: Folder = {
  'snippets/acknowledgment/default.md': snippet('needs: [appreciation]', 'I remember {{appreciation}}.'),
};

test('what a required section needs is asked for, at the place where it belongs', () => {
  const { outcome, problems } = voicemail(
    trial(['greeting', 'acknowledgment'], NEEDS),
    {},
    { ...ours, shared: { progress: 'a' } },
  );
  expect(outcome).toMatchObject({ refused: 'fact-missing' });
  expect(problems.filter(({ code }) => code === 'fact-missing').map(({ place }) => place.file)).toEqual([
    'client.yaml',
  ]);
});

test('an optional section whose fact is missing is left out', () => {
  const library = trial(['greeting', 'acknowledgment'], NEEDS, { requires: ['greeting'] });
  expect(snippetsOf(voicemail(library, {}, { ...ours, shared: {} }).outcome)).toEqual(['greeting/voicemail']);
  expect(snippetsOf(voicemail(library).outcome)).toEqual(['greeting/voicemail', 'acknowledgment/default']);
});

test('an optional section that has nothing to say is left out, a required one is refused', () => {
  const silent = {
    'snippets/acknowledgment/default.md': snippet('', '{{#if returnPath}}{{else}}Welcome.{{/if}}'),
  };
  expect(
    snippetsOf(voicemail(trial(['greeting', 'acknowledgment'], silent, { requires: ['greeting'] })).outcome),
  ).toEqual(['greeting/voicemail']);
  expect(voicemail(trial(['greeting', 'acknowledgment'], silent)).codes).toContain('section-blank');
});

test('an optional section can be left out by hand, a required one is kept and told', () => {
  const library = trial(['greeting', 'purpose'], PURPOSES, { requires: ['greeting'] });
  expect(snippetsOf(voicemail(library, { without: ['purpose'] }).outcome)).toEqual(['greeting/voicemail']);
  expect(voicemail(library, { without: ['purpose'] }).codes).not.toContain('section-missing');
  expect(snippetsOf(voicemail(library, { without: ['greeting'] }).outcome)).toContain('greeting/voicemail');
  expect(voicemail(library, { without: ['greeting'] }).codes).toContain('section-missing');
  expect(voicemail(library, { without: ['records'] }).codes).toContain('section-missing');
});

test('a closing notice cannot be left out of a final call by hand, silently or not', () => {
  const sheet = composeCallSheet(requestOf(adult, { without: ['closing-notice'] }), 'final-call');
  const { voicemail: left, live } = sheet.sheets[0]?.messages ?? {};
  expect(sheet.problems.map(({ code }) => code)).toContain('section-missing');
  expect([left, live].map((outcome) => JSON.stringify(outcome).includes('closing-notice'))).toEqual([
    true,
    true,
  ]);
});

const long = (words: number) => Array.from({ length: words }, () => 'word').join(' ');
const LENGTHS: Folder = {
  'snippets/progress/default.md': snippet('', `${long(70)}.`),
  'snippets/validation/default.md': snippet('', `${long(70)}.`),
  'snippets/purpose/default.md': snippet('', `${long(60)}.`),
};
const timed = (drop: string, snippets: Folder = {}) =>
  voicemail(
    trial(
      ['greeting', 'progress', 'validation', 'purpose'],
      { ...LENGTHS, ...snippets },
      { requires: ['greeting', 'purpose'], more: `drop: [${drop}]` },
    ),
  );

test('sections are dropped in the order of the template until the target is met, and no more', () => {
  expect(timed('progress, validation').outcome).toMatchObject({ dropped: ['progress'] });
  expect(timed('validation, progress').outcome).toMatchObject({ dropped: ['validation'] });
  expect(snippetsOf(timed('validation, progress').outcome)).toEqual([
    'greeting/voicemail',
    'progress/default',
    'purpose/default',
  ]);
});

test('a section that is required or not named is never dropped, however long', () => {
  const { outcome, codes } = timed('progress, validation', {
    'snippets/purpose/default.md': snippet('', `${long(260)}.`),
  });
  expect(outcome).toMatchObject({ refused: 'check-failed' });
  expect(codes).toContain('seconds-over');
});

test('a field that may be unknown and is printed bare is a refusal, not a blank and not a crash', () => {
  const bare = { 'snippets/purpose/default.md': snippet('', 'You have {{supports.sentence}}.') };
  const { outcome, codes } = voicemail(trial(['greeting', 'purpose'], bare), {}, { ...ours, shared: {} });
  expect(outcome).toMatchObject({ refused: 'check-failed' });
  expect(codes).toContain('wording-unfilled');
});

test('Markdown that only a mixture of branches makes is a refusal where it stands', () => {
  const half = (field: string) => `{{#unless ${field}}}\`{{/unless}}`;
  const body = `Call ${half('agreedReason')}or${half('agreedNumber')} text`;
  const marked = { 'snippets/purpose/default.md': snippet('', body) };
  const { outcome, problems } = voicemail(trial(['greeting', 'purpose'], marked));
  expect(outcome).toMatchObject({ refused: 'check-failed' });
  expect(problems.filter(({ code }) => code === 'wording-form').map(({ place }) => place)).toEqual([
    { file: 'snippets/purpose/default.md', line: 3, column: 30 },
  ]);
});

test('an opening and an answer to someone else stay vague, whatever a template says', () => {
  const library = libraryOf({
    'snippets/greeting/default.md': snippet('', 'Dear {{name}},'),
    'templates/opening.md': template(['greeting'], { channel: 'opening', level: 'private' }),
    'templates/someone.md': template(['greeting'], { channel: 'someone-else', level: 'minimal' }),
  });
  const { messages } = composeCallSheet(requestOf(ours, { library }), 'first-call').sheets[0] ?? {};
  expect([messages?.opening, messages?.someoneElse].map((outcome) => isMessage(outcome as Message))).toEqual([
    false,
    false,
  ]);
});

const refusedOf = (client: object, changes: Partial<Request> = {}) => [
  ...new Set(
    makeAll(client, changes).map(({ outcome }) => (isMessage(outcome) ? 'message' : outcome.refused)),
  ),
];

test.each([
  ['a reason to consult', { ...adult, consultFirst: 'risk' }, 'consult-first'],
  ['a doubt whether to consult', { ...adult, consultFirst: 'unsure' }, 'consult-first'],
  ['a client who will contact us', { ...adult, clientWillContactUs: true }, 'client-will-contact-us'],
  ['consent on no record', { ...minor, consent: undefined }, 'consent-unrecorded'],
  ['consent that is unrecorded', { ...minor, consent: 'unrecorded' }, 'consent-unrecorded'],
  [
    'a flag on the first partner',
    { ...couple, recipients: [partner('Ada', { safety: { flag: true } }), partner('Bo')] },
    'safety-flag',
  ],
  [
    'a flag on the second partner',
    { ...couple, recipients: [partner('Ada'), partner('Bo', { safety: { flag: true } })] },
    'safety-flag',
  ],
])('with %s nothing goes to anyone', (_, client, refused) => {
  expect(refusedOf(client)).toEqual([refused]);
});

test.each(['risk', 'hospital', 'death', 'mandate', 'medication', 'unsure'])(
  '%s is told in words, with whom to call',
  (consultFirst) => {
    const [made] = makeAll({ ...adult, consultFirst });
    expect(made?.outcome).toMatchObject({ reason: expect.stringContaining(shippedLibrary.practice.consult) });
  },
);

test('consulting goes before every other reason', () => {
  const all = {
    ...minor,
    consent: 'unrecorded',
    consultFirst: 'risk',
    clientWillContactUs: true,
    sessions: { future: '2026-12-01' },
  };
  expect(refusedOf(all)).toEqual(['consult-first']);
});

test('an appointment that is over, no hold and no reason refuse nothing', () => {
  expect(refusedOf({ ...adult, sessions: { future: '2026-11-22' }, clientWillContactUs: false })).toEqual([
    'message',
  ]);
});

test('a flag on one person alone leaves a vague call, and nothing in writing', () => {
  const flagged = { ...adult, recipients: [{ ...sam, safety: { checkedOn: '2026-05-12', flag: true } }] };
  const sheet = composeCallSheet(requestOf(flagged), 'final-call');
  expect(sheet.sheets[0]?.number?.level).toBe('vague');
  expect(sheet.sheets[0]?.messages.voicemail).toMatchObject({ level: 'vague' });
  expect(LETTERS.map((step) => composeLetters(requestOf(flagged), step).letters[0]?.message)).toEqual(
    Array(3).fill(expect.objectContaining({ refused: 'nothing-allowed' })),
  );
});

const atPoints = (...contactPoints: object[]) => ({ ...adult, recipients: [{ ...sam, contactPoints }] });
const numberOf = (client: object, changes: Partial<Request> = {}) =>
  composeCallSheet(requestOf(client, changes), 'first-call').sheets[0]?.number;

test('the first number that allows something is called, or the one asked for', () => {
  const work = { ...mobile, label: 'work', level: 'minimal' };
  expect(numberOf(atPoints(home, mobile, work))).toMatchObject({ label: 'mobile', level: 'detailed' });
  expect(numberOf(atPoints({ ...mobile, level: 'none' }, work))).toMatchObject({
    label: 'work',
    level: 'minimal',
  });
  expect(numberOf(atPoints(mobile, work), { to: 'work' })).toMatchObject({ label: 'work', level: 'minimal' });
  expect(numberOf(atPoints({ ...mobile, level: 'none' }))).toMatchObject({ label: 'mobile', level: 'none' });
  expect(numberOf(atPoints(home))).toBeUndefined();
});

test('where nothing is allowed, every part of a sheet says so', () => {
  const client = atPoints({ ...mobile, level: 'none' });
  expect(
    CALLS.flatMap((step) =>
      Object.values(composeCallSheet(requestOf(client), step).sheets[0]?.messages ?? {}),
    ),
  ).toEqual(Array(10).fill(expect.objectContaining({ refused: 'nothing-allowed' })));
});

test.each([
  ['vague', 'vague'],
  ['minimal', 'minimal'],
  ['detailed', 'detailed'],
  ['private', 'detailed'],
] as const)('asked to say no more than %s, a voicemail is %s', (level, said) => {
  expect(
    composeCallSheet(requestOf(adult, { level }), 'final-call').sheets[0]?.messages.voicemail,
  ).toMatchObject({ level: said });
});

test('a permission that has grown old is told once, at the contact points, and less is said', () => {
  const sheet = composeCallSheet(requestOf(adult, { on: '2027-06-01' }), 'first-call');
  expect(sheet.problems.filter(({ code }) => code === 'permission-old')).toHaveLength(1);
  expect(sheet.sheets[0]?.messages.voicemail).toMatchObject({ level: 'minimal' });
});

test('each partner has a sheet and a letter, and one may be asked for by number, name or what they are called', () => {
  const sheets = (recipient?: string) =>
    composeCallSheet(
      requestOf(couple, recipient === undefined ? {} : { recipient }),
      'first-call',
    ).sheets.map((sheet) => sheet.recipient);
  expect(sheets()).toEqual(['Ada Lindqvist', 'Bo Lindqvist']);
  expect(['2', 'Bo', 'Bo Lindqvist'].map(sheets)).toEqual(Array(3).fill(['Bo Lindqvist']));
  expect(
    composeLetters(requestOf(couple), 'closing-letter').letters.map(({ recipient }) => recipient),
  ).toEqual(['Ada Lindqvist', 'Bo Lindqvist']);
  const nobody = composeCallSheet(requestOf(couple, { recipient: 'Cy' }), 'first-call');
  expect([nobody.sheets.length, nobody.problems.length]).toEqual([0, 1]);
});

test('a neutral letter has neither subject nor the name of the practice, on its page or in its words', () => {
  const client = atPoints({ ...home, level: 'neutral' });
  const made = ['outreach-letter', 'closing-letter'].map(
    (step) => composeLetters(requestOf(client), step as 'closing-letter').letters[0]?.message,
  );
  expect(made).toEqual(Array(2).fill(expect.objectContaining({ level: 'minimal' })));
  expect(made.map((message) => (message as Message).parts.subject)).toEqual([undefined, undefined]);
  expect(
    made.map((message) =>
      JSON.stringify([(message as Message).parts, textOf(message as Message)]).includes(
        shippedLibrary.practice.name,
      ),
    ),
  ).toEqual([false, false]);
});

test('a neutral letter leaves out a line of the address that names the practice', () => {
  const { practice } = shippedLibrary;
  const named = { ...practice, address: [practice.name.toUpperCase(), ...practice.address] };
  const request = requestOf(atPoints({ ...home, level: 'neutral' }), {
    library: { ...shippedLibrary, practice: named },
  });
  const message = composeLetters(request, 'outreach-letter').letters[0]?.message as Message;
  expect(message.parts.letterhead).toEqual(['Anita Rao', ...practice.address]);
});

test('a caring contact is never neutral: where only that is allowed there is none', () => {
  const client = atPoints({ ...home, level: 'neutral' });
  expect(composeLetters(requestOf(client), 'caring-contact').letters[0]?.message).toMatchObject({
    refused: 'nothing-allowed',
  });
});

test('a clinician whom the practice does not know is a problem of the file', () => {
  const { problems } = composeCallSheet(requestOf({ ...adult, clinician: 'nobody' }), 'first-call');
  expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'client.yaml client-inconsistent',
  ]);
});

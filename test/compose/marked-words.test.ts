import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { isMessage, type Message } from '../../src/compose/message.ts';
import { recheck } from '../../src/compose/recheck.ts';
import type { Checked } from '../../src/compose/rule.ts';
import { checkMessage } from '../../src/compose/rules.ts';
import { guarantee } from '../../src/guarantee/guarantee.ts';
import { listWordings } from '../../src/guarantee/wordings.ts';
import { markBlocks } from '../../src/language/block-language.ts';
import { type Inline, isDirection, textLines } from '../../src/language/document.ts';
import { listLanguages } from '../../src/language/foreign-words.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import type { Library } from '../../src/library/library.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { adult } from '../support/client-file.ts';
import { load, snippet, template } from '../support/practice-folder.ts';
import { ON, requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Marking words as another language is no way round a rule: whatever is heard without marks is heard with them. */

const request = requestOf(adult);
const outcome = composeCallSheet(request, 'first-call').sheets[0]?.messages.voicemail;
if (outcome === undefined || !isMessage(outcome)) throw new Error('no voicemail to mark');
const voicemail: Message = outcome;

function codesOf(message: Message, library: Library = shippedLibrary): string[] {
  const template = library.templates.find(({ name }) => name === message.template);
  const { client } = request.file;
  const [recipient] = client.recipients;
  const [point] = recipient?.contactPoints ?? [];
  const clinician = library.practice.clinicians[client.clinician];
  if (!template || !recipient || !point || !clinician) throw new Error('nothing to check');
  const { practice } = library;
  const { step, level, on } = message;
  const form = 'spoken';
  const occasion: Checked['occasion'] = {
    practice,
    client,
    clinician,
    recipient,
    point,
    step,
    form,
    level,
    on,
  };
  const placeOf = (field: string) => ({ file: field, line: 1, column: 1 });
  return checkMessage({ message, template, library, occasion, placeOf }).map(
    ({ code, place }) => `${place.file} ${code}`,
  );
}

/** The voicemail with these inlines in place of why one calls, at its level or another. */
const saying = (children: readonly Inline[], level: Message['level']): Message => ({
  ...voicemail,
  level,
  sections: voicemail.sections.map((one) =>
    one.section === 'purpose' ? { ...one, blocks: [{ kind: 'paragraph', children }] } : one,
  ),
});

/** What breaks a rule: about what may be known, by phrase, name, number and field; about tone; what is left unfilled. */
const BAD: readonly Inline[] = [
  { kind: 'text', text: 'It is about your therapy sessions.' },
  { kind: 'text', text: `This is ${shippedLibrary.practice.name}.` },
  { kind: 'text', text: 'You failed to call me back.' },
  { kind: 'text', text: 'My number is 312 555 0199.' },
  { kind: 'text', text: 'Call [XXX] or {name} about undefined  things ,' },
  { kind: 'text', text: 'your counseling and the diagnosis', field: 'progress' },
  { kind: 'text', text: 'you never answer me!', field: 'agreedReason' },
  { kind: 'text', text: 'so', field: 'statedReason' },
];

/** The run in pieces, some of them marked, some of those in bold: a value stays whole. */
const marked = (run: Inline) =>
  fc
    .array(fc.record({ at: fc.nat(60), language: fc.constantFrom('es', 'ar', 'en-GB', undefined) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((cuts): Inline[] => {
      if (run.kind !== 'text') return [run];
      const within = (language: string | undefined, inline: Inline): Inline =>
        language === undefined
          ? inline
          : { kind: 'language', language, children: [{ kind: 'strong', children: [inline] }] };
      if (run.field !== undefined) return [within(cuts[0]?.language ?? 'es', run)];
      const sorted = [...cuts].sort((a, b) => a.at - b.at);
      return sorted.map(({ at, language }, index) => {
        const from = index === 0 ? 0 : at;
        const text = run.text.slice(from, sorted[index + 1]?.at ?? run.text.length);
        return within(language, { kind: 'text', text });
      });
    });

test.each(['vague', 'minimal', 'detailed'] as const)(
  'in a message that is %s nothing is hidden by marks',
  (level) => {
    const told = BAD.filter((run) => codesOf(saying([run], level)).length > 0);
    expect(told.length).toBeGreaterThan(4);
    const bad = fc.constantFrom(...BAD).chain((run) => marked(run).map((pieces) => ({ run, pieces })));
    fc.assert(
      fc.property(bad, ({ run, pieces }) => {
        const plain = codesOf(saying([run], level));
        expect(codesOf(saying(pieces, level))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  },
);

const RULES = `sentence: { words: 8 }
hard: { utilize: use }
rules:
  - { id: verbs, say: It blames., phrases: ["you failed"] }
  - { id: care, levels: [vague, minimal], say: Too much., phrases: [therapist] }
  - { id: spanish-care, languages: [es], levels: [vague, minimal], say: Too much., phrases: [terapia] }
  - { id: spanish-tone, languages: [es], say: It blames., phrases: [usted no llamó] }
`;

const practiceSaying = (words: string, header = '') =>
  load({
    'snippets/rules.yaml': RULES,
    'templates/voicemail.md': template(['purpose'], { channel: 'voicemail', level: 'minimal' }),
    'templates/letter.md': template(['greeting', 'purpose', 'sign-off']),
    'snippets/purpose/default.md': snippet(header, words),
  });

/** The problems of a practice in which a snippet says the words in a letter, and in a voicemail that may say little. */
function problemsOf(words: string, header = ''): string[] {
  const { value, problems } = practiceSaying(words, header);
  const proved = value === undefined ? [] : guarantee(value, ON).problems;
  return [...new Set([...problems, ...proved].map(({ code }) => code))].sort();
}

const cuts = (phrase: string) =>
  Array.from(
    phrase,
    (_, at) => `${phrase.slice(0, at)}[${phrase.slice(at, at + 4)}](lang:es)${phrase.slice(at + 4)}`,
  ).slice(0, -4);

test.each(['Our therapist calls.', 'You failed to call.'])(
  'before any client, %j is heard wherever marks stand in it',
  (words) => {
    const plain = problemsOf(words);
    expect(plain).not.toEqual([]);
    for (const one of cuts(words.slice(0, -1))) expect([one, problemsOf(`${one}.`)]).toEqual([one, plain]);
  },
);

test('what may not be known stops loading already, wherever marks stand in it', () => {
  const codes = cuts('Our therapist calls').map((words) =>
    practiceSaying(words).problems.map(({ code }) => code),
  );
  expect(codes).toEqual(codes.map(() => ['phrase-above-level']));
});

test('a rule for a language hears the words that are marked as it, beside those that hold already', () => {
  expect(problemsOf('Hello, terapia.')).toEqual([]);
  expect(problemsOf('Hello, [terapia](lang:es).')).toEqual(['phrase-above-level']);
  expect(problemsOf('Hello, [terapia](lang:es-MX).')).toEqual(['phrase-above-level']);
  expect(problemsOf('Hello, [terapia](lang:fr).')).toEqual([]);
  expect(problemsOf('[Usted no llamó.](lang:es)')).toEqual(['tone-refused']);
  expect(problemsOf('Usted no llamó.', 'language: es')).toEqual(['tone-refused']);
});

test('what is measured for English passes over words in another language, and over those alone', () => {
  const long = 'one two three four five six seven eight nine';
  expect(problemsOf(`Say ${long}.`)).toEqual(['sentence-long']);
  expect(problemsOf(`Say [${long}](lang:es).`)).toEqual([]);
  expect(problemsOf(`Say [${long}](lang:en-GB).`)).toEqual(['sentence-long']);
  expect(problemsOf(`Say one two. [Tres.](lang:es) Four five six seven.`)).toEqual([]);
  expect(problemsOf('Please utilize it.')).toEqual(['word-hard']);
  expect(problemsOf('Please [utilize](lang:fr) it.')).toEqual([]);
  expect(problemsOf('Please utilize it.', 'language: fr')).toEqual([]);
  expect(problemsOf('[Llame!](lang:es)')).toEqual(['tone-doubtful']);
});

test('a snippet in a language that there is not is refused', () => {
  expect(problemsOf('Hola.', 'language: spanish')).toEqual(['value-refused']);
});

const beside = 'Your [thera](lang:es)[pist](lang:ar) calls';

test.each([...cuts('Your therapist calls'), beside])(
  'typed into an edited voicemail, %j is heard',
  (words) => {
    const text = renderLetterText({ ...letterOf(voicemail), letterhead: [], addressee: [], date: '' });
    const codes = (own: string) =>
      recheck({ ...voicemail, level: 'minimal' }, `${text}\n\n${own}.`, {
        library: shippedLibrary,
        file: 'edited.txt',
      }).problems.map(({ code }) => code);
    expect(codes('Your therapist calls')).toEqual([...codes('Your friend calls'), 'phrase-above-level']);
    expect(codes(words)).toEqual(codes('Your therapist calls'));
  },
);

test('a snippet in another language is marked as a whole, and one in a form of the practice’s own is not', () => {
  const markedIn = (header: string) => {
    const { value } = practiceSaying('Hola, [Ferry Lane](lang:en).\n\n- uno\n- [two](lang:fr)', header);
    return value && listWordings(value).find(({ snippet }) => snippet.section === 'purpose')?.blocks;
  };
  const spanish = markedIn('language: es') ?? [];
  expect(textLines(spanish).map((line) => line.map(({ language, text }) => `${language} ${text}`))).toEqual([
    ['es Hola, ', 'en Ferry Lane', 'es .'],
    ['es uno'],
    ['fr two'],
  ]);
  expect(listLanguages(markedIn('language: en-GB') ?? [])).toEqual(['en', 'fr']);
});

test('a direction to the clinician stays one in a snippet that is in another language', () => {
  const [direction] = markBlocks(readMarkdown([{ text: '*Espere un momento.*' }]).blocks, 'es');
  const [said] = markBlocks(readMarkdown([{ text: '*Espere* un momento.' }]).blocks, 'es');
  expect([direction, said].map((block) => block && isDirection(block))).toEqual([true, false]);
});

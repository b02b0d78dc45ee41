import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { isMessage, type Message } from '../../src/compose/message.ts';
import { recheck } from '../../src/compose/recheck.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import { hearLine, hearText } from '../../src/library/hear.ts';
import { namesProgram } from '../../src/library/part2.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { adult } from '../support/client-file.ts';
import { load, snippet, template } from '../support/practice-folder.ts';
import { requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Nothing that a reader does not see, or reads over, hides a word from the rules. */

const outcome = composeCallSheet(requestOf(adult), 'first-call').sheets[0]?.messages.voicemail;
if (outcome === undefined || !isMessage(outcome)) throw new Error('no voicemail to edit');
const voicemail: Message = { ...outcome, level: 'minimal' };
const text = renderLetterText({ ...letterOf(voicemail), letterhead: [], addressee: [], date: '' });

const problemsOf = (own: string, withheld: { field: string; text: string }[] = []) =>
  recheck(voicemail, `${text}\n\n${own}`, {
    library: shippedLibrary,
    file: 'edited.md',
    withheld,
  }).problems.filter(({ place }) => place.line > text.split('\n').length);
/** Of what was typed below the message. */
const codesOf = (own: string) => problemsOf(own).map(({ code }) => code);
const ABOVE = 'phrase-above-level';

test('an honest sentence is none of these', () => {
  expect(codesOf('Your friend calls.')).toEqual([]);
  expect(codesOf('Your **friend** calls _soon_, see [this](https://a.example/b_c) page.')).toEqual([]);
});

/** Forms of "therapist" as an editor can hold them. */
const PARTED = {
  'bold in a part': '**thera**pist',
  'bold at its end': 'thera**pist**',
  italics: 'thera*pi*st',
  underscores: 'thera__pist__',
  'an underscore': 'my_therapist_calls',
  'a star beside it': 'therapist*calls',
  'marks within marks': '***the**ra*pist',
  'struck out in a part': 'thera~~pi~~st',
  code: 'thera`pist`',
  'a backslash': 'th\\erapist',
  'an escaped sign': 'thera\\*pist',
  'a link in it': 'thera[pist](https://a.example)',
  'a link before it': '[thera](https://a.example)pist',
  'a link in angles': '[thera](<https://a.example>)pist',
  'bold in a link': '[**thera**](https://a.example)pist',
  'a link in bold': '**[thera](https://a.example)**pist',
  'links side by side': '[thera](https://a.example)[pist](https://b.example)',
  'a link beside a language': '[thera](https://a.example)[pist](lang:es)',
  brackets: 'thera[pist]',
  'a reference': 'thera[pist][1]',
  'a comment': 'thera<!-- so -->pist',
  'a tag': '<b>thera</b>pist',
  'an empty tag': 'thera<wbr>pist',
  'a zero-width space': 'thera\u200bpist',
  'a soft hyphen': 'thera\u00adpist',
  'an invisible times': 'thera\u2062pist',
  'a sign of a tag': 'thera\u{e0061}pist',
  'a control character': 'thera\u0007pist',
  'an annotation': 'thera\ufffbpist',
  'a lost object': 'thera\ufffcpist',
  'a combining mark': 'thera\u0336pist',
  'a joiner of marks': 'thera\u034fpist',
  'full width': 'ｔｈｅｒａｐｉｓｔ',
  Cyrillic: 'thеrаpіst',
  'small capitals': 'ᴛʜᴇʀᴀᴘɪꜱᴛ',
  mathematical: '𝐭𝐡𝐞𝐫𝐚𝐩𝐢𝐬𝐭',
  'stroked letters': 'ŧħɇrapisŧ',
  Armenian: 'tհerapiѕt',
  'the end of a line': 'thera-\npist',
  'a soft hyphen at the end of a line': 'thera\u2010\r\npist',
  'a break in it': 'thera\\\npist',
  'a break by spaces': 'thera  \npist',
  'items of a list': '- thera\n- pist',
  'an address': '[here](https://a.example/therapist)',
  'an address with marks': '[here](https://a.example/thera_pist)',
  'a bare address': 'https://a.example/therapist',
  'an address in angles': '<https://a.example/therapist>',
  'a title': '[here](https://a.example "therapist")',
  'a picture': '![therapist](https://a.example/a.png)',
  'the target of a reference': '[here][1]\n\n[1]: https://a.example/therapist',
} as const;

test.each(Object.entries(PARTED))('typed into an edited text, a word is heard through %s', (_, word) => {
  expect(codesOf(`Your ${word} calls.`)).toContain(ABOVE);
});

test('a list is heard item by item and through them', () => {
  expect(codesOf('Please\n\n- thera\n- pist')).toContain(ABOVE);
  expect(codesOf('Please\n\n- the\n\n- rapid answer')).toEqual([]);
});

test('a code of HTML is told', () => {
  expect(codesOf('Your thera&#112;ist calls.')).toContain('wording-unfilled');
  expect(codesOf('Your thera&shy;pist calls.')).toContain('wording-unfilled');
  expect(codesOf('Ask Smith & Sons; or AT\\&T;.')).toEqual([]);
});

test('numbers and what the file withholds are read through marks', () => {
  expect(codesOf('Call 773-**555**-01**99**.')).toEqual(codesOf('Call 773-555-0199.'));
  const withheld = [{ field: 'employer', text: 'Harbor Mills' }];
  const fields = (own: string) => problemsOf(own, withheld).map(({ code }) => code);
  expect(fields('It is about Harbor Mills.')).toEqual(['field-above-level']);
  expect(fields('It is about **Har**bor Mi[ll](https://a.example)s.')).toEqual(['field-above-level']);
});

const RULES = `rules:
  - { id: care, levels: [vague, minimal], say: Too much., phrases: [our therapist] }
`;
const loaded = (words: string) =>
  load({
    'snippets/rules.yaml': RULES,
    'templates/voicemail.md': template(['purpose'], { channel: 'voicemail', level: 'minimal' }),
    'snippets/purpose/default.md': snippet('', words),
  });

test.each([
  'Our **thera**pist calls.',
  'Our thera*pist* calls.',
  'Our th\\erapist calls.',
  'Our [thera](https://a.example)pist calls.',
  'Our thera[pist](https://a.example) calls.',
  'Our **[thera](https://a.example)**pist calls.',
  'Our thera\\\npist calls.',
])('before any client, %j is heard', (words) => {
  expect(loaded(words).problems.map(({ code }) => code)).toContain(ABOVE);
});

test.each(['thera*pist', 'thera\\pist', '**thera**pist', 'thera\u200bpist'])(
  'typed as a value, %j is heard',
  (value) => {
    const { rules } = shippedLibrary;
    const [block] = readMarkdown([
      { text: 'It is about your ' },
      { text: value, field: 'statedReason' },
    ]).blocks;
    if (block?.kind !== 'paragraph') throw new Error('no paragraph');
    const runs = [
      { kind: 'text' as const, text: 'It is about your ' },
      { kind: 'text' as const, text: value, field: 'statedReason' },
    ];
    const ids = hearLine(rules, runs, () => false).flatMap(({ rule }) => rule?.id ?? []);
    const plain = hearText(rules, 'It is about your therapist').flatMap(({ rule }) => rule?.id ?? []);
    expect(plain.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining(plain));
  },
);

test.each(['Harbor [Hou](https://a.example)se', 'Harbor **Hou**se', 'A[](https://a.example)rk'])(
  'the name of a program is heard in %j',
  (words) => {
    const name = words.startsWith('A') ? 'Ark' : 'Harbor House';
    expect(namesProgram({ part2: true, name }, words)).toBe(true);
    expect(
      namesProgram({ part2: true, name }, 'Harbor [Hou](https://a.example) and [A](https://a.example)'),
    ).toBe(false);
  },
);

test('a day is found through marks, at its place', () => {
  const placesOf = (own: string) => problemsOf(own).map(({ code, place }) => `${place.column} ${code}`);
  expect(placesOf('So until December 9.')).toEqual(['10 date-unknown']);
  expect(placesOf('So _un_til Dec**ember** 9.')).toEqual(['12 date-unknown']);
  expect(placesOf('So until Decem\u200bber 9.')).toEqual(['10 date-unknown']);
});

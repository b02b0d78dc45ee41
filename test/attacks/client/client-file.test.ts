import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseClient } from '../../../src/model/parse-client.ts';
import { formatProblem } from '../../../src/problem.ts';

const CLIENT = `id: c-1042
clinician: reyes
kind: adult
consultFirst: none
situation: too-busy
recipients:
  - name: Sam Okafor
    called: Sam
    role: client
    safety: { checkedOn: 2026-05-12, flag: false }
    contactPoints:
      - label: mobile
        phone: 312-555-0142
        askFor: Sam
        level: detailed
        confirmedOn: 2026-05-12
`;

/** An attack: lines `added` at the end of the file, or one line to `replace` `by` another; `mend` is the honest form. */
interface Attack {
  readonly name: string;
  readonly added?: Text;
  readonly replace?: string;
  readonly by?: string;
  readonly expect: string;
  readonly mend?: string;
}

type Text = string | readonly (string | { readonly times: number; readonly of: string })[];

const attacks = parse(readFileSync(new URL('./client-file.yaml', import.meta.url), 'utf8')) as Attack[];
const textOf = (text: Text) =>
  typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : part.of.repeat(part.times))).join('');
const clientOf = ({ replace, by, added = '' }: Attack, mend?: string) =>
  replace === undefined ? `${CLIENT}${mend ?? textOf(added)}\n` : CLIENT.replace(replace, mend ?? by ?? '');
const problemsOf = (text: string) => parseClient(text, 'client.yaml').problems;
const placesOf = (text: string) =>
  problemsOf(text).map(({ code, place }) => `${place.line}:${place.column} ${code}`);

test('the file without an attack is read', () => {
  expect(placesOf(CLIENT)).toEqual([]);
});

test.each(attacks)('$name', { timeout: 5_000 }, (attack) => {
  expect(placesOf(clientOf(attack))).toEqual([attack.expect]);
  expect(problemsOf(clientOf(attack)).map(formatProblem).join('\n')).not.toMatch(
    /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u,
  );
});

test.each(attacks.filter(({ mend }) => mend !== undefined))('$name; the honest form is read', (attack) => {
  expect(placesOf(clientOf(attack, attack.mend?.includes(':') ? attack.mend : undefined))).toEqual([]);
});

test.each([
  'Нина Петровна',
  'Ελένη',
  'דוד',
  'محمد',
  '張偉',
  'ﬁona',
  'Nguyễn Thị Hoa',
  'O’Neill-Śmigły',
  'Aнна', // as some keyboards mix it
  'علی‌رضا', // with a joiner that its spelling needs
])('a person of this world may be called %s', (name) => {
  expect(placesOf(CLIENT.replace('called: Sam', `called: ${name}`))).toEqual([]);
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalData, canonicalWording, digestOf } from '../../src/library/digest.ts';
import { load } from '../support/practice-folder.ts';

const GREETING = 'snippets/greeting/default.md';
const digest = (text: string) => {
  const { value, problems } = load({ [GREETING]: text });
  return value?.snippets.find(({ id }) => id === 'greeting/default')?.digest ?? problems;
};
const TEXT =
  '---\nlevels: [private, detailed]\nneeds: [progress]\n---\nDear {{called}},\n\nyou are an Éclair.\n';

test('a digest is the SHA-256 of the text in UTF-8', () => {
  expect(digestOf('Müller 心')).toBe(createHash('sha256').update('Müller 心').digest('hex'));
});

test.each([
  ['lines end as on Windows', TEXT.replaceAll('\n', '\r\n')],
  ['lines end as on an old Mac', TEXT.replaceAll('\n', '\r')],
  ['letters are put together from parts', TEXT.normalize('NFD')],
  ['keys stand in another order', TEXT.replace(/(levels.*\n)(needs.*\n)/, '$2$1')],
  ['front matter is written out in lines', TEXT.replace('[progress]', '\n  - progress')],
  ['front matter has a remark', TEXT.replace('needs:', '# a remark\nneeds:')],
  ['there is a space at the end of a line', TEXT.replace('},\n', '}, \n')],
  ['an empty line has spaces', TEXT.replace(',\n\n', ',\n   \n')],
  ['there is no newline at the end', TEXT.trimEnd()],
  ['there are more newlines at the end', `${TEXT}\n\n  \n`],
])('a digest is the same where %s', (_, text) => {
  expect(text).not.toBe(TEXT);
  expect(digest(text)).toBe(digest(TEXT));
});

test.each([
  ['a letter changes', TEXT.replace('Dear', 'dear')],
  ['a space comes in', TEXT.replace('you are', 'you  are')],
  ['a line is broken by two spaces', TEXT.replace('},\n\n', '},  \n')],
  ['a list has another order', TEXT.replace('[private, detailed]', '[detailed, private]')],
  ['a key goes', TEXT.replace('needs: [progress]\n', '')],
  ['a paragraph becomes one line', TEXT.replace(',\n\n', ',\n')],
])('a digest is another where %s', (_, text) => {
  expect(text).not.toBe(TEXT);
  expect(digest(text)).toMatch(/^[0-9a-f]{64}$/);
  expect(digest(text)).not.toBe(digest(TEXT));
});

test('templates have a digest, and so have the rules, remarks apart', () => {
  const rules = 'rules:\n  - id: a\n    levels: [vague]\n    say: Heard.\n    phrases: [care]\n';
  const of = (text: string) => load({ 'snippets/rules.yaml': text }).value;
  expect(of(rules)?.templates[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(of(`# a remark\n${rules}`)?.rulesDigest).toBe(of(rules)?.rulesDigest);
  expect(of(rules.replace('care', 'cares'))?.rulesDigest).not.toBe(of(rules)?.rulesDigest);
  expect(load().value?.rulesDigest).toBeUndefined();
});

const header = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.array(fc.string(), { maxLength: 3 }));

test('the canonical form of a canonical body is the same', () => {
  fc.assert(
    fc.property(
      header,
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', 'é', '#') }),
      (keys, body) => {
        const once = canonicalWording(keys, body);
        const again = canonicalWording({}, body).slice('---\n---\n'.length);
        expect(canonicalWording(keys, again)).toBe(once);
      },
    ),
  );
});

test('canonical data is JSON with its keys in order, whatever order they came in', () => {
  expect(canonicalData({ b: [2, 1], a: { d: 1, c: 2 } })).toBe(
    JSON.stringify({ a: { c: 2, d: 1 }, b: [2, 1] }, undefined, 2),
  );
});

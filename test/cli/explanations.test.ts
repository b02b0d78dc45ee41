import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPLANATIONS } from '../../src/cli/explanations.ts';
import { formatProblem, SEVERITY } from '../../src/problem.ts';
import { listAll, openPractice, ROOT, run, stdin } from './world.ts';

const codes = Object.keys(SEVERITY);
const entries = Object.entries(EXPLANATIONS);
const sources = await Promise.all(
  (await listAll(join(ROOT, 'src')))
    .filter((path) => path.endsWith('.ts') && path !== 'problem.ts' && !path.includes('explanations'))
    .map((path) => readFile(join(ROOT, 'src', path), 'utf8')),
);

describe('the explanations', () => {
  test('cover every code, and no other', () => {
    expect(Object.keys(EXPLANATIONS).sort()).toEqual([...codes].sort());
  });

  test.each(entries)('say of %s what it means in at most five sentences', (_, { means }) => {
    expect(means.split(/[.!?](?:\s|$)/).filter((sentence) => sentence !== '').length).toBeLessThanOrEqual(5);
    expect(means).toMatch(/^[A-Z][^\n]+\.$/);
  });

  test.each(entries)('give of %s lines with the problem, and other lines without it', (_, explanation) => {
    expect(explanation.example).not.toBe('');
    expect(explanation.mend).not.toBe(explanation.example);
  });

  test('hold no telephone number but invented ones', () => {
    const numbers = JSON.stringify(EXPLANATIONS).match(/\d{3}-\d{3}-\d{4}/g) ?? [];
    expect(numbers.filter((number) => !/^\d{3}-555-01\d{2}$/.test(number))).toEqual([]);
  });
});

describe('the example has the problem, and the mend has none', () => {
  /** That nobody has approved the example yet is not what it is about. */
  const codesOf = async (path: string, text: string) =>
    (await run(['check', '--practice', await openPractice({ [path]: () => text })])).codes.filter(
      (code) => code !== 'wording-unapproved',
    );
  const snippet = (text: string) => codesOf('snippets/records/default.md', `---\n---\n${text}`);
  const template = (text: string) =>
    codesOf(
      'templates/x.md',
      `---\ntitle: X\nsteps: [first-call]\nchannels: [letter]\nlevel: private\n${text}`,
    );

  test.each(['field-unknown', 'wording-syntax', 'wording-form'] as const)('%s', async (code) => {
    const { example, mend } = EXPLANATIONS[code];
    expect(new Set(await snippet(example))).toEqual(new Set([code]));
    expect(await snippet(mend)).toEqual([]);
  });

  test.each(['section-misplaced', 'section-unplaced'] as const)('%s', async (code) => {
    const { example, mend } = EXPLANATIONS[code];
    expect(new Set(await template(example))).toEqual(new Set([code]));
    expect(await template(mend)).toEqual([]);
  });

  test.each(['key-unknown', 'value-refused', 'yaml-syntax'] as const)('%s', async (code) => {
    const { example, mend } = EXPLANATIONS[code];
    expect((await run(['script', '-'], stdin(example))).codes).toContain(code);
    expect((await run(['script', '-'], stdin(mend))).codes).not.toContain(code);
  });
});

test.each(codes)('%s is the code of some problem that the program makes', (code) => {
  expect(sources.some((text) => text.includes(`'${code}'`))).toBe(true);
});

describe('closewell explain', () => {
  test.each(codes)('prints %s on standard output', async (code) => {
    const { exit, out, err } = await run(['explain', code]);
    expect({ exit, err, first: out.split('\n')[0] }).toEqual({
      exit: 0,
      err: '',
      first: `${code} (${SEVERITY[code as keyof typeof SEVERITY]})`,
    });
  });

  test('names the close one, and all of them, for a code that does not exist', async () => {
    const { exit, out, err } = await run(['explain', 'key-missin']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Did you mean key-missing?');
    expect(codes.filter((code) => !err.includes(code))).toEqual([]);
  });

  test('wants a code', async () => {
    expect((await run(['explain'])).exit).toBe(2);
  });
});

test('a printed problem holds the code that explain takes', () => {
  const place = { file: 'a.yaml', line: 2, column: 3 };
  const printed = formatProblem({ code: 'key-missing', severity: 'error', message: 'm', place, hint: 'h' });
  expect(printed).toBe('a.yaml:2:3: error key-missing: m\n    h');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adult, okafors as couple, home, mobile, robin, sam } from '../support/client-file.ts';
import { openPractice, run, stdin } from './world.ts';

/** Nothing of a client's file is repeated in a problem or anything else on standard error, whatever is wrong with it. */

/** Rare letters in a row, so that no word of the program can hold it by chance. */
const marker = fc
  .array(fc.constantFrom(...'qxzjQXZJ'), { minLength: 8, maxLength: 14 })
  .map((letters) => letters.join(''));

type Tree = { readonly [key: string]: unknown };

/** Every word of the client as `marked`, and every choice, day and number too, one place at a time. */
const full: Tree = {
  ...adult,
  childName: 'x',
  sessions: { first: '2026-05-12', last: '2026-08-25', number: 9 },
  closingDate: '2026-12-07',
  recipients: [{ ...sam, caller: { name: 'x', reason: 'x' }, personal: { referral: 'x' } }],
  shared: { ...adult.shared, statedReason: 'x', supports: ['x'], copingTools: ['x'], referral: 'x' },
  outreach: [{ on: '2026-11-09', to: 'x', outcome: 'no-answer', level: 'minimal', recipient: 1 }],
};

type Path = readonly (string | number)[];

function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    listPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaceAt(value: unknown, path: Path, replace: (old: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return replace(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === head ? replaceAt(item, rest, replace) : item));
  return { ...(value as Tree), [head]: replaceAt((value as Tree)[String(head)], rest, replace) };
}

const PATHS = listPaths(full);
const COMMANDS = [
  ['script', '-'],
  ['script', '-', '--call', 'final'],
  ['script', '-', '--number', 'nowhere'],
  ['letter', '-'],
  ['letter', '-', '--kind', 'outreach'],
  ['letter', '-', '--recipient', '9'],
  ['note', '-', '--outcome', 'voicemail-left'],
  ['note', '-', '--outcome', 'letter-sent', '--kind', 'closing'],
  ['note', '-', '--closing'],
] as const;
const command = fc.constantFrom(...COMMANDS);

const talkOf = async (argv: readonly string[], text: string) =>
  (await run(argv, stdin(text))).err.toLowerCase();

describe('no word of a client is in what goes to standard error', () => {
  test('where any one value is another', async () => {
    await fc.assert(
      fc.asyncProperty(marker, fc.constantFrom(...PATHS), command, async (mark, path, argv) => {
        const text = JSON.stringify(
          replaceAt(full, path, () => mark),
          undefined,
          2,
        );
        expect(await talkOf(argv, text)).not.toContain(mark.toLowerCase());
      }),
      { numRuns: 60 },
    );
  });

  test('where any one value is a list, a group of keys, or far too long', async () => {
    const wrong = (mark: string) =>
      fc.constantFrom<unknown>(
        [mark],
        { [mark]: mark },
        [[mark, { [mark]: [mark] }]],
        mark.repeat(400),
        `${mark}\u0000\ue000`,
      );
    await fc.assert(
      fc.asyncProperty(
        marker.chain((mark) => fc.tuple(fc.constant(mark), wrong(mark))),
        fc.constantFrom(...PATHS),
        command,
        async ([mark, value], path, argv) => {
          const text = JSON.stringify(
            replaceAt(full, path, () => value),
            undefined,
            2,
          );
          expect(await talkOf(argv, text)).not.toContain(mark.toLowerCase());
        },
      ),
      { numRuns: 60 },
    );
  });

  test('where a key is another, at any depth', async () => {
    await fc.assert(
      fc.asyncProperty(marker, fc.constantFrom(...PATHS), command, async (mark, path, argv) => {
        const rename = (old: unknown) =>
          Array.isArray(old) ? [...old, mark] : { ...(old as Tree), [mark]: mark };
        const text = JSON.stringify(replaceAt(full, path.slice(0, -1), rename), undefined, 2);
        expect(await talkOf(argv, text)).not.toContain(mark.toLowerCase());
      }),
      { numRuns: 40 },
    );
  });

  test('where the file is no YAML at that place', async () => {
    const breaks = fc.constantFrom(
      '"',
      "'",
      '[',
      '{',
      ': : ',
      '\t- ',
      '\n---\n',
      '&a *a ',
      '!!',
      '%',
      '`',
      '@',
      '|\n',
      '? ',
    );
    const plain = JSON.stringify(full, undefined, 2);
    await fc.assert(
      fc.asyncProperty(marker, breaks, fc.nat(plain.length), command, async (mark, broken, at, argv) => {
        const text = `${plain.slice(0, at)}${mark}${broken}${mark}${plain.slice(at)}`;
        expect(await talkOf(argv, text)).not.toContain(mark.toLowerCase());
      }),
      { numRuns: 80 },
    );
  });

  test('where what was typed says too much, or holds a character that no font has', async () => {
    const loud = (mark: string) => `${mark} therapy counseling \u{1f33b} 心`;
    await fc.assert(
      fc.asyncProperty(marker, fc.constantFrom(...PATHS), command, async (mark, path, argv) => {
        const text = JSON.stringify(
          replaceAt(full, path, () => loud(mark)),
          undefined,
          2,
        );
        expect(await talkOf([...argv, '--level', 'minimal'], text)).not.toContain(mark.toLowerCase());
      }),
      { numRuns: 40 },
    );
  });

  test('where it contradicts itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        marker,
        fc.constantFrom('adult', 'couple', 'minor'),
        command,
        async (mark, kind, argv) => {
          const named = [sam, robin, sam].map((one) => ({
            ...one,
            name: mark,
            called: mark,
            contactPoints: [
              { ...mobile, label: mark, askFor: mark, email: mark },
              { ...home, label: mark, askFor: mark, address: [mark], level: 'vague' },
            ],
          }));
          const text = JSON.stringify({ ...couple, kind, id: mark, clinician: mark, recipients: named });
          expect(await talkOf(argv, text)).not.toContain(mark.toLowerCase());
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('no word of a client is in what goes to standard error where the wording is at fault', async () => {
  const practice = await openPractice({
    'snippets/greeting/letter.md': () => '---\n---\nDear [{{called}}], {{{called}}} ',
    'snippets/progress/default.md': () => '---\n---\n`{{progress}}` {{#if progress}}{{/if}}',
  });
  await fc.assert(
    fc.asyncProperty(marker, fc.constantFrom(...PATHS), command, async (mark, path, argv) => {
      const text = JSON.stringify(replaceAt(full, path, () => mark));
      expect(await talkOf([...argv, '--practice', practice], text)).not.toContain(mark.toLowerCase());
    }),
    { numRuns: 15 },
  );
});

test('the property can fail: what is printed for the clinician does hold the word', async () => {
  const text = JSON.stringify({ ...adult, recipients: [{ ...sam, name: 'Zxqzxqzxq' }] });
  expect((await run(['script', '-'], stdin(text))).out).toContain('Zxqzxqzxq');
});

import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { run, stdin } from './world.ts';

describe('help', () => {
  test.each([
    [['--help']],
    [['help']],
    [['script', '--help']],
    [['letter', '-h']],
    [['check', '--help']],
    [['init', '--help']],
    [['new', '--help']],
    [['explain', '--help']],
  ])('%j goes to standard output and ends well', async (argv) => {
    const { exit, out, err } = await run(argv);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('Usage: closewell');
  });

  test('names every command', async () => {
    const { out } = await run(['--help']);
    const named = ['script', 'letter', 'recheck', 'check', 'init', 'new', 'explain'].filter((name) =>
      out.includes(`  ${name} `),
    );
    expect(named).toEqual(['script', 'letter', 'recheck', 'check', 'init', 'new', 'explain']);
  });
});

describe('wrong usage ends with 2, prints nothing as a result, and reads no client', () => {
  test.each([
    [[]],
    [['frobnicate']],
    [['--frobnicate']],
    [['script']],
    [['script', '-', 'another']],
    [['script', '-', '--frobnicate']],
    [['script', '-', '--call', 'second']],
    [['script', '-', '--call']],
    [['script', '-', '--on', 'tomorrow']],
    [['script', '-', '--on', '2026-02-30']],
    [['script', '-', '--on', '2026-2-3']],
    [['script', '-', '--on', '2026-11-23T10:00:00Z']],
    [['script', '-', '--level', 'loud']],
    [['script', '-', '--use', 'open-door']],
    [['script', '-', '--use', 'open-door=']],
    [['script', '-', '--use', '=clinician']],
    [['script', '-', '--use', '../x=y']],
    [['script', '-', '--kind', 'closing']],
    [['letter']],
    [['letter', '-', '--kind', 'goodbye']],
    [['letter', '-', '--kind', 'toString']],
    [['letter', '-', '-o', 'letter.rtf']],
    [['letter', '-', '-o', 'letter']],
    [['letter', '-', '-o', 'letter.PDF.exe']],
    [['letter', '-', '-o']],
    [['letter', '-', '--call', 'first']],
    [['check', 'there']],
    [['init']],
    [['new']],
    [['new', 'a', 'b']],
    [['explain', 'constructor']],
  ])('%j', async (argv) => {
    const reads: number[] = [];
    const readStdin = async () => {
      reads.push(1);
      return new TextEncoder().encode(clientText());
    };
    const { exit, out, err } = await run(argv, { readStdin });
    expect({ exit, out, reads }).toEqual({ exit: 2, out: '', reads: [] });
    expect(err).not.toBe('');
    expect(err).not.toContain('    at ');
  });
});

test('where a person looks for the usage after a mistake, there is a line on how to get it', async () => {
  const { err } = await run(['script', '-', '--frobnicate']);
  expect(err).toContain('--help');
});

test('what the program did not foresee ends without a stack trace and without a word of the input', async () => {
  const fails = {
    ...stdin(clientText()),
    now: () => {
      throw new Error('marker-in-an-unforeseen-error');
    },
  };
  const { exit, out, err } = await run(['script', '-'], fails);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).not.toMatch(/marker|\n {4}at /);
  expect(err).not.toBe('');
});

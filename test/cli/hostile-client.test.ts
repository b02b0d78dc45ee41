import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { openFolder, run, stdin, write } from './world.ts';

const bomb = [
  'l0: &l0 [x, x]',
  ...Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`),
];
const CASES: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['1 MB of words', `id: ${'x'.repeat(1_000_000)}`, 'file-too-large'],
  ['1 MB of keys', 'key: value\n'.repeat(100_000), 'file-too-large'],
  ['a YAML bomb', bomb.join('\n'), 'yaml-syntax'],
  ['binary', Uint8Array.from({ length: 4096 }, (_, n) => (n * 7) % 256), 'file-not-text'],
  ['a PNG', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'), 'file-not-text'],
  ['Latin-1', Buffer.from('id: Zoë', 'latin1'), 'file-not-text'],
  ['UTF-16 little-endian', Buffer.from(`\ufeff${clientText()}`, 'utf16le'), 'file-not-text'],
  ['UTF-16 big-endian', Buffer.from(`\ufeff${clientText()}`, 'utf16le').swap16(), 'file-not-text'],
  ['half a UTF-8 character', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xc3]), 'file-not-text'],
  ['NUL in it', `${clientText()}\0`, 'file-not-text'],
  ['nothing', '', 'key-missing'],
  ['only a byte order mark', '\ufeff', 'key-missing'],
  ['only white space', ' \n\n', 'key-missing'],
  ['only comments', '# nothing here\n', 'key-missing'],
  ['null', 'null', 'key-missing'],
  ['a word', 'hello', 'value-refused'],
  ['a list', '- a\n- b', 'value-refused'],
  ['a number', '7', 'value-refused'],
  ['5,000 brackets', '['.repeat(5_000), 'yaml-syntax'],
  ['5,000 braces', '{a: '.repeat(5_000), 'yaml-syntax'],
  ['5,000 dashes', `${'- '.repeat(5_000)}x`, 'yaml-syntax'],
  ['two documents', `${clientText()}\n---\nid: c-2`, 'yaml-syntax'],
  ['a tag', `!!js/function 'x'`, 'yaml-syntax'],
  ['a merge of the prototype', '__proto__: { id: c-1042 }', 'key-missing'],
];

/** Problems with what it lacks may be many; of every other kind there is one. */
const countOf = (codes: readonly string[], code: string) => (code === 'key-missing' ? 1 : codes.length);

describe('hostile input is one clear problem, ends with 3, prints nothing and shows no trace', () => {
  test.each(CASES)('%s, as a file', async (_, content, code) => {
    const { exit, out, err, codes } = await run(['script', await write('c-1042.yaml', content)]);
    expect({ exit, out, first: codes[0], count: countOf(codes, code) }).toEqual({
      exit: 3,
      out: '',
      first: code,
      count: 1,
    });
    expect(err).not.toMatch(/\n {4}at |did not foresee|Error/);
  });

  test.each(CASES)('%s, on standard input', async (_, content, code) => {
    const { exit, out, codes, places } = await run(['letter', '-'], stdin(content));
    expect({ exit, out, first: codes[0] }).toEqual({ exit: 3, out: '', first: code });
    expect(places[0]).toMatch(/^standard input:\d+:\d+ /);
  });

  test.each([
    ['a folder in place of a file', async () => openFolder()],
    ['a file that is not there', async () => join(await openFolder(), 'c-1042.yaml')],
    ['a link to nowhere', linkTo('nowhere')],
    ['a link to itself', linkTo('c-1042.yaml')],
    ['a path through a file', async () => join(await write('file', 'x'), 'c-1042.yaml')],
    ['an empty path', async () => ''],
    ['a path with NUL', async () => '/tmp/c\0.yaml'],
    ['a path of 5,000 characters', async () => `/tmp/${'x'.repeat(5_000)}`],
  ])('%s', async (_, make) => {
    const path = await make();
    const { exit, out, codes, err } = await run(['script', path]);
    expect({ exit, out, codes }).toEqual({ exit: 3, out: '', codes: ['file-unreadable'] });
    expect(err).not.toMatch(/\n {4}at |did not foresee|ENOENT|EISDIR/);
  });

  test.each([
    ['endless zeroes', '/dev/zero', 'file-too-large'],
    ['a device without end of random bytes', '/dev/urandom', 'file-too-large'],
    ['nothing at all', '/dev/null', 'key-missing'],
  ])('%s', async (_, path, code) => {
    const { exit, codes } = await run(['script', path]);
    expect({ exit, first: codes[0] }).toEqual({ exit: 3, first: code });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be opened', async () => {
    const path = await write('c-1042.yaml', clientText());
    await chmod(path, 0);
    const { exit, codes } = await run(['script', path]);
    expect({ exit, codes }).toEqual({ exit: 3, codes: ['file-unreadable'] });
  });

  test('standard input that breaks off', async () => {
    const readStdin = () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' }));
    const { exit, codes } = await run(['script', '-'], { readStdin });
    expect({ exit, codes }).toEqual({ exit: 3, codes: ['file-unreadable'] });
  });

  test('a file with thousands of problems prints the first hundred and how many more there are', async () => {
    const { exit, err, codes } = await run(['script', '-'], stdin('a: 1\n'.repeat(2_000)));
    expect({ exit, printed: codes.length }).toEqual({ exit: 3, printed: 100 });
    expect(err).toMatch(/And \d+ more/);
  });

  function linkTo(target: string) {
    return async () => {
      const path = join(await openFolder(), 'c-1042.yaml');
      await symlink(target, path);
      return path;
    };
  }
});

describe('what editors and other systems add is accepted', () => {
  test.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['a directive and a document start', (text: string) => `%YAML 1.2\n---\n${text}`],
    ['a document start and end', (text: string) => `---\n${text}\n...\n`],
    ['no newline at the end', (text: string) => text.trimEnd()],
    ['comments', (text: string) => `# one\n${text}\n# two`],
  ])('%s', async (_, edit) => {
    const plain = await run(['script', '-'], stdin(clientText()));
    expect(await run(['script', '-'], stdin(edit(clientText())))).toEqual(plain);
    expect(plain.exit).toBe(0);
  });

  test('a file of 200 kB whose bulk is comments', async () => {
    const text = `${clientText()}\n${'# a comment\n'.repeat(16_000)}`;
    expect((await run(['script', '-'], stdin(text))).exit).toBe(0);
  });

  test('a client file in a folder that is a practice is no wording', async () => {
    const folder = await openFolder();
    await mkdir(join(folder, 'clients'));
    await writeFile(join(folder, 'clients', 'c-1042.yaml'), clientText());
    expect((await run(['script', join(folder, 'clients', 'c-1042.yaml')])).exit).toBe(0);
  });
});

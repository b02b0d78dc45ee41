import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { openFolder, openPractice, run, SAMPLE, stdin, write } from './world.ts';

const NAMED = { 'practice.yaml': (text: string) => text.replace('Willow Street Practice', 'Maple Court') };
const titled = (edits = NAMED) => openPractice(edits);
const letterhead = async (argv: readonly string[], io: Parameters<typeof run>[1] = {}) =>
  (await run(['letter', '-', ...argv], { ...stdin(clientText()), ...io })).out.split('\n')[2];

describe('which practice is used', () => {
  test('the one that --practice names', async () => {
    expect(await letterhead(['--practice', await titled()])).toBe('Maple Court');
  });

  test('else the current folder, if it has a practice.yaml', async () => {
    expect(await letterhead([], { cwd: await titled() })).toBe('Maple Court');
  });

  test('else the packaged sample', async () => {
    expect(await letterhead([])).toBe('Willow Street Practice');
    const folder = await openFolder();
    await mkdir(join(folder, 'practice.yaml'));
    expect(await letterhead([], { cwd: folder })).toBe('Willow Street Practice');
  });

  test('--practice goes before the current folder', async () => {
    expect(await letterhead(['--practice', SAMPLE], { cwd: await titled() })).toBe('Willow Street Practice');
  });

  test('a relative --practice counts from the current folder', async () => {
    const folder = await openFolder();
    await rename(await titled(), join(folder, 'ours'));
    expect(await letterhead(['--practice', 'ours'], { cwd: folder })).toBe('Maple Court');
  });

  test('an empty --practice is the current folder, and that has to be a practice', async () => {
    const { exit, codes } = await run(['check', '--practice', ''], { cwd: await openFolder() });
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['practice-missing'] });
  });
});

describe('a practice that cannot be read is one problem', () => {
  test('where the folder is not there', async () => {
    const folder = join(await openFolder(), 'nowhere');
    const { exit, codes } = await run(['check', '--practice', folder]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['practice-missing'] });
  });

  test('where a file is given', async () => {
    const file = await write('practice.yaml', 'name: x');
    const { exit, codes, err } = await run(['check', '--practice', file]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['practice-missing'] });
    expect(err).not.toContain('    at ');
  });

  test('where practice.yaml is a folder', async () => {
    const folder = await openPractice();
    await rm(join(folder, 'practice.yaml'));
    await mkdir(join(folder, 'practice.yaml'));
    const { exit, codes } = await run(['check', '--practice', folder]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['practice-missing'] });
  });

  test('where templates is a file', async () => {
    const folder = await openPractice();
    await rm(join(folder, 'templates'), { recursive: true });
    await writeFile(join(folder, 'templates'), 'x');
    const { exit, codes } = await run(['check', '--practice', folder]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['template-missing'] });
  });

  test.each([
    ['binary', new Uint8Array([0, 1, 2, 255]), 'file-not-text'],
    ['UTF-16', Buffer.from('\ufeffname: x', 'utf16le'), 'file-not-text'],
    ['1 MB', `# ${'x'.repeat(1_000_000)}`, 'file-too-large'],
    ['a YAML bomb', bomb(), 'yaml-syntax'],
    ['deep brackets', '['.repeat(30_000), 'yaml-syntax'],
  ])('where practice.yaml is %s', async (_, content, code) => {
    const folder = await openPractice();
    await writeFile(join(folder, 'practice.yaml'), content);
    const { exit, codes, out, err } = await run(['check', '--practice', folder]);
    expect({ exit, out, codes: new Set(codes) }).toEqual({ exit: 1, out: '', codes: new Set([code]) });
    expect(err.length).toBeLessThan(4_000);
  });

  function bomb(): string {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    return ['l0: &l0 [x]', ...levels].join('\n');
  }
});

describe('hostile wording is refused with a place', () => {
  test.each([
    ['a huge snippet', `---\n---\n${'word '.repeat(20_000)}`, 'file-too-large', 1],
    ['a long snippet', `---\n---\n${'word '.repeat(5_000)}`, 'wording-budget', 3],
    ['5,000 nested ifs', `---\n---\n${'{{#if progress}}'.repeat(3_000)}`, 'wording-budget', 3],
    [
      'ifs nested ten deep',
      `---\n---\n${'{{#if progress}}'.repeat(10)}x${'{{/if}}'.repeat(10)}`,
      'wording-budget',
      3,
    ],
    ['a snippet that holds itself', '---\n---\nHello.\n{{> open-door}}', 'wording-form', 4],
    ['deep brackets', `---\n---\n{{#if ${'(not '.repeat(500)}`, 'wording-budget', 3],
    ['NUL', '---\n---\nHello \0', 'file-not-text', 1],
    ['a header bomb', '---\na: &a [x, x]\nwhen: *a\n---\nHello', 'yaml-syntax', 2],
    ['code to run', '---\n---\n{{constructor.constructor}}', 'field-unknown', 3],
    ['a prototype field', '---\n---\n{{#if __proto__}}x{{/if}}', 'wording-form', 3],
    ['nothing', '', 'front-matter-missing', 1],
  ])('%s', async (_, text, code, line) => {
    const path = 'snippets/open-door/default.md';
    const { exit, places, err } = await run([
      'check',
      '--practice',
      await openPractice({ [path]: () => text }),
    ]);
    expect(exit).toBe(1);
    expect(places.filter((one) => one.startsWith(`${path}:${line}:`)).join()).toContain(` ${code}`);
    expect(err).not.toContain('did not foresee');
  });

  test('too many files in the folder are one problem', async () => {
    const folder = await openPractice();
    await Promise.all(
      Array.from({ length: 5_100 }, (_, n) =>
        writeFile(join(folder, 'snippets', 'greeting', `x${n}.md`), ''),
      ),
    );
    const { exit, out } = await run(['check', '--practice', folder, '--json']);
    const codes = JSON.parse(out).problems.map(({ code }: { code: string }) => code);
    expect({ exit, tooMany: codes.filter((code: string) => code === 'file-too-large').length }).toEqual({
      exit: 1,
      tooMany: 1,
    });
  });
});

describe('a byte order mark and line ends of Windows change nothing', () => {
  test.each([
    ['BOM', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ])('%s in a snippet, a template and practice.yaml', async (name, edit) => {
    const wording = {
      'snippets/open-door/default.md': edit,
      'templates/letter-closing.md': edit,
      ...(name === 'CR' ? {} : { 'practice.yaml': edit }),
    };
    const plain = await run(['letter', '-'], stdin(clientText()));
    const edited = await run(['letter', '-', '--practice', await openPractice(wording)], stdin(clientText()));
    expect(edited).toEqual(plain);
  });
});

describe('nothing outside the folder is read', () => {
  const SECRET = '---\n---\nsecret words from elsewhere';

  test.each([
    ['a snippet', 'snippets/open-door/default.md'],
    ['a template', 'templates/letter-closing.md'],
    ['the rules', 'snippets/rules.yaml'],
    ['a further snippet', 'snippets/open-door/further.md'],
  ])('%s that is a link is refused by name', async (_, path) => {
    const folder = await openPractice();
    await rm(join(folder, path), { force: true });
    await symlink(await write('elsewhere.md', SECRET), join(folder, path));
    const { exit, out, err, places } = await run(['check', '--practice', folder]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(places).toContain(`${path}:1:1 folder-link`);
    expect(err).not.toContain('secret');
  });

  test.each(['snippets', 'templates', 'snippets/open-door', 'practice.yaml'])(
    '%s that is a link is refused by name',
    async (path) => {
      const folder = await openPractice();
      const elsewhere = await openPractice();
      await rm(join(folder, path), { recursive: true });
      await symlink(join(elsewhere, path), join(folder, path));
      const { exit, places } = await run(['letter', '-', '--practice', folder], stdin(clientText()));
      expect(exit).toBe(1);
      expect(places).toContain(`${path}:1:1 folder-link`);
    },
  );

  test('a link to nowhere is refused as well', async () => {
    const folder = await openPractice();
    await symlink('/nowhere', join(folder, 'snippets', 'greeting', 'x.md'));
    const { exit, codes } = await run(['check', '--practice', folder]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['folder-link'] });
  });

  test('a link that leads back into the folder ends, and is refused', async () => {
    const folder = await openPractice();
    await symlink('..', join(folder, 'snippets', 'greeting', 'again'));
    const { codes } = await run(['check', '--practice', folder]);
    expect(codes).toEqual(['folder-link']);
  });

  test('the practice folder itself may be reached by a link', async () => {
    const link = join(await openFolder(), 'ours');
    await symlink(await titled(), link);
    expect(await letterhead(['--practice', link])).toBe('Maple Court');
  });

  test('other files beside the wording, and what systems and editors leave in it, are left alone', async () => {
    const folder = await openPractice();
    await writeFile(join(folder, 'clients.yaml'), 'secret');
    await mkdir(join(folder, 'snippets', 'greeting', 'empty'));
    for (const name of [
      '.DS_Store',
      'letter.md~',
      'letter.md.bak',
      '#letter.md#',
      '~$letter.docx',
      'Thumbs.db',
    ])
      await writeFile(join(folder, 'snippets', 'greeting', name), 'secret');
    const { exit, codes } = await run(['check', '--practice', folder, '--json']);
    expect({ exit, codes }).toEqual({ exit: 0, codes: [] });
  });

  test.each([
    'snippets/rules.yml',
    'snippets/notes.txt',
    'snippets/greeting/default.MD',
    'snippets/greeting/notes',
    'templates/letter.markdown',
    'templates/older/letter.md',
    'snippets/greeting/older/deep/letter.md',
  ])('%s would be missed in silence, so it is told', async (path) => {
    const folder = await openPractice();
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), '---\n---\nsecret');
    const { exit, out, err, places } = await run(['check', '--practice', folder]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(places).toEqual([`${path.replace('/deep/letter.md', '')}:1:1 file-unexpected`]);
    expect(err).not.toContain('secret');
  });

  test.each([
    ['a line break', 'a\nb: error x: y.md'],
    ['an escape character', '\u001b[2Ja.md'],
    ['a control of the second kind', '\u009b2Ja.md'],
    ['a mark that turns the line round', 'a\u202edm.md'],
    ['an invisible character', 'letter\u200b.md'],
    ['a look-alike slash', 'a\u2215b.md'],
  ])('a file whose name has %s is told on one line that shows it', async (_, name) => {
    const folder = await openPractice();
    await writeFile(join(folder, 'snippets', 'greeting', name), '---\n---\nsecret');
    const { exit, err } = await run(['check', '--practice', folder]);
    const [first = '', ...rest] = err.trimEnd().split('\n');
    expect({ exit, lines: rest.length }).toEqual({ exit: 1, lines: 1 });
    expect(first).toMatch(/^snippets\/greeting\/[ -~]*\\u\{[0-9a-f]+\}[ -~]*:1:1: error file-unexpected: /);
  });
});

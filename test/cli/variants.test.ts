import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedLibrary } from '../support/shipped.ts';
import { openFolder, openPractice, run, write } from './world.ts';

const shown = async (...args: string[]) => run(['variants', ...args]);
const gallery = async (...args: string[]) => JSON.parse((await shown(...args, '--json')).out);

describe('closewell variants', () => {
  test('without a name counts the texts of every template', async () => {
    const { exit, out, err } = await shown();
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^caring-contact: A kind note that asks nothing, \d+ texts\n/);
    expect(out.trimEnd().split('\n')).toHaveLength(shippedLibrary.templates.length);
  });

  test('of a template shows whole messages', async () => {
    const { exit, out, err } = await shown('voicemail-vague');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(
      /^voicemail-vague: Voicemail, agreed words only\n\n\d texts\n\n1\. For anyone.*, by vague voicemail\n/,
    );
    expect(out).toContain('[greeting/voicemail]\nHello, Sam.');
    expect(out).toContain('[no-reply-needed/vague]');
  });

  test('of a snippet shows each of its wordings', async () => {
    const [{ name, texts }] = await gallery('open-door/voicemail');
    expect(name).toBe('open-door/voicemail');
    const told = texts.flatMap(({ parts }: { parts: { snippet: string }[] }) =>
      parts.map(({ snippet }) => snippet),
    );
    expect(new Set(told)).toEqual(new Set(['open-door/voicemail']));
  });

  test('of a section shows all of its snippets', async () => {
    const names = (await gallery('reply-by')).map(({ name }: { name: string }) => name);
    expect(names).toEqual(['reply-by/letter', 'reply-by/minimal', 'reply-by/voicemail-first']);
  });

  test.each([
    ['letter-closin', 'letter-closing'],
    ['greeting/leter', 'greeting/letter'],
  ])('of %s, which is not there, asks whether %s was meant', async (name, near) => {
    const { exit, out, err } = await shown(name);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(`Did you mean ${near}?`);
  });

  test('of a name like none never repeats it', async () => {
    const { exit, out, err } = await shown('Sam Okafor');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toContain('Okafor');
  });

  test('of a practice with an error shows its problems and nothing else', async () => {
    const practice = await openPractice({ 'snippets/records/default.md': () => '---\n---\n{{nam}}' });
    const { exit, out, places } = await shown('--practice', practice);
    expect({ exit, out, places }).toEqual({
      exit: 1,
      out: '',
      places: ['snippets/records/default.md:3:1 field-unknown'],
    });
  });
});

describe('--json', () => {
  test('has exactly the keys of a gallery', async () => {
    expect(await gallery('opening')).toStrictEqual([
      {
        name: 'opening',
        title: 'Is it them, and can they talk',
        isCut: false,
        texts: [
          {
            told: 'for anyone, when the phone is picked up',
            parts: [
              { snippet: 'greeting/opening', text: expect.any(String) },
              { snippet: 'can-you-talk/default', text: expect.any(String) },
            ],
          },
        ],
      },
    ]);
  });

  test('without a name has every template', async () => {
    expect(await gallery()).toHaveLength(shippedLibrary.templates.length);
  });
});

describe('--html', () => {
  test('writes a page, and says where on standard error', async () => {
    const file = join(await openFolder(), 'all.html');
    const { exit, out, err } = await shown('voicemail-minimal', '--html', file);
    expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: `Written: ${file}\n` });
    const html = await readFile(file, 'utf8');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-US">/);
    expect(html).toContain('<section id="voicemail-minimal">');
  });

  test('replaces no file unless it is told to', async () => {
    const file = await write('all.html', 'mine');
    const kept = await shown('opening', '--html', file);
    expect([kept.exit, kept.codes, await readFile(file, 'utf8')]).toEqual([1, ['output-exists'], 'mine']);
    const forced = await shown('opening', '--html', file, '--force');
    expect([forced.exit, (await readFile(file, 'utf8')).slice(0, 15)]).toEqual([0, '<!doctype html>']);
  });

  test('of a name that is not there writes nothing', async () => {
    const file = join(await openFolder(), 'all.html');
    expect((await shown('opning', '--html', file)).exit).toBe(2);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });
});

import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { hasCommands } from '../render/pdf-tools.ts';
import { clientText } from '../support/client-file.ts';
import { openFolder, openFonts, run, stdin, write } from './world.ts';

const PASSPHRASE = 'four dull brown hens, Łódź';

/** Answers one after the other, as a person at a terminal. */
function answering(...answers: string[]) {
  const asked: string[] = [];
  const askSecretly = async (question: string) => {
    asked.push(question);
    return answers[asked.length - 1] ?? '';
  };
  return { asked, askSecretly };
}

async function protect(io: Parameters<typeof run>[1], client?: string) {
  const path = join(await openFolder(), 'letter.pdf');
  const file = client ?? (await write('client.yaml', clientText()));
  const ran = await run(['letter', file, '--protect', '-o', path], { fontFolder: await openFonts(), ...io });
  return { ...ran, path, bytes: await readFile(path).catch(() => undefined) };
}

const spoken = async (pdf: Uint8Array) => checkTagged(await parsePdf(new Uint8Array(pdf)));

/** What qpdf makes of the file with a passphrase. */
async function open(path: string, passphrase: string) {
  const key = await write('passphrase.txt', passphrase);
  const plain = join(await openFolder(), 'plain.pdf');
  const about = execFileSync('qpdf', [`--password-file=${key}`, '--show-encryption', path], {
    encoding: 'utf8',
  });
  execFileSync('qpdf', [`--password-file=${key}`, '--check', path]);
  execFileSync('qpdf', [`--password-file=${key}`, '--decrypt', path, plain]);
  return { about, plain: await readFile(plain) };
}

describe.skipIf(!hasCommands('qpdf'))('--protect', () => {
  test('the passphrase is asked for twice, and the PDF opens with it: AES-256, tags and words as before', async () => {
    const person = answering(PASSPHRASE, PASSPHRASE);
    const { exit, out, err, path } = await protect(person);
    expect({ exit, asked: person.asked.length }).toEqual({ exit: 0, asked: 2 });
    expect(`${out}${err}`).not.toContain(PASSPHRASE);
    const { about, plain } = await open(path, PASSPHRASE);
    expect(about).toMatch(/^R = 6$/m);
    expect(about).toMatch(/^file encryption method: AESv3$/m);
    expect(about).toMatch(/^extract for accessibility: allowed$/m);
    const unprotected = join(await openFolder(), 'letter.pdf');
    const io = { ...stdin(clientText()), fontFolder: await openFonts() };
    await run(['letter', '-', '-o', unprotected], io);
    expect(await spoken(plain)).toEqual(await spoken(await readFile(unprotected)));
  });

  test('it opens with no other passphrase, and shows neither title nor words without', async () => {
    const { path, bytes } = await protect(answering(PASSPHRASE, PASSPHRASE));
    expect(bytes?.toString('latin1')).not.toMatch(/Willow|Sam|pdfuaid/);
    await expect(open(path, 'four dull brown hen')).rejects.toThrow();
    await expect(open(path, '')).rejects.toThrow();
  });

  test('the same letter is encrypted in other bytes each time', async () => {
    const [one, other] = [
      await protect(answering(PASSPHRASE, PASSPHRASE)),
      await protect(answering(PASSPHRASE, PASSPHRASE)),
    ];
    expect(one.bytes).not.toEqual(other.bytes);
  });

  test('where nobody can be asked it is the line on standard input', async () => {
    const { exit, path } = await protect(stdin(`${PASSPHRASE}\r\n`));
    expect(exit).toBe(0);
    expect((await open(path, PASSPHRASE)).about).toContain('R = 6');
  });
});

test('a short passphrase gets a hint, and a letter all the same', async () => {
  const { exit, err } = await protect(answering('hens', 'hens'));
  expect(exit).toBe(0);
  expect(err).toContain('short');
  expect((await protect(answering(PASSPHRASE, PASSPHRASE))).err).not.toContain('short');
});

test.each([
  ['two that differ', answering(PASSPHRASE, 'five')],
  ['none', answering('', '')],
  ['blanks', answering('   ', '   ')],
  ['letters that programs read differently', answering('ﬁve dull brown hens', 'ﬁve dull brown hens')],
  ['two lines', stdin('four dull\nbrown hens\n')],
  ['more than fits', stdin('ł'.repeat(64))],
])('%s: nothing is written', async (_, io) => {
  const { exit, bytes } = await protect(io);
  expect({ exit, bytes }).toEqual({ exit: 2, bytes: undefined });
});

test('standard input cannot be both the client and the passphrase', async () => {
  const { exit, bytes } = await protect(stdin(clientText()), '-');
  expect({ exit, bytes }).toEqual({ exit: 2, bytes: undefined });
});

test('it is for a PDF that is written', async () => {
  const file = await write('client.yaml', clientText());
  expect((await run(['letter', file, '--protect'], answering(PASSPHRASE))).exit).toBe(2);
  expect((await run(['letter', file, '--protect', '-o', 'letter.html'], answering(PASSPHRASE))).exit).toBe(2);
});

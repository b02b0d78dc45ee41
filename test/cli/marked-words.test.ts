import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { clientText } from '../support/client-file.ts';
import { CONTACT } from './wording.ts';
import { openFonts, openPractice, run, stdin } from './world.ts';

/** A sentence in Spanish, from the snippet to the letter that was edited. */

const SPANISH = 'Si prefiere español, llámenos.';
const openSpanish = (code = 'es') =>
  openPractice({ [CONTACT]: (text) => `${text.trimEnd()} [${SPANISH}](lang:${code})\n` });
const letter = async (folder: string, ...flags: string[]) =>
  run(['letter', '-', '--practice', folder, ...flags], {
    ...stdin(clientText()),
    fontFolder: await openFonts(),
  });
const foreignIn = async (path: string) =>
  checkTagged(await parsePdf(new Uint8Array(await readFile(path)))).foreign;
const squeezed = { es: SPANISH.replaceAll(' ', '') };

test('the letter says it, its PDF marks it, and --check proves that', async () => {
  const folder = await openSpanish();
  expect((await letter(folder)).out).toContain(`five. ${SPANISH} You`);
  const path = join(folder, 'letter.pdf');
  const { exit, out, err } = await letter(folder, '-o', path, '--check');
  expect({ exit, told: `${out}${err}` }).toEqual({ exit: 0, told: expect.stringContaining('1 part in es') });
  expect(await foreignIn(path)).toEqual(squeezed);
});

test('an edited letter keeps the mark, may have others, and is told of one that is none', async () => {
  const folder = await openSpanish();
  const path = join(folder, 'letter.md');
  await letter(folder, '-o', path);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(`[${SPANISH}](lang:es)`);
  const checked = await run(['recheck', '-', path, '--practice', folder], stdin(clientText()));
  expect(checked).toMatchObject({ exit: 0, codes: ['step-early'] });
  const pdf = join(folder, 'edited.pdf');
  const made = await letter(folder, '--from', path, '-o', pdf);
  expect({ exit: made.exit, codes: made.codes }).toEqual({ exit: 0, codes: ['step-early'] });
  expect(made.err).not.toContain('approved, then edited');
  expect(await foreignIn(pdf)).toEqual(squeezed);
  await writeFile(path, text.replace('(lang:es)', '(lang:spanish)'));
  expect((await letter(folder, '--from', path, '-o', join(folder, 'b.pdf'))).codes).toContain('wording-form');
});

test('a language that there is not is told at its place', async () => {
  const { places, err } = await run(['check', '--practice', await openSpanish('spanish')]);
  expect(places).toEqual([expect.stringMatching(/^snippets\/contact\/letter\.md:4:\d+ wording-form$/)]);
  expect(err).toContain('"lang:es"');
});

test('what is approved is the words with their language: another language is another text', async () => {
  const folder = await openSpanish();
  const diff = await run(['diff', 'contact/letter', '--practice', folder]);
  expect(diff.out).toContain(`[${SPANISH}](lang:es)`);
  expect((await run(['check', '--practice', folder])).out).toContain('the words in es are');
  await run(['approve', '--by', 'Ruth', '--yes', '--practice', folder]);
  expect((await letter(folder)).out).not.toContain('DRAFT');
  const path = join(folder, CONTACT);
  await writeFile(path, (await readFile(path, 'utf8')).replace('(lang:es)', '(lang:pt)'));
  expect((await letter(folder)).out).toContain('DRAFT');
  const again = await run(['diff', 'contact/letter', '--practice', folder]);
  expect(again.out).toContain(`New:\n    You can reach me at {phone}, {hours}. [${SPANISH}](lang:pt)`);
  expect(again.out).not.toContain('It says the same in every case');
});

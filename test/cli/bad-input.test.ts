import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePng } from '../picture/sample-pictures.ts';
import { adult, home, sam, textOf } from '../support/client-file.ts';
import { openFolder, openFonts, openPractice, run, stdin } from './world.ts';

/** What no letter should be made of: it is named, and nothing is written. */

const FORMS = ['.pdf', '.html', '.docx', '.png'];

async function write(client: string, form: string, ...flags: string[]) {
  const folder = await openFolder();
  const io = { ...stdin(client), fontFolder: await openFonts() };
  const ran = await run(['letter', '-', '-o', join(folder, `letter${form}`), ...flags], io);
  return {
    exit: ran.exit,
    codes: ran.codes.filter((code) => code !== 'step-early'),
    files: await readdir(folder),
  };
}

const clientWith = (point: object, person: object = {}) =>
  textOf({ ...adult, recipients: [{ ...sam, ...person, contactPoints: [{ ...home, ...point }] }] });

describe.each(FORMS)('a letter as %s', (form) => {
  test('to an address of six lines that no window shows is refused', async () => {
    const address = Array.from(
      { length: 6 },
      () => 'Building for visitors, entrance at the side, second door',
    );
    expect(await write(clientWith({ address }), form)).toEqual({
      exit: 1,
      codes: ['letter-window'],
      files: [],
    });
  });

  test.each([
    ['a GIF', new TextEncoder().encode('GIF89a'), 'picture-unusable'],
    [
      'a picture that moves',
      makePng({ width: 2, height: 2, type: 2, before: [['acTL', new Uint8Array(8)]] }),
      'picture-unusable',
    ],
    [
      'far more pixels than are printed',
      makePng({ width: 30_000, height: 30_000, type: 0, rows: new Uint8Array(9) }),
      'picture-unusable',
    ],
    ['a broken picture', makePng({ width: 4, height: 4, type: 2 }).subarray(0, 40), 'picture-unusable'],
    [
      'a drawing of no size',
      new TextEncoder().encode('<svg><path d="M0 0h9v9z"/></svg>'),
      'picture-unusable',
    ],
    [
      'a drawing with a program',
      new TextEncoder().encode('<svg viewBox="0 0 9 9"><script>alert(1)</script></svg>'),
      'picture-unusable',
    ],
    ['a file of a megabyte', new Uint8Array(1_048_576), 'file-too-large'],
  ])('with %s for a logo is refused', async (_, logo, code) => {
    const line = 'logo: { file: pictures/logo.png, alternative: A willow }';
    const practice = await openPractice({
      'practice.yaml': (text) => text.replace(/^policy:/m, `${line}\npolicy:`),
    });
    await mkdir(join(practice, 'pictures'));
    await writeFile(join(practice, 'pictures/logo.png'), logo);
    const written = await write(textOf(adult), form, '--practice', practice);
    expect(written).toEqual({ exit: 1, codes: [code], files: [] });
  });
});

test.each([
  ['an address of nine lines', { address: Array.from({ length: 9 }, (_, index) => `Line ${index}`) }, {}],
  ['a name of 300 characters', {}, { name: 'Marisol '.repeat(38).trim() }],
  ['a word of 2,000 characters', { address: ['w'.repeat(2_000), 'Chicago, IL 60640'] }, {}],
])('%s in a client file is refused where it stands', async (_, point, person) => {
  const { exit, codes, files } = await write(clientWith(point, person), '.pdf');
  expect({ exit, files }).toEqual({ exit: 3, files: [] });
  expect(codes).toHaveLength(1);
});

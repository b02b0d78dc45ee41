import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../src/render/letter.ts';
import { hasCommands } from '../render/pdf-tools.ts';
import { longLetter, paragraph, words } from '../render/sample-letters.ts';
import { drawLetter, keptLetters, type Pixels, readPixels } from './drawn-pages.ts';

/** How letters look, as pictures to review; `npm run golden` draws them anew. */

const KEPT = join(import.meta.dirname, 'kept');
const kept = readdirSync(KEPT).sort();
const readKept = (file: string) => readPixels(new Uint8Array(readFileSync(join(KEPT, file))));

/** Greys, of 256, that nobody would take for the same. */
const UNLIKE = 64;
/** A short word is more; another version of what draws the pages is less. */
const MOST_UNLIKE = 40;

/** How many pixels differ, all of them where the pages are of different sizes. */
function countUnlike(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return one.grey.length;
  return one.grey.filter((grey, at) => Math.abs(grey - (other.grey[at] ?? 0)) > UNLIKE).length;
}

describe.skipIf(!hasCommands('pdftoppm'))('pages', () => {
  test.each(keptLetters)('$name looks as it was kept', ({ name, letter }) => {
    const pages = drawLetter(letter);
    const files = kept.filter((file) => file.startsWith(`${name}-page-`));
    expect(pages).toHaveLength(files.length);
    const unlike = pages.map((page, index) => countUnlike(page, readKept(`${name}-page-${index + 1}.png`)));
    expect(Math.max(...unlike)).toBeLessThan(MOST_UNLIKE);
  });

  const short: Letter = { ...longLetter, marks: [], body: longLetter.body.slice(0, 2) };

  test.each<[string, Letter]>([
    ['a word more', { ...short, body: [...short.body, paragraph(words('Yes.'))] }],
    ['another window', { ...short, format: { ...short.format, envelope: 'us-10-window' } }],
    ['a little more space', { ...short, addressee: [...short.addressee, 'USA'] }],
    ['a mark', { ...short, marks: ['DRAFT'] }],
  ])('%s is seen', (_, changed) => {
    const [one, other] = [drawLetter(short)[0], drawLetter(changed)[0]] as [Pixels, Pixels];
    expect(countUnlike(one, one)).toBe(0);
    expect(countUnlike(one, other)).toBeGreaterThanOrEqual(MOST_UNLIKE);
  });
});

test('no picture is kept of a letter that is not drawn', () => {
  const names = kept.map((file) => file.replace(/-page-\d+\.png$/, ''));
  expect([...new Set(names)].sort()).toEqual(keptLetters.map(({ name }) => name).sort());
});

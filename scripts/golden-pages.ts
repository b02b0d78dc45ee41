import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { drawLetter, keptLetters, packPixels } from '../test/pages/drawn-pages.ts';

/** Draws the pictures of letters anew. Look at each letter, larger, before they are kept. */

const folder = new URL('../test/pages/kept/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, letter } of keptLetters)
  for (const [index, page] of drawLetter(letter).entries())
    writeFileSync(new URL(`${name}-page-${index + 1}.png`, folder), packPixels(page));

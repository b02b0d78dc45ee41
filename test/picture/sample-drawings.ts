import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Logos of invented practices, in the forms in which Illustrator, Inkscape, Figma, Canva, Sketch and Corel export them. */

const FOLDER = join(import.meta.dirname, 'drawings');

/** Each by its name. */
export const sampleDrawings: readonly { readonly name: string; readonly svg: string }[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ name: file.replace('.svg', ''), svg: readFileSync(join(FOLDER, file), 'utf8') }));

import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders for tests: all in one that goes when the run ends, whatever became of its workers. */

/** In letters, of which nothing is spelled that a test may look for in what is printed: no name, no day, no number. */
export const inLetters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '');

const FOLDER = join(tmpdir(), `closewell-${inLetters(process.pid)}`);

/** Runs once before all tests: whatever is temporary in them stands in the folder of the run. */
export function setup(): void {
  mkdirSync(FOLDER, { recursive: true });
  process.env['TMPDIR'] = FOLDER;
}

/** Runs once after all tests. */
export const teardown = (): void => rmSync(FOLDER, { recursive: true, force: true, maxRetries: 5 });

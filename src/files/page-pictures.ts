import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Dots to the inch: as large as on paper on most screens. */
const RESOLUTION = 110;

/** Every page of a PDF as a PNG picture, drawn by pdftoppm; undefined where that is not installed or fails. */
export async function drawPages(pdf: Uint8Array): Promise<Uint8Array[] | undefined> {
  return inTemporaryFolder(async (folder) => {
    const isDrawn = await run('pdftoppm', ['-png', '-r', `${RESOLUTION}`, '-', join(folder, 'page')], pdf);
    if (!isDrawn) return undefined;
    const names = (await readdir(folder)).sort((one, other) => numberIn(one) - numberIn(other));
    return Promise.all(names.map((name) => readFile(join(folder, name))));
  });
}

const numberIn = (name: string) => Number(/-(\d+)\.png$/.exec(name)?.[1]);

function run(command: string, args: readonly string[], input: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'] });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
    child.stdin.once('error', () => undefined);
    child.stdin.end(input);
  });
}

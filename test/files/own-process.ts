import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openFolder, ROOT } from '../cli/world.ts';

/** Programs in processes of their own, for what only processes do to each other's files. */

/** An id that no process has: one more than Linux gives. */
export const GONE = 2 ** 22 + 1;

/**
 * The body of an async function as one file of JavaScript, with what it imports from `src/`: it starts in a tenth of the
 * time that TypeScript takes, and writes no cache on the way.
 */
export async function bundle(imports: string, body: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `${imports}\nvoid (async () => {${body}})();`, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The program in a file of its own that goes when the test ends. */
export async function writeProgram(program: string): Promise<string> {
  const path = join(await openFolder(), 'program.cjs');
  await writeFile(path, program);
  return path;
}

/** Starts the program; `begun` settles at the first that it prints, `ended` with its exit code. */
export async function start(program: string, argv: readonly string[]) {
  const child = spawn(process.execPath, [await writeProgram(program), ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, begun: once(child.stdout, 'data'), ended: once(child, 'exit').then(([code]) => code) };
}

import { cpSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { prebuild } from '../../src/cli/prebuild.ts';
import { inLetters } from '../support/own-folder.ts';

/** A world for one command: a folder of its own, a clock that stands still, and what was printed. */

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const TODAY = '2026-11-23';

/** Where the folders of one worker stand; its test files share the first two. */
const FOLDERS = join(tmpdir(), inLetters(process.pid));

/** The sample practice as it is packaged, loaded ahead by what is in src/: a practice of one's own is loaded each time. */
export const SAMPLE = join(FOLDERS, 'sample');
const EMPTY = join(FOLDERS, 'no-practice-here');
await mkdir(EMPTY, { recursive: true });
copyWording(SAMPLE);
await mkdir(join(SAMPLE, 'dist'));
await prebuild(SAMPLE);

/** Without waiting, which takes a third of the time that as many promises take. */
function copyWording(folder: string): void {
  for (const part of ['templates', 'snippets', 'practice.yaml'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
}

export interface Ran {
  readonly exit: number;
  /** Standard output as text. */
  readonly out: string;
  readonly err: string;
  /** The codes of the problems on standard error, in order. */
  readonly codes: readonly string[];
  /** `file:line:column code` of each of them. */
  readonly places: readonly string[];
}

let opened = 0;

/** A new empty folder that goes when the test ends. */
export async function openFolder(): Promise<string> {
  const folder = join(FOLDERS, inLetters(++opened));
  await mkdir(folder);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The practice folder that the command line names, so that places in it are relative to it. */
const practiceIn = (argv: readonly string[]) =>
  argv.includes('--practice') ? argv[argv.indexOf('--practice') + 1] : undefined;

/**
 * Runs one command. The current folder is the practice named, else an empty one, so that the sample is used; `io` may
 * give another.
 */
export async function run(argv: readonly string[], io: Partial<Io> = {}): Promise<Ran> {
  const out: (string | Uint8Array)[] = [];
  const err: string[] = [];
  const exit = await main(argv, {
    cwd: practiceIn(argv) ?? EMPTY,
    version: '0.0.0',
    sampleFolder: SAMPLE,
    fontFolder: join(ROOT, 'no-fonts'),
    pageFolder: join(ROOT, 'no-page'),
    now: () => new Date(`${TODAY}T18:00:00Z`),
    readStdin: async () => new Uint8Array(),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    hasColour: false,
    openLink: () => undefined,
    untilStopped: async () => undefined,
    ...io,
  });
  const talk = err.join('');
  const found = [...talk.matchAll(/^(.*:\d+:\d+): (?:error|warning|note) ([a-z-]+): /gm)];
  return {
    exit,
    out: out.map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString())).join(''),
    err: talk,
    codes: found.map((match) => match[2] ?? ''),
    places: found.map((match) => `${match[1]} ${match[2]}`),
  };
}

/** Standard input that holds the text. */
export const stdin = (text: string | Uint8Array): Partial<Io> => ({
  readStdin: async () => (typeof text === 'string' ? new TextEncoder().encode(text) : text),
});

/** Writes the content to a file of its own folder and returns its path. */
export async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await openFolder(), name);
  await writeFile(path, content);
  return path;
}

/** A copy of the sample's practice folder, with some of its files replaced by what `edits` makes of them. */
export async function openPractice(
  edits: Readonly<Record<string, (text: string) => string>> = {},
): Promise<string> {
  const folder = await openFolder();
  copyWording(folder);
  for (const [path, edit] of Object.entries(edits))
    await writeFile(join(folder, path), edit(await readFile(join(folder, path), 'utf8').catch(() => '')));
  return folder;
}

/** A folder with the letter's two fonts, as the build makes it. */
export async function openFonts(): Promise<string> {
  const folder = await openFolder();
  await copyFonts(folder);
  return folder;
}

/** Puts the letter's two fonts into a folder. */
export async function copyFonts(folder: string): Promise<void> {
  const inter = join(ROOT, 'node_modules/@expo-google-fonts/inter');
  await cp(join(inter, '400Regular/Inter_400Regular.ttf'), join(folder, 'Inter_400Regular.ttf'));
  await cp(join(inter, '600SemiBold/Inter_600SemiBold.ttf'), join(folder, 'Inter_600SemiBold.ttf'));
}

/** Every path in the folder, folders too, those that begin with a dot as well. */
export async function listAll(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openViewer } from '../files/open-viewer.ts';
import { askSecretly } from './ask-secretly.ts';
import { EXIT, type Io } from './io.ts';
import { startThread } from './thread.ts';

/** The world as Node has it; the package's folder holds the sample practice and, built, the fonts. */
export function nodeIo(packageFolder: string): Io {
  const { stdin, stdout, stderr, env } = process;
  stdout.on('error', endQuietly);
  stderr.on('error', endQuietly);
  const io: Io = {
    cwd: process.cwd(),
    version: versionOf(packageFolder),
    sampleFolder: packageFolder,
    fontFolder: join(packageFolder, 'dist', 'fonts'),
    pageFolder: join(packageFolder, 'dist', 'web'),
    now: () => new Date(),
    readStdin,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    openLink,
    untilStopped,
    threads: {
      cores: availableParallelism(),
      start: (task) => startThread(join(packageFolder, 'dist', 'cli', 'closewell.cjs'), task),
    },
    hasColour: stdout.isTTY === true && env['NO_COLOR'] === undefined,
  };
  return stdin.isTTY
    ? { ...io, ask, openFile: openViewer, askSecretly: (question) => askSecretly(question, stdin, stderr) }
    : io;
}

/** More than any file that is accepted; what comes after it is not waited for. */
const MOST_BYTES = 1_048_576;

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Whoever reads may stop before the end, as `head` does; a disk may be full. Neither is worth a stack trace. */
function endQuietly({ code }: NodeJS.ErrnoException): void {
  process.exit(code === 'EPIPE' ? EXIT.done : EXIT.problems);
}

function versionOf(packageFolder: string): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string })
    .version;
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** By what each system opens a link. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Where the system has no such program, the printed link is still there. */
function openLink(link: string): void {
  const [program, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...before, link], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

function untilStopped(onEnter: () => void): Promise<void> {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined;
  lines?.on('line', onEnter);
  return new Promise((done) => {
    const stop = () => {
      lines?.close();
      done();
    };
    lines?.once('SIGINT', stop);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  });
}

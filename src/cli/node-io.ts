import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Io } from './io.ts';

/** The world as Node has it; the package's folder holds the sample practice and, built, the fonts. */
export function nodeIo(packageFolder: string): Io {
  const { stdin, stdout, stderr, env } = process;
  const io: Io = {
    cwd: process.cwd(),
    sampleFolder: packageFolder,
    fontFolder: join(packageFolder, 'dist', 'fonts'),
    now: () => new Date(),
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    hasColour: stdout.isTTY === true && env['NO_COLOR'] === undefined,
  };
  return stdin.isTTY ? { ...io, ask } : io;
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

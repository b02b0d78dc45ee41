import { EXIT, type Exit, type Io } from './io.ts';

/** Shorter ones are guessed by trying. */
const SHORT = 16;
/** The most that fits into a PDF (ISO 32000-2, 7.6.4.3.3). */
const MOST_BYTES = 127;

/**
 * The passphrase for a PDF: asked for twice at a terminal, else the one line on standard input, where the client is not
 * there. An exit where there is none, and told why.
 */
export async function readPassphrase(io: Io, isClientOnStdin: boolean): Promise<string | Exit> {
  const { askSecretly } = io;
  if (askSecretly === undefined && isClientOnStdin)
    return refuse(
      io,
      'The client is on standard input, so the passphrase cannot be: give the client as a file.',
    );
  const first = askSecretly === undefined ? await readLine(io) : await askSecretly('Passphrase: ');
  const fault = faultOf(first);
  if (fault !== undefined) return refuse(io, fault);
  if (askSecretly !== undefined && (await askSecretly('The same again: ')) !== first)
    return refuse(io, 'These are not the same. Nothing was written.');
  if (first.length < SHORT)
    io.err(
      `This passphrase is short. Four or more ordinary words that do not belong together are hard to guess and easy to say on the telephone.\n`,
    );
  return first;
}

async function readLine(io: Io): Promise<string> {
  return new TextDecoder().decode(await io.readStdin()).replace(/\r?\n$/, '');
}

/** Programs that open PDFs differ in what they make of characters that look like others. */
function faultOf(passphrase: string): string | undefined {
  if (passphrase.trim() === '') return 'An empty passphrase protects nothing. Nothing was written.';
  if (/\p{C}/u.test(passphrase) || passphrase.normalize('NFKC') !== passphrase)
    return 'Use letters, digits, spaces and plain punctuation on one line: some programs would read this passphrase differently.';
  return new TextEncoder().encode(passphrase).length > MOST_BYTES
    ? `A passphrase may have at most ${MOST_BYTES} letters.`
    : undefined;
}

function refuse(io: Io, reason: string): Exit {
  io.err(`${reason}\n`);
  return EXIT.usage;
}

import { readPageFiles } from '../files/read-page-files.ts';
import { createApp } from '../serve/app.ts';
import { handedOut } from '../serve/handed-out.ts';
import { type Listening, listen } from '../serve/listen.ts';
import { openTickets } from '../serve/tickets.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice } from './practice.ts';
import { isMine } from './wording-folder.ts';

export interface ServeFlags {
  readonly practice?: string;
  readonly port?: string;
  readonly open: boolean;
}

/** The same each time, so that what a clinician lets the browser keep for this address is found again. */
const PORT = 4173;

/** `closewell serve`: hands out the page on this machine until the person ends it. */
export async function serve(io: Io, flags: ServeFlags): Promise<Exit> {
  const port = flags.port === undefined ? undefined : Number(flags.port);
  if (port !== undefined && !(/^\d{1,5}$/.test(flags.port ?? '') && port <= 65_535))
    return told(io, '--port wants a number up to 65535, such as 4173; 0 is any that is free');
  const folder = await findPractice(io, flags.practice);
  const files = handedOut(await readPageFiles(io.pageFolder), await readPageFiles(io.fontFolder));
  const tickets = openTickets();
  const desk = {
    folder,
    sampleFolder: io.sampleFolder,
    version: io.version,
    now: io.now,
    canEdit: isMine(io, flags.practice, folder),
    readPicture: async (from: string, path: string) => (await import('./pdf.ts')).readPicture(from, path),
  };
  const listening = await listenOn(port, (origin) => createApp({ origin, files, tickets, desk }).fetch);
  if (listening === undefined)
    return told(io, `Port ${port} is taken. Name another with --port, or leave it out.`);
  const show = () => {
    const link = `${listening.origin}/#ticket=${tickets.issue()}`;
    io.out(`${link}\n`);
    if (flags.open) io.openLink(link);
  };
  io.err(
    `The practice in ${folder}, on this machine alone. A link opens one page, once; Enter gives another.\n`,
  );
  show();
  await io.untilStopped(show);
  await listening.close();
  return EXIT.done;
}

function told(io: Io, sentence: string): Exit {
  io.err(`${sentence}\n`);
  return EXIT.usage;
}

/** Undefined where the port asked for is taken; without one asked for, another is as good. */
async function listenOn(
  port: number | undefined,
  makeAnswer: Parameters<typeof listen>[1],
): Promise<Listening | undefined> {
  try {
    return await listen(port ?? PORT, makeAnswer);
  } catch {
    return port === undefined ? await listen(0, makeAnswer) : undefined;
  }
}

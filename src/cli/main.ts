import { Command, CommanderError, Option } from 'commander';
import { ProblemError } from '../files/problem-error.ts';
import { EXIT, type Io } from './io.ts';
import { report } from './report.ts';

/** The command line as a function: arguments and the world in, an exit code out. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exit: number = EXIT.done;
  const program = describe(io, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof ProblemError) report(io, error.problems);
    else io.err(unforeseen(error));
    return EXIT.problems;
  }
}

/** Only the kind of the error: its message and its stack could hold words of the input. */
const unforeseen = (error: unknown) =>
  `closewell met something it did not foresee (${error instanceof Error ? error.constructor.name : typeof error}). This is a fault of the program, not yours: please report it with the command and without the client file.\n`;

function describe(io: Io, end: (code: number) => void): Command {
  const program = new Command('closewell')
    .description(
      'Words for a therapist whose client has drifted away: call sheet, voicemail, closing letter.',
    )
    .version(io.version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('Add --help after the command to see how it is written.');
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--practice <dir>', 'the practice folder')
      .exitOverride();

  composing(command('script <client>', 'print the call sheet of a client file (- is standard input)'))
    .option('--call <first|final|front-desk|return>', 'which call this is; else the one that is next')
    .option('--number <label>', 'the label of the number to call')
    .action(async (path, flags) => end(await (await import('./script.ts')).script(io, path, flags)));

  composing(
    command(
      'letter <clients...>',
      'print a letter, or write it as .pdf, .html, .docx, .png, .md or .txt; for several clients, those that are due, into a folder',
    ),
  )
    .option('-o, --output <file>', 'where to write it; a folder for several clients')
    .option(
      '--kind <outreach|closing|caring|welcome>',
      'which letter; else the one that is next, or the closing letter',
    )
    .option('--to <label>', 'the label of the address to write to')
    .addOption(new Option('--paper <size>', 'the paper, else as in practice.yaml').choices(['letter', 'a4']))
    .addOption(
      new Option('--envelope <name>', 'the envelope, else as in practice.yaml').choices([
        'us-10-double-window',
        'us-10-window',
        'din-5008-b',
        'dl',
        'none',
      ]),
    )
    .option('--large-print', 'in large print, with a cover sheet for a window')
    .option('--print-file <file>', 'for several: all of them in one PDF too, by postcode, for both sides')
    .option('--force', 'replace a file of that name')
    .option('--from <file>', 'the text of the letter after your edits, .md or .txt')
    .option(
      '--preview',
      'show the PDF in your viewer and keep nothing; for pictures of the pages, -o FILE.png',
    )
    .option('--protect', 'ask for a passphrase and encrypt the PDF with it, to send it by e-mail')
    .option('--check', 'say what is proved of the PDF: its tags, its fonts, its words')
    .action(async (paths: readonly string[], flags) => {
      const { isMany, letters } = await import('./letters.ts');
      if (await isMany(paths, flags)) return end(await letters(io, paths, flags));
      end(await (await import('./letter.ts')).letter(io, paths[0] ?? '-', flags));
    });

  command(
    'next <files...>',
    'list what comes next for each client file, or each in a folder, most urgent first',
  )
    .option('--on <date>', 'the day to look from; else today')
    .option('--json', 'as JSON')
    .action(async (files, flags) => end(await (await import('./next.ts')).next(io, files, flags)));

  composing(
    command('recheck <client> <edited>', 'hold an edited letter or voicemail against what was approved'),
  )
    .option('--kind <outreach|closing|caring|welcome>', 'which letter it was; else by its words')
    .option('--call <first|final>', 'of which call the voicemail was; else by its words')
    .option('--to <label>', 'the label of the address it goes to')
    .option('--number <label>', 'the label of the number it is left at')
    .action(async (path, edited, flags) =>
      end(await (await import('./recheck.ts')).recheckFile(io, path, edited, flags)),
    );

  documenting(command, end, io);

  command('check', 'check the practice folder')
    .option('--json', 'as JSON')
    .action(async (flags) => end(await (await import('./check.ts')).check(io, flags)));

  command('variants [name]', 'show every wording of a snippet or a template; else count them')
    .option('--html <file>', 'write them as a page to read')
    .option('--force', 'replace a file of that name')
    .option('--json', 'as JSON')
    .action(async (name, flags) => end(await (await import('./variants.ts')).variants(io, name, flags)));

  deciding(command, end, io);
  showing(command, end, io);

  program
    .command('init <dir>')
    .description('start a practice of your own from the sample')
    .exitOverride()
    .action(async (dir) => end(await (await import('./init.ts')).init(io, dir)));

  program
    .command('new <file>')
    .description('write an annotated client file to fill in')
    .option('--force', 'replace a file of that name')
    .exitOverride()
    .action(async (file, flags) => end(await (await import('./new-client.ts')).newClient(io, file, flags)));

  program
    .command('explain <code>')
    .description('explain a problem code, with an example and the mend')
    .exitOverride()
    .action(async (code) => end((await import('./explain.ts')).explain(io, code)));
  return program;
}

/** The commands by which the page is handed out. */
function showing(
  command: (name: string, description: string) => Command,
  end: (code: number) => void,
  io: Io,
): void {
  command('serve', 'hand out the page to the browser of this machine, until Ctrl-C')
    .option('--port <number>', 'the port; else 4173, or one that is free')
    .option('--no-open', 'print the link, and open no browser')
    .action(async (flags) => end(await (await import('./serve.ts')).serve(io, flags)));

  command('publish', 'write the page into a folder for a web server, and as one file to open by itself')
    .requiredOption('-o, --output <dir>', 'the folder')
    .option('--force', 'put the page among other files of that folder')
    .action(async (flags) => end(await (await import('./publish.ts')).publish(io, flags)));
}

/** The commands by which wording is approved, and what they leave to be asked about. */
function deciding(
  command: (name: string, description: string) => Command,
  end: (code: number) => void,
  io: Io,
): void {
  command('status', 'say which texts are approved, and what is due when')
    .option('--json', 'as JSON')
    .action(async (flags) => end(await (await import('./status.ts')).status(io, flags)));

  command('approve [ids...]', 'show texts that are not approved, and approve them; all of them without an id')
    .requiredOption('--by <name>', 'who approves them')
    .option('--role <role>', 'in which role, such as "clinical director"')
    .option('--note <text>', 'a note for the record')
    .option('--review-by <date>', "the day by which to read them again; else by the practice's policy")
    .option('--yes', 'approve without asking, where they have been read')
    .action(async (ids, flags) => end(await (await import('./approve.ts')).approve(io, ids, flags)));

  command('withdraw <ids...>', 'say nothing with these texts from now on')
    .requiredOption('--by <name>', 'who withdraws them')
    .requiredOption('--because <text>', 'why')
    .option('--role <role>', 'in which role')
    .action(async (ids, flags) => end(await (await import('./withdraw.ts')).withdraw(io, ids, flags)));

  command('diff <id>', 'compare a text with the form that was approved last')
    .option('--json', 'as JSON')
    .action(async (id, flags) => end(await (await import('./diff.ts')).diff(io, id, flags)));

  command('history <id>', 'say who approved which form of a text when')
    .option('--on <date>', 'the form that held on that day')
    .action(async (id, flags) => end(await (await import('./history.ts')).history(io, id, flags)));
}

/** The command by which it is written down what came of a call or a letter. */
function documenting(
  command: (name: string, description: string) => Command,
  end: (code: number) => void,
  io: Io,
): void {
  composing(
    command('note <client>', 'print the note of a call, a letter or the closing, to paste into the record'),
  )
    .option('--outcome <outcome>', 'what came of it, such as voicemail-left; closed is the same as --closing')
    .option('--closing', 'the note that closes the file')
    .option('--because <reason>', 'why the file closes without notice, or before its turn')
    .option('--number <label>', 'the label of the number')
    .option('--to <label>', 'the label of the address; the same as --number')
    .option('--call <first|final>', 'which call it was; else the one that was next')
    .option('--kind <outreach|closing|caring>', 'which letter it was; else the one that was next')
    .option('--at <time>', 'at what time, such as 14:30')
    .option('--minutes <number>', 'how many minutes it took')
    .option('--said <how>', 'how it was said: as-written, changed or cut-off')
    .option('--edited <file>', 'the text as it was said or sent after your edits')
    .option('--record', "add it to the client's file")
    .option('--undo', "take the last attempt out of the client's file")
    .action(async (path, flags) => end(await (await import('./note.ts')).note(io, path, flags)));
}

function composing(command: Command): Command {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  return command
    .option('--recipient <who>', 'one recipient, by number from 1')
    .option('--level <level>', 'say no more than this: vague, minimal, detailed, private')
    .addOption(
      new Option('--use <section=variant>', 'use another wording').default([], 'none').argParser(collect),
    )
    .addOption(
      new Option('--without <section>', 'leave out an optional section')
        .default([], 'none')
        .argParser(collect),
    )
    .option('--on <date>', 'the day of the call or letter; else today')
    .option('--strict', 'refuse what is not approved, rather than mark it DRAFT')
    .option('--json', 'as JSON');
}

import { todayIn } from '../course/today.ts';
import { recordSitting } from '../files/record-sitting.ts';
import { sittingFault } from '../library/add-sitting.ts';
import { withdrawalFault } from '../library/withdrawal-fault.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';
import { openToDecide } from './wording-folder.ts';

export interface WithdrawFlags {
  readonly practice?: string;
  readonly by: string;
  readonly role?: string;
  readonly because: string;
}

/** `closewell withdraw ID…`: from now on nothing is said with these texts, whatever else stands in the folder. */
export async function withdraw(io: Io, ids: readonly string[], flags: WithdrawFlags): Promise<Exit> {
  const opened = await openToDecide(io, flags.practice);
  if ('exit' in opened) return opened.exit;
  const fault = withdrawalFault(ids, opened);
  if (fault !== undefined) return usage(io, fault);
  const { value: library } = await readLibrary(io, opened.folder);
  const sitting = {
    on: todayIn(library?.practice.timeZone ?? 'UTC', io.now()),
    by: flags.by,
    ...(flags.role === undefined ? {} : { role: flags.role }),
    because: flags.because,
    withdraws: [...new Set(ids)],
  };
  const words = sittingFault(sitting);
  if (words !== undefined) return usage(io, words);
  await recordSitting(opened.folder, sitting, new Map());
  const { problems } = await readLibrary(io, opened.folder);
  report(
    io,
    placeFrom(
      io,
      opened.folder,
      problems.filter(({ code }) => code === 'snippet-withdrawn'),
    ),
  );
  io.out(
    `Withdrawn as of now: ${sitting.withdraws.join(', ')}.\nTo use one again: closewell approve ID --by NAME\n`,
  );
  return EXIT.done;
}

function usage(io: Io, fault: string): Exit {
  io.err(`${fault}\n`);
  return EXIT.usage;
}

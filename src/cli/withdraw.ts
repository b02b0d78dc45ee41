import { todayIn } from '../course/today.ts';
import { recordSitting } from '../files/record-sitting.ts';
import { sittingFault } from '../library/add-sitting.ts';
import { canonicalTexts } from '../library/canonical-texts.ts';
import { lastDecisions, RULES_ID } from '../library/decisions.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';
import { unknownId } from './unknown-id.ts';
import { openToDecide, type WordingFolder } from './wording-folder.ts';

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
  const fault = idFault(ids, opened);
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

/** What is wrong with the first of the ids with which anything is. */
function idFault(ids: readonly string[], { files, sittings }: WordingFolder): string | undefined {
  const decisions = lastDecisions(sittings);
  const known = [...new Set([...canonicalTexts(files).keys(), ...decisions.keys()])];
  if (ids.includes(RULES_ID))
    return 'The rules cannot be withdrawn: edit snippets/rules.yaml, and approve it.';
  const [gone] = ids.filter((id) => decisions.get(id)?.kind === 'withdrawn');
  if (gone !== undefined) return `"${gone}" is withdrawn already.`;
  return unknownId(ids, known);
}

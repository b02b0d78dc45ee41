import { isDay } from '../course/dates.ts';
import { todayIn } from '../course/today.ts';
import type { WordingFolder } from '../files/read-wording.ts';
import { recordSitting } from '../files/record-sitting.ts';
import type { Edit } from '../guarantee/change-set.ts';
import { guarantee } from '../guarantee/guarantee.ts';
import { previewOf } from '../guarantee/preview.ts';
import { sittingFault } from '../library/add-sitting.ts';
import { reviewDay, type Standing, standingsOf, templateId } from '../library/approval.ts';
import { approvalSitting, byDigest, textsToKeep } from '../library/approval-sitting.ts';
import { lastTexts } from '../library/last-texts.ts';
import type { Library } from '../library/library.ts';
import { unknownId } from '../library/unknown-id.ts';
import { hasErrors } from '../problem.ts';
import { renderPreview } from '../render/sitting-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';
import { openToDecide } from './wording-folder.ts';

export interface ApproveFlags {
  readonly practice?: string;
  readonly by: string;
  readonly role?: string;
  readonly note?: string;
  readonly reviewBy?: string;
  readonly yes?: boolean;
}

/** `closewell approve [ID…]`: shows what is to be approved, asks once, and writes down who approved it. */
export async function approve(io: Io, ids: readonly string[], flags: ApproveFlags): Promise<Exit> {
  const opened = await openToDecide(io, flags.practice);
  if ('exit' in opened) return opened.exit;
  const checked = await readChecked(io, opened.folder);
  if (checked === undefined) return EXIT.problems;
  const { library, today } = checked;
  const standings = standingsOf(library, today);
  const asked = ids.length > 0 ? [...new Set(ids)] : openIn(standings);
  if (asked.length === 0) {
    io.out('Every text is approved; there is nothing to do.\n');
    return EXIT.done;
  }
  const looked = asked.map((id) => ({ id, digest: standings.get(id)?.digest ?? '' }));
  const reviewBy = flags.reviewBy ?? reviewDay(library, today);
  const sitting = approvalSitting(looked, flags, { on: today, reviewBy });
  const fault = unknownId(asked, [...standings.keys()]) ?? dayFault(flags, today) ?? sittingFault(sitting);
  if (fault !== undefined) {
    io.err(`${fault}\n`);
    return EXIT.usage;
  }
  const texts = textsToKeep(looked, opened.files);
  if (texts === undefined) {
    io.err('A text was changed this very moment. Run the command again.\n');
    return EXIT.problems;
  }
  const edits = editsOf(texts, opened);
  io.out(renderPreview(previewOf(withBack(library, asked), { texts, edits }), asked));
  io.out(listed(asked, standings));
  if (!(await isConfirmed(io, asked.length, flags))) return EXIT.problems;
  await recordSitting(opened.folder, sitting, byDigest(texts));
  io.out(
    `Approved by ${sitting.by} on ${today}: ${count(asked.length)}. To be read again by ${sitting.reviewBy}.\nClosewell does not know who wrote a text: that author and approver are two people is for your practice to see to.\n`,
  );
  return EXIT.done;
}

/** The library, once nothing stands against approving anything in it; else what does is reported. */
async function readChecked(
  io: Io,
  folder: string,
): Promise<{ readonly library: Library; readonly today: string } | undefined> {
  const { value: library, problems } = await readLibrary(io, folder);
  const today = todayIn(library?.practice.timeZone ?? 'UTC', io.now());
  const found = [...problems, ...(library === undefined ? [] : guarantee(library, today).problems)];
  report(io, placeFrom(io, folder, found));
  if (library !== undefined && !hasErrors(found)) return { library, today };
  io.err('Nothing can be approved while `closewell check` finds errors: mend these first.\n');
  return undefined;
}

/** All that needs someone's eye, but for what was withdrawn: that is approved again by its name alone. */
const openIn = (standings: ReadonlyMap<string, Standing>) =>
  [...standings.values()]
    .filter(({ state }) => state !== 'approved' && state !== 'withdrawn')
    .map(({ id }) => id);

function dayFault({ reviewBy }: ApproveFlags, today: string): string | undefined {
  if (reviewBy === undefined) return undefined;
  return isDay(reviewBy) && reviewBy > today
    ? undefined
    : '--review-by wants a day to come, such as 2027-12-01';
}

/** The texts that were approved in another form than the one they have. */
function editsOf(texts: ReadonlyMap<string, string>, opened: WordingFolder): Edit[] {
  const last = lastTexts(opened);
  return [...texts].flatMap(([id, after]) => {
    const before = last.get(id);
    return before === undefined || before === after ? [] : [{ id, before, after }];
  });
}

/** The library with what was withdrawn and is to be approved again back in its place. */
function withBack(library: Library, ids: readonly string[]): Library {
  const { templates, snippets } = library.withdrawn;
  return {
    ...library,
    templates: [...library.templates, ...templates.filter((one) => ids.includes(templateId(one)))],
    snippets: [...library.snippets, ...snippets.filter(({ id }) => ids.includes(id))],
  };
}

const STATES: Readonly<Record<Standing['state'], string>> = {
  draft: 'never approved before',
  approved: 'approved already',
  changed: 'changed since it was approved',
  'review-due': 'due for review',
  overdue: 'not reviewed in time',
  withdrawn: 'withdrawn, and to be used again',
};

const listed = (ids: readonly string[], standings: ReadonlyMap<string, Standing>) =>
  `To be approved, ${count(ids.length)}:\n${ids.map((id) => `  ${id}: ${STATES[standings.get(id)?.state ?? 'draft']}`).join('\n')}\n`;

async function isConfirmed(io: Io, texts: number, { yes }: ApproveFlags): Promise<boolean> {
  if (yes) return true;
  if (io.ask === undefined) {
    io.err(
      'Nothing was approved: nobody can answer here. Once you have read them, run this again with --yes.\n',
    );
    return false;
  }
  const answer = await io.ask(`Approve ${texts === 1 ? 'this text' : `these ${texts} texts`}? Write yes. `);
  if (answer.trim().toLowerCase() === 'yes') return true;
  io.err('Nothing was approved.\n');
  return false;
}

const count = (texts: number) => (texts === 1 ? '1 text' : `${texts} texts`);

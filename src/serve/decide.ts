import { isDay } from '../course/dates.ts';
import { readWording, type WordingFolder } from '../files/read-wording.ts';
import { recordSitting } from '../files/record-sitting.ts';
import { guarantee } from '../guarantee/guarantee.ts';
import { sittingFault } from '../library/add-sitting.ts';
import { reviewDay } from '../library/approval.ts';
import { approvalSitting, byDigest, textsToKeep } from '../library/approval-sitting.ts';
import type { Sitting } from '../library/approvals.ts';
import { canonicalTexts } from '../library/canonical-texts.ts';
import { digestOf } from '../library/digest.ts';
import { unknownId } from '../library/unknown-id.ts';
import { withdrawalFault } from '../library/withdrawal-fault.ts';
import { hasErrors } from '../problem.ts';
import { type Answer, answer, turn } from './answer.ts';
import { type Desk, libraryAt, todayAt } from './desk.ts';
import { shaped } from './request-shape.ts';

/**
 * What a person decides about texts. They are named with the digest of the form that was on the screen; should it be
 * another by now, nothing is decided.
 */

/** Approves texts; not while a check of the wording finds an error. */
export async function answerApprove(desk: Desk, request: unknown): Promise<Answer> {
  const more = { role: 'text', note: 'text', reviewBy: 'text' } as const;
  const asked = shaped(request, { texts: 'texts', by: 'text' }, more);
  if (asked === undefined) return turn('request-form');
  const { value: library, problems: faults } = await libraryAt(desk);
  const today = todayAt(desk, library);
  const problems = [...faults, ...(library === undefined ? [] : guarantee(library, today).problems)];
  if (library === undefined || hasErrors(problems)) return turn('problems', { problems });
  const { reviewBy = reviewDay(library, today) } = asked;
  if (!isDay(reviewBy) || reviewBy <= today) return fault('The day of review has to be a day to come.');
  return decide(desk, asked.texts, (looked) => approvalSitting(looked, asked, { on: today, reviewBy }));
}

/** Asks for the approval of texts. */
export async function answerAsk(desk: Desk, request: unknown): Promise<Answer> {
  const asked = shaped(request, { texts: 'texts', by: 'text' }, { role: 'text', note: 'text' });
  if (asked === undefined) return turn('request-form');
  const { texts: asks, ...who } = asked;
  const on = await todayOf(desk);
  return decide(desk, asks, () => ({ on, ...who, asks: [...asks] }));
}

/** Sends texts back to whoever edits them, with a reason. */
export async function answerReturn(desk: Desk, request: unknown): Promise<Answer> {
  const asked = shaped(request, { texts: 'texts', by: 'text', because: 'text' }, { role: 'text' });
  if (asked === undefined) return turn('request-form');
  const { texts: returns, ...who } = asked;
  const on = await todayOf(desk);
  return decide(desk, returns, () => ({ on, ...who, returns: [...returns] }));
}

/** Withdraws texts at once, whatever form they have and whatever else stands in the folder. */
export async function answerWithdraw(desk: Desk, request: unknown): Promise<Answer> {
  const asked = shaped(request, { ids: 'texts', by: 'text', because: 'text' }, { role: 'text' });
  if (asked === undefined) return turn('request-form');
  const { value: wording, problems } = await readWording(desk.folder);
  if (wording === undefined) return turn('problems', { problems });
  const { ids, ...who } = asked;
  const says = withdrawalFault(ids, wording);
  if (says !== undefined) return fault(says);
  const on = await todayOf(desk);
  return write(desk, { on, ...who, withdraws: [...new Set(ids)] }, new Map());
}

interface Looked {
  readonly id: string;
  readonly digest: string;
}

/** Writes the sitting about the texts down, if each still has the form in which it was looked at. */
async function decide(
  desk: Desk,
  entries: readonly string[],
  sittingOf: (looked: readonly Looked[]) => Sitting,
): Promise<Answer> {
  const { value: wording, problems } = await readWording(desk.folder);
  if (wording === undefined) return turn('problems', { problems });
  const looked = [...new Set(entries)].map((entry) => {
    const [id = '', digest = ''] = entry.split(' ');
    return { id, digest };
  });
  const turned = turnChanged(looked, wording);
  if (turned !== undefined) return turned;
  const sitting = sittingOf(looked);
  const texts = sitting.approves === undefined ? undefined : textsToKeep(looked, wording.files);
  return write(desk, sitting, texts === undefined ? new Map() : byDigest(texts));
}

function turnChanged(looked: readonly Looked[], { files }: WordingFolder): Answer | undefined {
  const texts = canonicalTexts(files);
  const says = unknownId(
    looked.map(({ id }) => id),
    [...texts.keys()],
  );
  if (says !== undefined) return fault(says);
  const changed = looked.filter(({ id, digest }) => digestOf(texts.get(id) ?? '') !== digest);
  return changed.length === 0
    ? undefined
    : turn('changed-meanwhile', { changed: changed.map(({ id }) => id) });
}

async function write(desk: Desk, sitting: Sitting, texts: ReadonlyMap<string, string>): Promise<Answer> {
  const says = sittingFault(sitting);
  if (says !== undefined) return fault(says);
  await recordSitting(desk.folder, sitting, texts);
  return answer({ sitting });
}

/** What a person can put right, in a sentence. */
const fault = (says: string): Answer => turn('request-fault', { says });

const todayOf = async (desk: Desk) => todayAt(desk, (await libraryAt(desk)).value);

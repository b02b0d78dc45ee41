import { todayIn } from '../course/today.ts';
import {
  APPROVAL_STATES,
  type ApprovalState,
  isApproved,
  type Standing,
  standingsOf,
} from '../library/approval.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

/** `closewell status`: how many texts are approved, and every one that is not simply so, with what is due when. */
export async function status(
  io: Io,
  { practice, json }: { readonly practice?: string; readonly json?: boolean },
): Promise<Exit> {
  const folder = await findPractice(io, practice);
  const { value: library, problems } = await readLibrary(io, folder);
  report(io, placeFrom(io, folder, problems));
  if (library === undefined) return EXIT.problems;
  const today = todayIn(library.practice.timeZone, io.now());
  const standings = [...standingsOf(library, today).values()];
  io.out(
    json ? `${JSON.stringify(statusJson(standings, today), undefined, 2)}\n` : statusText(standings, today),
  );
  return standings.some(({ state }) => isOpen(state)) ? EXIT.problems : EXIT.done;
}

const isOpen = (state: ApprovalState) => state !== 'withdrawn' && !isApproved(state);

const countsOf = (standings: readonly Standing[]) =>
  Object.fromEntries(
    APPROVAL_STATES.map((state) => [state, standings.filter((one) => one.state === state).length]),
  ) as Record<ApprovalState, number>;

const notable = (standings: readonly Standing[]) => standings.filter(({ state }) => state !== 'approved');

function statusJson(standings: readonly Standing[], today: string) {
  const items = notable(standings).map(({ id, state, decision, request }) => ({
    id,
    state,
    ...(decision === undefined ? {} : { on: decision.sitting.on, by: decision.sitting.by }),
    ...(decision?.kind === 'approved' ? { reviewBy: decision.reviewBy } : {}),
    ...(decision?.kind === 'withdrawn' ? { because: decision.sitting.because } : {}),
    ...(request === undefined ? {} : { [request.kind]: { on: request.sitting.on, by: request.sitting.by } }),
  }));
  return { today, counts: countsOf(standings), items };
}

const LABELS: Readonly<Record<ApprovalState, string>> = {
  draft: 'never approved',
  approved: 'approved',
  changed: 'changed since approval',
  'review-due': 'due for review',
  overdue: 'not reviewed in time',
  withdrawn: 'withdrawn',
};

function statusText(standings: readonly Standing[], today: string): string {
  const counts = countsOf(standings);
  const summary = APPROVAL_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${LABELS[state]}`)
    .join(', ');
  const lists = APPROVAL_STATES.filter((state) => state !== 'approved').flatMap((state) => {
    const items = standings.filter((one) => one.state === state);
    return items.length === 0
      ? []
      : ['', `${LABELS[state]}:`, ...items.map((one) => `  ${one.id}${detailOf(one)}`)];
  });
  const open = standings.some(({ state }) => isOpen(state));
  const next = open
    ? [
        '',
        'Messages with one of these are marked DRAFT. To read and approve them: closewell approve --by NAME',
      ]
    : [];
  return `${[`${today}: ${standings.length} texts, ${summary}.`, ...lists, ...next].join('\n')}\n`;
}

const detailOf = (standing: Standing) => decided(standing) + requested(standing);

function requested({ request }: Standing): string {
  if (request === undefined) return '';
  const { on, by, because } = request.sitting;
  return request.kind === 'asked'
    ? `; ${by} asked for approval on ${on}`
    : `; sent back on ${on} by ${by}: ${because}`;
}

function decided({ state, decision }: Standing): string {
  if (decision === undefined) return '';
  const { on, by, because } = decision.sitting;
  if (decision.kind === 'withdrawn') return `, on ${on} by ${by}: ${because}`;
  return state === 'changed'
    ? `, last approved on ${on} by ${by}`
    : `, review by ${decision.reviewBy}, approved on ${on} by ${by}`;
}

import { addDays, addMonths } from '../course/dates.ts';
import { type Problem, problem } from '../problem.ts';
import { APPROVALS_FILE, type Decision, lastDecisions, RULES_ID } from './decisions.ts';
import type { Library, Template } from './library.ts';
import { type ApprovalRequest, openRequests } from './requests.ts';

/** Where each text of a library stands on a day: whether a named person approved it in exactly this form. */

export const APPROVAL_STATES = [
  'draft',
  'approved',
  'changed',
  'review-due',
  'overdue',
  'withdrawn',
] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** A text that can be approved: a snippet, a template (`templates/NAME`), an enclosure (`enclosures/NAME`), or the rules
 * (`rules`). */
export interface Approvable {
  readonly id: string;
  readonly digest: string;
}

/**
 * A text with its state and the decision that made it so; no decision for a draft. What was asked about this form, or why
 * it was sent back, as long as nobody decided since.
 */
export interface Standing extends Approvable {
  readonly state: ApprovalState;
  readonly decision?: Decision;
  readonly request?: ApprovalRequest;
}

/** States in which a message may leave without the mark DRAFT. */
const GOOD: readonly ApprovalState[] = ['approved', 'review-due'];

/** Whether a person's approval of exactly this text holds. */
export const isApproved = (state: ApprovalState): boolean => GOOD.includes(state);

/** The days of warning before a review is due. */
const WARNING_DAYS = 30;
const DEFAULT_REVIEW = { months: 12, graceDays: 30 } as const;

/** The id that approvals know a template by. */
export const templateId = ({ name }: Pick<Template, 'name'>): string => `templates/${name}`;

/** Every text of the library that can be approved, those withdrawn among them, sorted by id. */
export function listApprovable(library: Library): Approvable[] {
  const { snippets, templates, enclosures, withdrawn, rulesDigest } = library;
  const wording = [...snippets, ...withdrawn.snippets, ...enclosures, ...withdrawn.enclosures].map(
    ({ id, digest }) => ({ id, digest }),
  );
  const forms = [...templates, ...withdrawn.templates].map((one) => ({
    id: templateId(one),
    digest: one.digest,
  }));
  const rules = rulesDigest === undefined ? [] : [{ id: RULES_ID, digest: rulesDigest }];
  return [...wording, ...forms, ...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** For how many days after its day of review a text may still be used without a mark. */
export const graceDaysOf = ({ practice }: Library): number =>
  practice.policy.review?.graceDays ?? DEFAULT_REVIEW.graceDays;

interface Known {
  readonly library: Library;
  readonly today: string;
  readonly graceDays: number;
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The last day asked for, by the library's snippets: composing asks for each message. */
const known = new WeakMap<Library['snippets'], Known>();

/** Where every text stands on a day, by id; worked out once for the same texts and the same day. */
export function standingsOf(library: Library, today: string): ReadonlyMap<string, Standing> {
  const graceDays = graceDaysOf(library);
  const before = known.get(library.snippets);
  if (before?.today === today && before.graceDays === graceDays && isSameWording(before.library, library))
    return before.standings;
  const standings = findStandings(library, today, graceDays);
  known.set(library.snippets, { library, today, graceDays, standings });
  return standings;
}

const isSameWording = (a: Library, b: Library) =>
  a.sittings === b.sittings &&
  a.templates === b.templates &&
  a.enclosures === b.enclosures &&
  a.withdrawn === b.withdrawn &&
  a.rulesDigest === b.rulesDigest;

function findStandings(library: Library, today: string, graceDays: number): ReadonlyMap<string, Standing> {
  const decisions = lastDecisions(library.sittings);
  const requests = openRequests(library.sittings);
  const reviewState = reviewStates(today, graceDays);
  return new Map(
    listApprovable(library).map((text) => {
      const decision = decisions.get(text.id);
      const state = stateOf(text.digest, decision, reviewState);
      const request = requests.get(text.id);
      return [
        text.id,
        {
          ...text,
          state,
          ...(decision === undefined ? {} : { decision }),
          ...(request?.digest === text.digest ? { request } : {}),
        },
      ];
    }),
  );
}

/** How a day lies to a day of review; most texts share one, so it is worked out once for each. */
type ReviewState = (reviewBy: string) => Extract<ApprovalState, 'approved' | 'review-due' | 'overdue'>;

function reviewStates(today: string, graceDays: number): ReviewState {
  const states = new Map<string, ReturnType<ReviewState>>();
  const find: ReviewState = (reviewBy) => {
    if (today > addDays(reviewBy, graceDays)) return 'overdue';
    return today >= addDays(reviewBy, -WARNING_DAYS) ? 'review-due' : 'approved';
  };
  return (reviewBy) => {
    const state = states.get(reviewBy) ?? find(reviewBy);
    states.set(reviewBy, state);
    return state;
  };
}

/**
 * The state of a text in the form of the digest, by what was last decided about it: a form that was approved once and
 * replaced by another since is changed, and what was withdrawn stays so in every form until someone approves it again.
 */
function stateOf(digest: string, decision: Decision | undefined, reviewState: ReviewState): ApprovalState {
  if (decision === undefined) return 'draft';
  if (decision.kind === 'withdrawn') return 'withdrawn';
  return decision.digest === digest ? reviewState(decision.reviewBy) : 'changed';
}

/** Those of the texts that are not approved on the day; the rules, which every message is held to, are one of them. */
export function unapproved(library: Library, ids: readonly string[], today: string): string[] {
  const standings = standingsOf(library, today);
  return [...ids, RULES_ID].filter((id) => {
    const standing = standings.get(id);
    return standing === undefined ? id !== RULES_ID : !isApproved(standing.state);
  });
}

/** The day by which what is approved today has to be looked at again, by the practice's policy. */
export const reviewDay = ({ practice }: Library, today: string): string =>
  addMonths(today, practice.policy.review?.months ?? DEFAULT_REVIEW.months);

/** What `closewell check` says of approval: how many texts leave as DRAFT, and how many are due for review. */
export function approvalProblems(library: Library, today: string): Problem[] {
  const states = [...standingsOf(library, today).values()].map(({ state }) => state);
  const open = states.filter((state) => state !== 'withdrawn' && !isApproved(state)).length;
  const due = states.filter((state) => state === 'review-due').length;
  const place = { file: APPROVALS_FILE, line: 1, column: 1 };
  const texts = (count: number) => (count === 1 ? '1 text is' : `${count} texts are`);
  return [
    ...(open === 0
      ? []
      : [
          problem(
            'wording-unapproved',
            place,
            `${texts(open)} not approved, and every message with one is marked DRAFT`,
            'List them with `closewell status`, and approve them with `closewell approve --by NAME`.',
          ),
        ]),
    ...(due === 0
      ? []
      : [
          problem(
            'review-due',
            place,
            `${texts(due)} due for review`,
            'Read them again with `closewell approve --by NAME`; `closewell status` says which.',
          ),
        ]),
  ];
}

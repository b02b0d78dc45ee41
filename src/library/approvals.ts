import { parseYaml } from '../model/parse-yaml.ts';
import {
  coded,
  type Infer,
  isoDate,
  type Locate,
  list,
  optional,
  parseWith,
  record,
  text,
} from '../model/schema.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import { APPROVALS_FILE, type Decision } from './decisions.ts';
import type { SourceFile } from './front-matter.ts';

/** Reads who approved or withdrew which texts: `snippets/approvals.yaml`, to which records are only ever added. */

const ID = '(?:[a-z][a-z-]*/[^/\\s]+|rules)';
const approvedText = coded(new RegExp(`^${ID} [0-9a-f]{64}$`), {
  label: 'A text and its digest',
  example: `greeting/letter ${'0123456789abcdef'.repeat(4)}`,
});
const withdrawnId = coded(new RegExp(`^${ID}$`), { label: 'A text', example: 'greeting/letter' });

const sittingSchema = record({
  on: isoDate({ label: 'Day of the decision' }),
  by: text({ label: 'Who decided', example: 'Ruth Adeyemi', maximumLength: 120 }),
  role: optional(text({ label: 'In which role', example: 'clinical director', maximumLength: 120 })),
  reviewBy: optional(isoDate({ label: 'Day by which to look at the texts again' })),
  note: optional(text({ label: 'Note', example: 'after the meeting of November 20', maximumLength: 400 })),
  approves: optional(list(approvedText, { least: 1, most: 10_000 })),
  withdraws: optional(list(withdrawnId, { least: 1, most: 10_000 })),
  asks: optional(list(approvedText, { least: 1, most: 10_000 })),
  returns: optional(list(approvedText, { least: 1, most: 10_000 })),
  because: optional(
    text({
      label: 'Why they were withdrawn or sent back',
      example: 'it reads as a reproach',
      maximumLength: 400,
    }),
  ),
});

/** One sitting: one person approved these texts, withdrew them, asked for their approval or sent them back, on one day. */
export type Sitting = Infer<typeof sittingSchema>;

/** The sittings of the folder's approvals, oldest first; none where the file is not there. */
export function loadApprovals(
  files: readonly SourceFile[],
): Result<readonly Sitting[]> & { readonly locate: Locate } {
  const file = files.find(({ path }) => path === APPROVALS_FILE);
  const start = { file: APPROVALS_FILE, line: 1, column: 1 };
  if (file === undefined) return { value: [], problems: [], locate: () => start };
  const { data, locate, problems } = parseYaml({ file: file.path, text: file.text, linesBefore: 0 });
  if (problems.length > 0) return { value: undefined, problems, locate };
  const parsed = parseWith(list(sittingSchema, { most: 10_000 }), data ?? [], locate);
  const misshapen = (parsed.value ?? []).flatMap((sitting, index) => shapeProblems(sitting, index, locate));
  return {
    value: misshapen.length > 0 ? undefined : parsed.value,
    problems: [...parsed.problems, ...misshapen],
    locate,
  };
}

/** What a record does, and whether it has a day of review or a reason with it. */
const SHAPES: ReadonlySet<string> = new Set([
  'approves reviewBy',
  'withdraws because',
  'asks',
  'returns because',
]);
const SHAPING = ['approves', 'withdraws', 'asks', 'returns', 'reviewBy', 'because'] as const;

function shapeProblems(sitting: Sitting, index: number, locate: Locate): Problem[] {
  const shape = SHAPING.filter((key) => sitting[key] !== undefined).join(' ');
  const hint =
    'Give it "approves" and "reviewBy", "withdraws" and "because", "asks", or "returns" and "because"; or take back what was changed by hand.';
  return SHAPES.has(shape)
    ? []
    : [
        problem(
          'approval-form',
          locate([index], 'value'),
          'this record does none of what a record does, or two things at once',
          hint,
        ),
      ];
}

/** Texts that the records approve and the folder does not have: misspelt by hand, renamed, or taken out. */
export function unknownTexts(
  decisions: ReadonlyMap<string, Decision>,
  known: ReadonlySet<string>,
  locate: (sitting: Sitting, entry: string) => ReturnType<Locate>,
): Problem[] {
  return [...decisions].flatMap(([id, decision]) => {
    if (decision.kind === 'withdrawn' || known.has(id)) return [];
    const place = locate(decision.sitting, `${id} ${decision.digest}`);
    const hint = `If it was taken out or renamed on purpose, say so: closewell withdraw ${id} --by NAME --because TEXT.`;
    return [problem('approval-unknown', place, `"${id}" was approved and is not in this folder`, hint)];
  });
}

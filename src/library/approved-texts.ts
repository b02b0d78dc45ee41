import { parseYaml } from '../model/parse-yaml.ts';
import { coded, list, parseWith, record } from '../model/schema.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import type { Sitting } from './approvals.ts';
import { APPROVALS_FILE, listDecisions } from './decisions.ts';
import { digestOf } from './digest.ts';
import type { SourceFile } from './front-matter.ts';

/**
 * Every text that was ever approved, by its digest: `snippets/approved-texts.yaml`. Apart from the records, since it
 * grows with each edit and is only wanted where someone asks what was said before.
 */

const textsSchema = list(
  record({
    digest: coded(/^[0-9a-f]{64}$/, { label: 'Digest of the text', example: '0123456789abcdef'.repeat(4) }),
    text: coded(/^./, { label: 'The text as it was approved' }),
  }),
);

/** The kept texts by digest; one that does not fit its digest is a problem. */
export function loadApprovedTexts(file: SourceFile | undefined): Result<ReadonlyMap<string, string>> {
  if (file === undefined) return { value: new Map(), problems: [] };
  const { data, locate, problems } = parseYaml({ file: file.path, text: file.text, linesBefore: 0 });
  if (problems.length > 0) return { value: undefined, problems };
  const parsed = parseWith(textsSchema, data ?? [], locate);
  const changed = (parsed.value ?? []).flatMap(({ digest, text }, index) =>
    digestOf(text) === digest ? [] : [changedText(locate([index], 'value'))],
  );
  return changed.length + parsed.problems.length > 0
    ? { value: undefined, problems: [...parsed.problems, ...changed] }
    : { value: new Map(parsed.value?.map(({ digest, text }) => [digest, text])), problems: [] };
}

const changedText = (place: Problem['place']) =>
  problem(
    'approval-text-changed',
    place,
    'this text is not the one that was approved: it does not fit its digest',
    'Bring the file back from a copy or from your version history.',
  );

/** Approvals whose text is not kept: a record was changed, or one file is older than the other. */
export function missingTexts(sittings: readonly Sitting[], texts: ReadonlyMap<string, string>): Problem[] {
  return listDecisions(sittings).flatMap(([id, decision]) =>
    decision.kind === 'withdrawn' || texts.has(decision.digest)
      ? []
      : [
          problem(
            'approval-text-missing',
            { file: APPROVALS_FILE, line: 1, column: 1 },
            `the text of "${id}" that was approved on ${decision.sitting.on} is not kept`,
            'Bring both files back from the same copy, or approve the text once more.',
          ),
        ],
  );
}

/** The lines to add for a text: a block scalar, in which everything is as it was approved. */
export function formatApprovedText(digest: string, text: string): string {
  const lines = text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  return `- digest: ${digest}\n  text: |-\n${lines.join('\n')}\n`;
}

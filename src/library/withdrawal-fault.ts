import type { Sitting } from './approvals.ts';
import { canonicalTexts } from './canonical-texts.ts';
import { lastDecisions, RULES_ID } from './decisions.ts';
import type { SourceFile } from './front-matter.ts';
import { unknownId } from './unknown-id.ts';

/** Why the texts cannot be withdrawn, in a sentence about the first with which anything is wrong. */
export function withdrawalFault(
  ids: readonly string[],
  { files, sittings }: { readonly files: readonly SourceFile[]; readonly sittings: readonly Sitting[] },
): string | undefined {
  const decisions = lastDecisions(sittings);
  const known = [...new Set([...canonicalTexts(files).keys(), ...decisions.keys()])];
  if (ids.includes(RULES_ID))
    return 'The rules cannot be withdrawn: edit snippets/rules.yaml, and approve it.';
  const [gone] = ids.filter((id) => decisions.get(id)?.kind === 'withdrawn');
  if (gone !== undefined) return `"${gone}" is withdrawn already.`;
  return unknownId(ids, known);
}

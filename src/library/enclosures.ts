import type { Practice } from '../model/practice.ts';
import type { Locate } from '../model/schema.ts';
import { type Problem, problem } from '../problem.ts';
import { canonicalText, digestOf } from './digest.ts';
import { enclosureId, isEnclosurePath } from './file-names.ts';
import type { SourceFile } from './front-matter.ts';

/** The texts that go along with letters: the client reads them, so they are approved like every other. */

/** One text that goes along on a page of its own. */
export interface Enclosure {
  /** Its path in the folder without `.md`, which approvals know it by. */
  readonly id: string;
  readonly text: string;
  /** SHA-256 of its canonical form, which approvals are about. */
  readonly digest: string;
}

/** The enclosures among the files, whether the practice names them or not. */
export const loadEnclosures = (files: readonly SourceFile[]): Enclosure[] =>
  files
    .filter(({ path }) => isEnclosurePath(path))
    .map(({ path, text }) => ({ id: enclosureId(path), text, digest: digestOf(canonicalText(text)) }));

/** A problem for each enclosure that the practice names and the folder does not have. */
export function missingEnclosures(
  { enclosures = [] }: Pick<Practice, 'enclosures'>,
  files: readonly SourceFile[],
  locate: Locate,
): Problem[] {
  const hint = 'Put the text there, or take the entry out.';
  return enclosures.flatMap(({ file }, index) => {
    if (file === undefined || files.some(({ path }) => path === file)) return [];
    const place = locate(['enclosures', index, 'file'], 'value');
    return [problem('file-unreadable', place, 'the folder has no text of this name', hint)];
  });
}
